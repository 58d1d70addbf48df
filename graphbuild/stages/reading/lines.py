"""Lines of a stream of any length, decoded one by one."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from graphbuild.stages.reading.decoding import find_bom, guess_encoding
from graphbuild.stages.reading.options import Failure

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

_MIXED = "not {}, as the lines before it are; convert the file to UTF-8"


@dataclass(frozen=True, slots=True)
class Line:
    """One line with its line end, counted from 1."""

    number: int
    text: str


def read_lines(stream: BinaryIO, head: bytes, origin: str, limit: int) -> Iterator[Line | Failure]:
    """The lines of ``stream``, of which ``head`` was read already.

    A line of more than ``limit`` bytes, or one that cannot be decoded, is a Failure
    and the next one is read. Memory holds one line.
    """
    whole = cast("BinaryIO", io.BufferedReader(_Rejoined(head, stream)))
    bom = find_bom(head)
    if bom is None or bom == "utf-8-sig":
        yield from _narrow_lines(whole, origin, limit)
    else:
        yield from _wide_lines(io.TextIOWrapper(whole, encoding=bom, newline=""), origin, limit)


class _Rejoined(io.RawIOBase):
    """A stream whose first bytes were read already, made whole again."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head = head
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        part = self._head[: len(buffer)] or self._rest.read(len(buffer))
        self._head = self._head[len(buffer) :]
        buffer[: len(part)] = part
        return len(part)


def _narrow_lines(stream: BinaryIO, origin: str, limit: int) -> Iterator[Line | Failure]:
    """Lines of an encoding in which a line feed is one byte."""
    number, encoding = 0, "ascii"
    while data := stream.readline(limit + 1):
        number += 1
        place = f"{origin}:{number}"
        if len(data) > limit and not data.endswith(b"\n"):
            while (rest := stream.readline(limit)) and not rest.endswith(b"\n"):
                pass
            yield Failure(place, _too_long(limit))
            continue
        if number == 1:
            data = data.removeprefix(b"\xef\xbb\xbf")
        try:
            encoding = _settle(data, encoding)
            yield Line(number, data.decode(encoding))
        except ValueError as error:  # a UnicodeError is one, with a reason for programmers
            yield Failure(place, _MIXED.format(encoding) if isinstance(error, UnicodeError) else str(error))


def _settle(data: bytes, encoding: str) -> str:
    """The encoding of a file after one more line: plain ASCII leaves it open."""
    if encoding != "ascii" or data.isascii():
        return encoding
    try:
        data.decode()
    except UnicodeDecodeError:
        return guess_encoding(data)
    return "utf-8"


def _wide_lines(stream: io.TextIOWrapper, origin: str, limit: int) -> Iterator[Line | Failure]:
    """Lines of UTF-16 or UTF-32, announced by a byte order mark."""
    number = 0
    try:
        while text := stream.readline(limit):
            number += 1
            if len(text) == limit and not text.endswith("\n"):
                yield Failure(f"{origin}:{number}", _too_long(limit))
                return
            yield Line(number, text)
    except UnicodeError:
        yield Failure(
            f"{origin}:{number + 1}", f"not {stream.encoding} as its start says; convert the file to UTF-8"
        )


def _too_long(limit: int) -> str:
    """Why a line is not read, in words."""
    return f"a line of more than {limit} bytes; split it or take it out"
