import io

import pytest

from graphbuild.stages.reading.lines import Line, read_lines
from graphbuild.stages.reading.options import Failure


def lines_of(data, limit=1000, head=4):
    return list(read_lines(io.BytesIO(data[head:]), data[:head], "in.jsonl", limit))


def test_lines_are_counted_and_keep_their_ends():
    assert lines_of(b"one\r\ntwo\n\nfour") == [
        Line(1, "one\r\n"),
        Line(2, "two\n"),
        Line(3, "\n"),
        Line(4, "four"),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_each_encoding_gives_the_same_lines(encoding):
    data = "a\ncafé says no\nnaïve".encode(encoding)
    assert [line.text for line in lines_of(data)] == ["a\n", "café says no\n", "naïve"]


def test_a_line_that_is_too_long_is_a_failure_and_the_next_is_read():
    one, two, three = lines_of(b"a\n" + b"x" * 5000 + b"\nb\n", limit=100)
    assert (one.text, three) == ("a\n", Line(3, "b\n"))
    assert isinstance(two, Failure)
    assert two.origin == "in.jsonl:2"


def test_a_line_as_long_as_allowed_is_read():
    assert lines_of(b"x" * 99 + b"\n" + b"y" * 100, limit=100) == [
        Line(1, "x" * 99 + "\n"),
        Line(2, "y" * 100),
    ]


def test_a_line_in_another_encoding_than_those_before_is_a_failure():
    found = lines_of("é\n".encode() + b"caf\xe9\n" + b"plain\n")
    assert [type(line) for line in found] == [Line, Failure, Line]
    assert "convert the file to UTF-8" in found[1].reason


def test_wide_text_that_breaks_off_is_a_failure():
    found = lines_of("one\ntwo\n".encode("utf-16")[:-1])
    assert isinstance(found[-1], Failure)


def test_a_wide_line_that_is_too_long_is_a_failure():
    assert isinstance(lines_of(("x" * 500).encode("utf-16"), limit=100)[-1], Failure)
