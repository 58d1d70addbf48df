"""Reading any bytes ends in articles and failures, and marking covers any text."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graphbuild.model.text import Article, PassageKind
from graphbuild.stages.cleaning import mark_passages
from graphbuild.stages.reading import Failure, InputFormat, ReadOptions, read_articles

PIECES = st.sampled_from(
    [
        *("\n", "\n\n", "\r\n", "\r", "\t", " ", "\u2028", "\x0c", "\u00a0", "\u200b", "\ufeff", "\x1c"),
        *(
            "Rebels fled on Monday.",
            "By Ann Roe",
            "Related: ",
            "KABUL (AP) —",
            "(Photo by Ann Roe)",
            "Read more",
        ),
        *(
            "Dec. 30, 2019",
            "Copyright 2019",
            '"No," he said.',
            "(",
            ")",
            "- item",
            "©",
            "A",
            "the town",
            "—",
            "x" * 70,
        ),
        *("(Reporting by Ann Roe; Editing by Bo Lee)", "Title: ", "Date: ", "___", "1.", "İ", "ß"),
    ]
)
TEXTS = st.one_of(st.lists(PIECES, max_size=40).map("".join), st.text(max_size=300))
FURNITURE = {
    PassageKind.BYLINE: "By Ann Roe and Bo Lee",
    PassageKind.CAPTION: "The mayor of a town in 2004. (Photo by Ann Roe)",
    PassageKind.DATELINE: "December 30, 2019",
    PassageKind.LINK: "Read more: Mayor leaves town",
    PassageKind.NOTICE: "Copyright 2019 Halyard Wire Service. All rights reserved.",
}
MARKUP = st.lists(
    st.sampled_from(
        [
            *(
                b"<html>",
                b"<p>",
                b"</p>",
                b"<a href='x'>",
                b"<!--",
                b"<![CDATA[",
                b"<rss version='2.0'><channel>",
                b"<item>",
            ),
            *(
                b"<title>",
                b"</title>",
                b"<description>",
                b"</item>",
                b"&#xD800;",
                b"&amp;",
                b"<time datetime='2019-01-01'>",
            ),
            *(
                b'<script type="application/ld+json">',
                b'{"@type": "Article"}',
                b"</script>",
                b"Rebels fled on Monday. ",
            ),
            *(
                b'{"text": "A"}',
                b"\n",
                b'{"text": ',
                b"text,title\n",
                b'"',
                b",",
                b"\xff\xfe",
                b"\x00",
                b"\xe9",
                b"[",
                b"]",
            ),
        ]
    ),
    max_size=30,
).map(b"".join)


def article(text, title=None):
    return Article("x", None, title, None, text, None, "x.txt")


@given(TEXTS, st.one_of(st.none(), PIECES))
def test_passages_are_in_order_apart_and_hold_every_visible_character(text, title):
    passages = mark_passages(article(text, title))
    covered = [False] * len(text)
    end = 0
    for passage in passages:
        assert passage.span.start >= end
        end = passage.span.end
        words = passage.span.of(text)
        assert words == words.strip()
        covered[passage.span.start : end] = [True] * len(words)
    assert end <= len(text)
    assert all(done or sign.isspace() for done, sign in zip(covered, text, strict=True))


@given(
    st.lists(st.sampled_from([*FURNITURE, PassageKind.PROSE]), max_size=12),
    st.sampled_from(["\n\n", "\r\n\r\n", "\n \n\n"]),
)
def test_what_stands_beside_a_paragraph_does_not_change_what_it_is(kinds, gap):
    told = [f"The mayor of town {n} left on Tuesday, his office said." for n in range(len(kinds))]
    text = gap.join(FURNITURE.get(kind, told[n]) for n, kind in enumerate(kinds))
    assert [passage.kind for passage in mark_passages(article(text))] == kinds


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=60)
@pytest.mark.parametrize("form", list(InputFormat))
@given(data=st.one_of(st.binary(max_size=400), MARKUP, TEXTS.map(str.encode)))
def test_any_bytes_are_read_or_named_and_never_raise(form, data):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "input"
        path.write_bytes(data)
        found = list(read_articles([str(path)], ReadOptions(format=form)))
    assert found
    for item in found:
        assert isinstance(item, Article | Failure)
        if isinstance(item, Article):
            assert item.text.strip()
            item.text.encode()
        else:
            assert item.origin.startswith(path.as_posix())
