"""`graphbuild timexes`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from graphbuild.cli import options
from graphbuild.cli.build import Day
from graphbuild.cli.printing import STDOUT, open_output, say, say_undated
from graphbuild.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from typing import BinaryIO

    from graphbuild.model.text import Article


@click.command()
@click.argument("file")
@click.option("--published", type=Day(), metavar="DATE", help="Publication date (YYYY-MM-DD).")
@options.form_option("jsonl", "html", "timeml")
@click.option("-o", "--output", default=STDOUT, show_default=True, metavar="FILE", help="Where to.")
def timexes(*, file: str, published: date | None, form: str, output: str) -> None:
    """Tag the time expressions of a text; needs no parser model.

    FILE is a file of any form that build reads, or - for stdin. jsonl is a line for each
    expression, of all articles; html (a page to look at) and timeml (for other taggers'
    tools) take one article. What is relative is reckoned from the publication date.
    """
    articles = _read(file, published)
    if form == "jsonl":
        with open_output(output) as stream:
            for article in articles:
                _write_lines(article, stream)
        return
    article = _only(articles, file)
    content = _to_html(article) if form == "html" else _to_timeml(article)
    with open_output(output) as stream:
        stream.write(content)


def _read(file: str, published: date | None) -> Iterator[Article]:
    """The articles of the input; whoever is undated is said to be once it is read."""
    # Not by graphbuild.reading: that loads the whole pipeline.
    from graphbuild.stages.reading import Failure, ReadOptions, read_articles

    for found in read_articles([file], ReadOptions(published=published)):
        if isinstance(found, Failure):
            raise InputError(found.origin, found.reason)
        if found.published is None:
            say_undated(found)
        yield found


def _only(articles: Iterator[Article], file: str) -> Article:
    """The one article of an input, which has at least one; InputError when there is another."""
    article = next(articles)
    other = next(articles, None)
    if other is not None:
        raise InputError(
            file, "holds several articles; write them as -f jsonl, or give one article in a file of its own"
        )
    return article


def _write_lines(article: Article, stream: BinaryIO) -> None:
    from msgspec.json import Encoder

    from graphbuild.stages.timexes import find_timexes
    from graphbuild.store.convert import timex_line

    encoder = Encoder()
    for timex in find_timexes(article.text, article.published):
        stream.write(encoder.encode(timex_line(article, timex)) + b"\n")


def _to_html(article: Article) -> bytes:
    from graphbuild.report.timexes_page import render_timexes
    from graphbuild.stages.timexes import find_timexes

    return render_timexes(article, find_timexes(article.text, article.published))


def _to_timeml(article: Article) -> bytes:
    from graphbuild.stages.timexes import find_timexes
    from graphbuild.writers.timeml import count_replaced, to_timeml

    if number := count_replaced(article.text):
        say(f"{article.origin}: {number:,} characters that XML cannot hold are written as U+FFFD")
    return to_timeml(article, find_timexes(article.text, article.published))
