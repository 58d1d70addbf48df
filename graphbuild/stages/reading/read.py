"""The reading room's one door: inputs in, articles and failures out."""

from __future__ import annotations

import hashlib
import sys
from contextlib import nullcontext
from typing import TYPE_CHECKING

from graphbuild.errors import InputError
from graphbuild.model.text import Article
from graphbuild.stages.reading.decoding import refuse_binary
from graphbuild.stages.reading.drafts import Draft, finish
from graphbuild.stages.reading.formats import guess_format
from graphbuild.stages.reading.lines import read_lines
from graphbuild.stages.reading.options import Failure, InputFormat, ReadOptions
from graphbuild.stages.reading.plain import read_text
from graphbuild.stages.reading.rows import read_csv, read_jsonl
from graphbuild.stages.reading.sources import Source, expand

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from contextlib import AbstractContextManager
    from typing import BinaryIO

_HEAD = 4096


def read_articles(inputs: Sequence[str], options: ReadOptions) -> Iterator[Article | Failure]:
    """Read the articles of files, folders, patterns and stdin (``-``), one at a time.

    Whatever is no article is yielded as a Failure that names the file, and the line or
    entry in it, and says what to do; nothing else is raised for an input. An article
    that was read before (the same id and text) is left out; another text under an id
    that was used is a Failure. Memory holds one article, and about 200 bytes for each
    one before it.
    """
    seen: dict[bytes, bytes] = {}
    for found in expand(inputs):
        drafts = [found] if isinstance(found, Failure) else _read_source(found, options)
        for draft in drafts:
            article = _finish(draft, options) if isinstance(draft, Draft) else draft
            if isinstance(article, Article):
                yield from _once(article, draft.origin, seen)
            else:
                yield article


def _finish(draft: Draft, options: ReadOptions) -> Article | Failure:
    """Make an article of a draft, or say why not."""
    try:
        return finish(draft, options)
    except InputError as error:
        return Failure(error.origin, error.reason)


def _once(article: Article, place: str, seen: dict[bytes, bytes]) -> Iterator[Article | Failure]:
    """The article read at ``place``, unless its id was used before; ``seen`` remembers for what and where."""
    key, text = _digest(article.id), _digest(article.text)
    before = seen.get(key)
    if before is None:
        seen[key] = text + place.encode()
        yield article
    elif not before.startswith(text):
        first = before[len(text) :].decode()
        reason = (
            f"its id {article.id!r} was given to another text by {first}; give each text an id of its own"
        )
        yield Failure(place, reason)


def _digest(words: str) -> bytes:
    """16 bytes that stand for a text."""
    return hashlib.blake2b(words.encode(), digest_size=16).digest()


def _read_source(source: Source, options: ReadOptions) -> Iterator[Draft | Failure]:
    """The drafts of one file or of stdin."""
    try:
        with _open(source) as stream:
            head = stream.read(_HEAD)
            if not head:
                raise InputError(source.origin, "an empty file; remove it or give the article's text")
            yield from _read_stream(stream, head, source.origin, options)
    except InputError as error:
        yield Failure(error.origin, error.reason)
    except OSError as error:
        yield Failure(
            source.origin, f"cannot be read ({error.strerror or error}); check that you may read it"
        )


def _open(source: Source) -> AbstractContextManager[BinaryIO]:
    """The bytes of a source; stdin is not ours to close."""
    return nullcontext(sys.stdin.buffer) if source.path is None else source.path.open("rb")


def _read_stream(
    stream: BinaryIO, head: bytes, origin: str, options: ReadOptions
) -> Iterator[Draft | Failure]:
    """Read a stream, whose ``head`` was read already, in the format given or guessed."""
    kind = options.format
    try:
        if kind is InputFormat.AUTO:
            kind = guess_format(origin, head)
        else:
            refuse_binary(head)
    except ValueError as error:
        raise InputError(origin, str(error)) from error
    if kind in (InputFormat.JSONL, InputFormat.CSV):
        lines = read_lines(stream, head, origin, options.max_bytes)
        rows = (read_jsonl if kind is InputFormat.JSONL else read_csv)(lines, origin, options)
        first = next(rows, None)
        yield first or Failure(origin, "holds no rows; remove it or give a file with articles")
        yield from rows
        return
    data = head + stream.read(max(options.max_bytes + 1 - len(head), 0))
    if len(data) > options.max_bytes:
        raise InputError(
            origin, f"more than {options.max_bytes} bytes; cut it into articles, one file each, or JSONL"
        )
    yield from _read_whole(data, kind, origin, options)


def _read_whole(
    data: bytes, kind: InputFormat, origin: str, options: ReadOptions
) -> Iterable[Draft | Failure]:
    """Read the bytes of a file that has to be seen as a whole."""
    # Here and not above: their libraries take a second to load, and text needs none.
    if kind is InputFormat.HTML:
        from graphbuild.stages.reading.pages import read_page  # noqa: PLC0415

        return [read_page(data, origin)]
    if kind is InputFormat.FEED:
        from graphbuild.stages.reading.feeds import read_feed  # noqa: PLC0415

        return read_feed(data, origin, options)
    return [read_text(data, origin, options)]
