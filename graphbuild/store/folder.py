"""A build folder: its files, opened as a timeline that streams."""

from __future__ import annotations

import os
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, BinaryIO, Generic, TypeVar

import msgspec

from graphbuild.errors import BuildError
from graphbuild.model.event import Status
from graphbuild.model.timeline import Timeline
from graphbuild.store import convert, lines
from graphbuild.store.story_lines import StoryLine, read_story

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

ARTICLES, MENTIONS, EVENTS = "articles.jsonl", "mentions.jsonl", "events.jsonl"
ACTORS, PLACES, APPEARANCES = "actors.jsonl", "places.jsonl", "appearances.jsonl"
STORIES = "stories.jsonl"
RULES = "actors.yaml"  # written by people, never by a build
TURTLE, FAILED, RECEIPT, HIDDEN = "timeline.ttl", "failed.jsonl", "build.json", ".graphbuild"

_Line = TypeVar("_Line", bound=msgspec.Struct)
_Thing = TypeVar("_Thing")


@dataclass(frozen=True, slots=True)
class _File(Generic[_Line, _Thing]):
    """A JSONL file as an iterable of model objects; each iteration reads it anew."""

    path: Path
    kind: type[_Line]
    read: Callable[[_Line], _Thing]

    def __iter__(self) -> Iterator[_Thing]:
        decoder = msgspec.json.Decoder(self.kind)
        with self.path.open("rb") as file:
            for number, line in enumerate(file, 1):
                try:
                    yield self.read(decoder.decode(line))
                except (msgspec.MsgspecError, ValueError) as error:
                    raise BuildError(
                        f"{self.path}:{number}: {error}; build again into this folder"
                    ) from error


def open_timeline(folder: Path) -> Timeline:
    """The timeline of a build folder; its files are read when it is iterated.

    Raises BuildError when the folder holds no complete build.
    """
    missing = [name for name in (ARTICLES, MENTIONS, EVENTS, ACTORS, PLACES) if not (folder / name).is_file()]
    if missing:
        raise BuildError(
            f"{folder}: no build here ({missing[0]} is missing); run: graphbuild build INPUT -o {folder}"
        )
    seen = folder / APPEARANCES  # builds of before appearances were kept have none
    stories = folder / STORIES  # neither have those of before stories were told
    return Timeline(
        articles=_File(folder / ARTICLES, lines.ArticleLine, convert.read_article),
        mentions=_File(folder / MENTIONS, lines.MentionLine, convert.read_mention),
        events=_File(folder / EVENTS, lines.EventLine, convert.read_event),
        actors=_File(folder / ACTORS, lines.ActorLine, convert.read_actor),
        places=_File(folder / PLACES, lines.PlaceLine, convert.read_place),
        appearances=_File(seen, lines.AppearanceLine, convert.read_appearance) if seen.is_file() else (),
        stories=_File(stories, StoryLine, read_story) if stories.is_file() else (),
    )


class _Told(msgspec.Struct, frozen=True):
    """The part of a line of events that says when, and how surely."""

    status: Status
    time: lines.SpanOfTimeLine


def asserted_period(folder: Path) -> tuple[date, date] | None:
    """The first and the last day of all asserted events with a day on either side."""
    first, last = date.max, date.min
    decoder = msgspec.json.Decoder(_Told)
    with (folder / EVENTS).open("rb") as file:
        for told in map(decoder.decode, file):
            if told.status is Status.ASSERTED and told.time.first and told.time.last:
                first, last = min(first, told.time.first), max(last, told.time.last)
    return (first, last) if first <= last else None


@contextmanager
def atomic(path: Path) -> Iterator[BinaryIO]:
    """A binary file that takes its name only when it was written to the end."""
    part = path.with_name(f".{path.name}.part")
    try:
        with part.open("wb") as file:
            yield file
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def write_lines(path: Path, things: Iterable[msgspec.Struct]) -> int:
    """Write one JSON object a line; returns how many."""
    return write_raw(path, map(msgspec.json.Encoder().encode, things))


def write_raw(path: Path, encoded: Iterable[bytes]) -> int:
    """Write finished lines, each without its line feed; returns how many."""
    count = 0
    with atomic(path) as file:
        for line in encoded:
            file.write(line)
            file.write(b"\n")
            count += 1
    return count


def write_chunks(path: Path, chunks: Iterable[bytes]) -> int:
    """Write chunks of finished lines, each without its last line feed; returns how many lines."""
    count = 0
    with atomic(path) as file:
        for chunk in chunks:
            if chunk:
                file.write(chunk)
                file.write(b"\n")
                count += chunk.count(b"\n") + 1
    return count


def is_writable(folder: Path) -> bool:
    """Whether files can be made in a folder that exists."""
    return folder.is_dir() and os.access(folder, os.W_OK)
