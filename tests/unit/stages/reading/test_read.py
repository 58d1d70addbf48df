import io
import json
import subprocess
import sys
from datetime import date

import pytest

from graphbuild.errors import InputError
from graphbuild.model.ids import article_id
from graphbuild.model.text import Article, PublishedFrom
from graphbuild.stages.reading import Failure, InputFormat, ReadOptions, read_articles

DATELINE = "BAGHDAD, Dec. 30, 2019 (Halyard) — Rockets fell."


def pipe(monkeypatch, data):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


def articles_of(found):
    return [item for item in found if isinstance(item, Article)]


def failures_of(found):
    return [item for item in found if isinstance(item, Failure)]


def test_thirty_good_inputs_are_kept_and_ten_bad_ones_are_named(tmp_path):
    page = "<html><body><h1>Well {0}</h1><p>Well number {0} ran dry on Monday, the town of Ner said.</p></body></html>"
    for n in range(10):
        (tmp_path / f"good{n}.txt").write_text(f"Well {n} ran dry.")
        (tmp_path / f"good{n}.html").write_text(page.format(n))
    rows = [json.dumps({"id": n, "text": f"Row {n} ran dry."}) for n in range(10)]
    (tmp_path / "rows.jsonl").write_text(
        "\n".join([*rows[:2], '{"text": "cut off', *rows[2:], '{"title": "no text"}'])
    )
    (tmp_path / "bad-binary.txt").write_bytes(b"\x7fELF\x02\x01\x01" + bytes(200))
    (tmp_path / "bad-picture.jpg").write_bytes(b"\xff\xd8\xff\xe0" + bytes(200))
    (tmp_path / "bad-empty.txt").write_text("")
    (tmp_path / "bad-blank.txt").write_text("\n \n")
    (tmp_path / "bad-undecodable.txt").write_bytes(
        bytes([0x81, 0x9D, 0xFF, 0x8F, 0x90, 0xFE, 0xF0, 0x9E] * 50)
    )
    (tmp_path / "bad-page.html").write_text("<html><body><p>Half a pa")
    (tmp_path / "bad-loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "bad-link.txt").symlink_to(tmp_path / "bad-link.txt")

    found = list(read_articles([str(tmp_path)], ReadOptions()))

    assert len(articles_of(found)) == 30
    assert {failure.origin.removeprefix(f"{tmp_path.as_posix()}/") for failure in failures_of(found)} == {
        *("bad-binary.txt", "bad-picture.jpg", "bad-empty.txt", "bad-blank.txt", "bad-undecodable.txt"),
        *("bad-page.html", "bad-loop", "bad-link.txt", "rows.jsonl:3", "rows.jsonl:12"),
    }
    assert all(";" in failure.reason for failure in failures_of(found))


def test_an_exact_copy_is_read_once(read, write):
    paths = [write(name, "A well ran dry.") for name in ("b.txt", "a.txt")]
    (article,) = read(*paths)
    assert article.origin.endswith("a.txt")


def test_the_same_row_twice_is_read_once(read, write):
    row = json.dumps({"id": "x", "text": "A well ran dry."})
    assert len(read(write("x.jsonl", f"{row}\n{row}\n"))) == 1


def test_another_text_under_a_used_id_is_a_failure_that_names_both(read, write):
    rows = [{"id": "x", "text": "A well ran dry."}, {"id": "x", "text": "A well ran full."}]
    article, failure = read(write("x.jsonl", "\n".join(map(json.dumps, rows))))
    assert article.origin.endswith("x.jsonl#x")
    assert failure.origin.endswith("x.jsonl:2")
    assert "'x'" in failure.reason
    assert "x.jsonl:1" in failure.reason


def test_the_order_of_inputs_changes_nothing(write):
    paths = [str(write(f"{n}.txt", f"Well {n % 3} ran dry.")) for n in range(6)]
    one, two = (list(read_articles(order, ReadOptions())) for order in (paths, paths[::-1]))
    assert one == two


@pytest.mark.parametrize(
    ("data", "form", "text"),
    [
        ("Un café ouvre.".encode("cp1252"), "auto", "Un café ouvre."),
        (b'{"text": "A well ran dry."}', "auto", "A well ran dry."),
        (b"text,nr\nA well ran dry.,1\n", "csv", "A well ran dry."),
        (b'{"text": "A well ran dry."}', "text", '{"text": "A well ran dry."}'),
        (b"<html><body><p>A well ran dry in Ner.</p></body></html>", "auto", "A well ran dry in Ner."),
        (
            b"<rss><channel><item><description>A well ran dry.</description></item></channel></rss>",
            "auto",
            "A well ran dry.",
        ),
    ],
)
def test_stdin_is_read_in_the_format_given_or_guessed(monkeypatch, data, form, text):
    pipe(monkeypatch, data)
    (article,) = read_articles(["-"], ReadOptions(format=InputFormat(form)))
    assert article.text == text
    assert article.origin.startswith("<stdin>")


def test_an_empty_stdin_is_a_failure_and_stdin_stays_open(monkeypatch):
    pipe(monkeypatch, b"")
    (failure,) = read_articles(["-"], ReadOptions())
    assert failure.origin == "<stdin>"
    assert not sys.stdin.buffer.closed


def test_what_the_user_says_outranks_the_file(read):
    (article,) = read("header.txt", published=date(2020, 2, 2), outlet="Me")
    assert (article.published, article.published_from) == (date(2020, 2, 2), PublishedFrom.GIVEN)
    assert article.outlet == "Me"


def test_a_header_outranks_a_dateline_and_a_dateline_nothing(read, write):
    (dated,) = read(write("a.txt", f"Date: 2019-12-31\n\n{DATELINE}"))
    assert (dated.published, dated.published_from) == (date(2019, 12, 31), PublishedFrom.HEADER)
    (filed,) = read(write("b.txt", DATELINE))
    assert (filed.published, filed.published_from) == (date(2019, 12, 30), PublishedFrom.DATELINE)
    (row,) = read(write("c.jsonl", json.dumps({"text": DATELINE, "published": None})))
    assert (row.published, row.published_from) == (date(2019, 12, 30), PublishedFrom.DATELINE)
    (undated,) = read(write("d.txt", "Rockets fell on Monday."))
    assert (undated.published, undated.published_from) == (None, None)


@pytest.mark.parametrize("name", ["style.css", "program.js", "x.svg"])
def test_files_that_hold_no_article_are_named_unless_the_user_insists(read, write, name):
    path = write(name, "A well ran dry.")
    (failure,) = read(path)
    assert "holds no article" in failure.reason
    assert articles_of(read(path, format=InputFormat.TEXT))


def test_a_file_that_vanishes_is_a_failure(read, write, monkeypatch):
    path = write("x.txt", "A well ran dry.")

    def refuse(*_args, **_kwargs):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(type(path), "open", refuse)
    (failure,) = read(path)
    assert "Permission denied" in failure.reason


def test_articles_come_one_by_one_while_the_file_is_read(read, write):
    path = write("x.jsonl", "\n".join(json.dumps({"text": f"Well {n} ran dry."}) for n in range(5)))
    stream = read_articles([str(path)], ReadOptions())
    first = next(stream)
    assert first.id == article_id("Well 0 ran dry.", None)
    assert len(list(stream)) == 4


def test_a_map_to_an_unknown_field_is_refused_before_anything_is_read():
    with pytest.raises(InputError, match="the fields are id, text"):
        ReadOptions(field_map=(("author", "by"),))


def test_text_and_rows_load_no_library_for_pages_or_feeds(write):
    paths = [str(write("x.txt", "A well ran dry.")), str(write("x.jsonl", '{"text": "A well ran full."}'))]
    program = (
        "import sys\n"
        "from graphbuild.stages.reading import ReadOptions, read_articles\n"
        "assert len(list(read_articles(sys.argv[1:], ReadOptions()))) == 2\n"
        "slow = {'trafilatura', 'feedparser', 'lxml', 'charset_normalizer'} & set(sys.modules)\n"
        "sys.exit(', '.join(slow) or None)\n"
    )
    run = subprocess.run([sys.executable, "-c", program, *paths], capture_output=True, text=True, check=False)
    assert run.stderr == ""
    assert run.returncode == 0
