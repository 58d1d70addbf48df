from __future__ import annotations

import subprocess
import sys

import pytest

from graphbuild.cli.printing import Column, print_rows, write_whole
from graphbuild.errors import BuildError

COLUMNS = [
    Column("name", lambda row: row[0]),
    Column("number", lambda row: row[1]),
    Column("for people", lambda row: "hello", "people"),
    Column("for programs", lambda row: None, "program"),
]


def test_a_table_aligns_text_left_and_numbers_right(capsys):
    print_rows(COLUMNS, [("a", 1), ("long", 100)], "table")
    assert capsys.readouterr().out == ("name  number  for people\na          1  hello\nlong     100  hello\n")


def test_wide_characters_take_two_cells(capsys):
    print_rows(COLUMNS[:2], [("伊朗", 1), ("abcd", 2), ("e\u0301bcd", 3)], "list")
    assert capsys.readouterr().out == "伊朗  1\nabcd  2\ne\u0301bcd  3\n"


def test_one_long_cell_does_not_push_the_others_away(capsys):
    print_rows(COLUMNS[:2], [("x" * 500, 1), ("y", 2)], "list")
    assert capsys.readouterr().out.splitlines()[1] == "y" + " " * 61 + "2"


def test_programs_get_their_own_columns(capsys):
    print_rows(COLUMNS, [("a", 1)], "jsonl")
    assert capsys.readouterr().out == '{"name": "a", "number": 1, "for programs": null}\n'


def test_nothing_prints_as_nothing(capsys):
    print_rows(COLUMNS, [], "list")
    assert capsys.readouterr().out == ""


def test_a_file_is_replaced_whole_and_nothing_else_is_left(tmp_path):
    file = tmp_path / "page.html"
    file.write_text("old")
    write_whole(str(file), b"new")
    assert file.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [file]


def test_a_file_that_cannot_be_written_is_a_known_failure(tmp_path):
    with pytest.raises(BuildError, match="cannot write"):
        write_whole(str(tmp_path / "missing" / "page.html"), b"new")


PROGRAM = """
import click
from graphbuild.cli.printing import print_lines
@click.command()
def many():
    print_lines(str(number) for number in range(200000))
many()
"""


def test_a_reader_that_stops_reading_is_no_crash():
    with subprocess.Popen(
        [sys.executable, "-c", PROGRAM], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        process.stdout.readline()
        process.stdout.close()
        assert b"Traceback" not in process.stderr.read()
