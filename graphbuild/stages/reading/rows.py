"""JSONL and CSV, read row by row: the file may be of any size."""

from __future__ import annotations

import csv
import json
from itertools import chain
from typing import TYPE_CHECKING

from graphbuild.errors import InputError
from graphbuild.stages.reading.fields import explain_missing_text, has_text_column, read_row
from graphbuild.stages.reading.options import Failure

if TYPE_CHECKING:
    from _csv import Reader as _Reader
    from collections.abc import Iterator

    from graphbuild.stages.reading.drafts import Draft
    from graphbuild.stages.reading.lines import Line
    from graphbuild.stages.reading.options import ReadOptions

_DELIMITERS = (",", ";", "\t", "|")
_WHOLE_JSON = "one JSON document; write one object a line, for example with jq -c '.[]'"
_STOPPED = "; the rows from here on were not read, correct the line"


def read_jsonl(
    lines: Iterator[Line | Failure], origin: str, options: ReadOptions
) -> Iterator[Draft | Failure]:
    """One draft a line; blank lines are skipped, a wrong line is a Failure of its own."""
    for line in lines:
        if isinstance(line, Failure):
            yield line
        elif line.text.strip():
            if line.number == 1 and (line.text.lstrip().startswith("[") or line.text.strip() == "{"):
                yield Failure(origin, _WHOLE_JSON)
                return
            try:
                yield _read_object(line, f"{origin}:{line.number}", options)
            except InputError as error:
                yield Failure(error.origin, error.reason)


def _read_object(line: Line, place: str, options: ReadOptions) -> Draft:
    """The article that one line of JSON holds."""
    try:
        row = json.loads(line.text.rstrip("\r\n"))
    except RecursionError as error:
        raise InputError(place, "JSON that is nested too deeply; flatten it") from error
    except json.JSONDecodeError as error:
        raise InputError(place, f"not JSON ({error.msg}, column {error.colno}); correct the line") from error
    except ValueError as error:  # a number of thousands of digits
        raise InputError(place, f"not JSON ({error}); correct the line") from error
    if not isinstance(row, dict):
        raise InputError(place, "not a JSON object; write {...} with a text key on each line")
    return read_row(row, place, options)


def read_csv(lines: Iterator[Line | Failure], origin: str, options: ReadOptions) -> Iterator[Draft | Failure]:
    """One draft a row under a header row; comma, semicolon, tab or bar between cells.

    A row with too many or too few cells is a Failure of its own. Where quotes do not
    match, nobody can say where the next row begins: reading stops there.
    """
    texts = _texts(lines)
    line = 0
    try:
        first = next(texts, "")
        rows = csv.reader(chain((first,), texts), delimiter=_delimiter(first), strict=True)
        names = [name.strip() for name in _next_row(rows, options) or ()]
        _check_names(names, f"{origin}:1", options)
        line = rows.line_num + 1
        while (row := _next_row(rows, options)) is not None:
            if any(row):
                yield _read_cells(row, names, f"{origin}:{line}", options)
            line = rows.line_num + 1
    except csv.Error as error:
        yield Failure(f"{origin}:{max(line, 1)}", f"not CSV ({error}){_STOPPED}")
    except InputError as error:
        yield Failure(error.origin, f"{error.reason}{_STOPPED}")


def _texts(lines: Iterator[Line | Failure]) -> Iterator[str]:
    """The lines' text; one that cannot be read ends the file."""
    for line in lines:
        if isinstance(line, Failure):
            raise InputError(line.origin, line.reason)
        yield line.text


def _delimiter(header: str) -> str:
    """The sign that cuts the header row into most cells; a comma when none does."""
    return max(_DELIMITERS, key=header.count)


def _check_names(names: list[str], place: str, options: ReadOptions) -> None:
    """Refuse a header row without the columns that are needed, or with one twice."""
    wanted = [theirs for _, theirs in options.field_map]
    for name in filter(None, (*wanted, *names)):
        if names.count(name) > 1 or name not in names:
            problem = "no column" if name not in names else "more than one column"
            there = ", ".join(filter(None, names))[:200]
            raise InputError(
                place, f"{problem} {name!r} (there are: {there}); correct --map or the header row"
            )
    if not has_text_column(names, options):
        raise InputError(place, explain_missing_text(names, options))


def _next_row(rows: _Reader, options: ReadOptions) -> list[str] | None:
    """One row, with cells as long as a line may be rather than csv's 131,072 characters."""
    usual = csv.field_size_limit(options.max_bytes)
    try:
        return next(rows, None)
    finally:
        csv.field_size_limit(usual)


def _read_cells(row: list[str], names: list[str], place: str, options: ReadOptions) -> Draft | Failure:
    """The article that one row holds."""
    if len(row) != len(names):
        return Failure(place, f"{len(row)} cells under {len(names)} column names; correct the row")
    try:
        return read_row({name: cell or None for name, cell in zip(names, row, strict=True)}, place, options)
    except InputError as error:
        return Failure(error.origin, error.reason)
