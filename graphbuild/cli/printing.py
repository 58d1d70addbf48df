"""Rows on stdout, as a table for people, or as CSV or JSON for programs; files written whole."""

from __future__ import annotations

import csv
import json
import sys
import unicodedata
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Generic, Literal, TextIO, TypeVar

import click

from graphbuild.errors import BuildError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from typing import BinaryIO

    from graphbuild.model.text import Article

Row = TypeVar("Row")
Cell = str | int | float | None | list[str]

STDOUT = "-"

# A single long cell must not push all others off the screen.
_WIDEST = 60


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """A named value of every row, and who reads it: people (tables), programs or both."""

    name: str
    value: Callable[[Row], Cell]
    reader: Literal["both", "people", "program"] = "both"


def print_rows(columns: Sequence[Column[Row]], rows: Iterable[Row], form: str) -> None:
    """Print rows as ``table``, ``list`` (a table without heading), ``csv``, ``json`` or ``jsonl``."""
    out = sys.stdout
    other = "program" if form in ("table", "list") else "people"
    shown = [column for column in columns if column.reader != other]
    if form == "csv":
        _print_csv(shown, rows, out)
    elif form == "jsonl":
        for row in rows:
            out.write(json.dumps(_record(shown, row), ensure_ascii=False) + "\n")
    elif form == "json":
        records = [_record(shown, row) for row in rows]
        out.write(json.dumps(records, ensure_ascii=False, indent=1) + "\n")
    else:
        _print_table(shown, rows, form, out)
    out.flush()


def print_lines(lines: Iterable[str]) -> None:
    """Print lines of text."""
    out = sys.stdout
    for line in lines:
        out.write(line + "\n")
    out.flush()


def print_plain(things: Iterable[object], form: str) -> None:
    """Print frozen types, or records as the store writes them: ``json`` is one list, ``jsonl`` an object a line."""
    from msgspec import json as typed

    encoder = typed.Encoder()
    if form == "jsonl":
        print_lines(encoder.encode(thing).decode() for thing in things)
    else:
        print_lines([typed.format(encoder.encode(list(things)), indent=1).decode()])


def say(words: str) -> None:
    """Words for people, beside the data."""
    click.echo(words, err=True)


def say_undated(article: Article) -> None:
    """The warning about an article whose publication date nobody gives."""
    say(
        f"{article.origin}: no publication date known, so its relative dates stay open; "
        "give one with --published YYYY-MM-DD"
    )


@contextmanager
def open_output(output: str) -> Iterator[BinaryIO]:
    """A file that takes its name only when it was written to the end; ``-`` is stdout."""
    if output == STDOUT:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    from graphbuild.store.folder import atomic

    try:
        with atomic(Path(output)) as file:
            yield file
    except OSError as error:
        raise BuildError(f"cannot write {output}: {error.strerror or error}") from error


def write_whole(output: str, content: bytes) -> None:
    """Write a file at once, so that nobody sees half of it; ``-`` is stdout."""
    with open_output(output) as file:
        file.write(content)


def _print_csv(columns: Sequence[Column[Row]], rows: Iterable[Row], out: TextIO) -> None:
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([column.name for column in columns])
    for row in rows:
        writer.writerow([_text(column.value(row)) for column in columns])


def _record(columns: Sequence[Column[Row]], row: Row) -> dict[str, Cell]:
    return {column.name: column.value(row) for column in columns}


def _print_table(columns: Sequence[Column[Row]], rows: Iterable[Row], form: str, out: TextIO) -> None:
    cells = [[column.value(row) for column in columns] for row in rows]
    heading: list[list[Cell]] = [[column.name for column in columns]] if form == "table" else []
    lines = [[_text(cell) for cell in row] for row in chain(heading, cells)]
    numeric = [all(isinstance(row[n], int | float) for row in cells) for n in range(len(columns))]
    widths = [min(_WIDEST, max((_width(row[n]) for row in lines), default=0)) for n in range(len(columns))]
    for line in lines:
        out.write("  ".join(_pad(line, widths, numeric)).rstrip() + "\n")


def _pad(line: Sequence[str], widths: Sequence[int], numeric: Sequence[bool]) -> Iterator[str]:
    for text, width, is_number in zip(line, widths, numeric, strict=True):
        if width:
            gap = " " * (width - _width(text))
            yield gap + text if is_number else text + gap


def _width(text: str) -> int:
    """Cells of a terminal that a text takes: East Asian characters are wide, accents have none."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text
    )


def _text(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, list):
        return "; ".join(cell)
    return f"{cell:.4f}" if isinstance(cell, float) else str(cell)
