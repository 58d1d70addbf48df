"""Per-article records under a build folder, so that a second build reads only what is new.

A record is kept under a key that says what it was made from: the article with all its
fields, and the program, model and knowledge that read it. A build that is killed leaves
whole records behind and goes on from there.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import msgspec

from graphbuild.errors import BuildError
from graphbuild.model.event import EventMention
from graphbuild.model.text import Article
from graphbuild.model.timeline import ArticleRecord

_SCHEMA = """
CREATE TABLE IF NOT EXISTS record (key BLOB PRIMARY KEY, article TEXT NOT NULL, body BLOB NOT NULL) WITHOUT ROWID;
"""
_RUN = """
CREATE TEMP TABLE run (article TEXT PRIMARY KEY, key BLOB NOT NULL) WITHOUT ROWID;
CREATE TEMP TABLE mention (id TEXT PRIMARY KEY, event TEXT NOT NULL, place INTEGER NOT NULL, body BLOB NOT NULL, line BLOB NOT NULL, quote TEXT NOT NULL);
"""
COMMIT_EVERY = 200


@dataclass(frozen=True, slots=True)
class FinishedMention:
    """A merged mention, its place in reading order, its line of `mentions.jsonl`, its sentence."""

    mention: EventMention
    place: int
    line: bytes
    quote: str


@dataclass(frozen=True, slots=True)
class RecordStore:
    """The open store of one build folder."""

    connection: sqlite3.Connection
    settings: str

    def key(self, article: Article) -> bytes:
        """What a record of this article is kept under."""
        parts = msgspec.msgpack.encode((article, self.settings))
        return hashlib.sha256(parts).digest()

    def has(self, article: Article) -> bool:
        """Whether a record of just this article is kept."""
        found = self.connection.execute("SELECT 1 FROM record WHERE key = ?", (self.key(article),)).fetchone()
        return found is not None

    def add(self, record: ArticleRecord) -> None:
        """Keep a record."""
        body = msgspec.msgpack.encode(record)
        key = self.key(record.article)
        self.connection.execute(
            "INSERT OR REPLACE INTO record VALUES (?, ?, ?)", (key, record.article.id, body)
        )

    def use(self, article: Article) -> None:
        """Make an article's record part of this build."""
        self.connection.execute("INSERT OR REPLACE INTO run VALUES (?, ?)", (article.id, self.key(article)))

    def commit(self) -> None:
        """Make what was added survive a kill."""
        self.connection.commit()

    def records(self) -> Iterator[ArticleRecord]:
        """The records of this build, sorted by article id."""
        decoder = msgspec.msgpack.Decoder(ArticleRecord)
        rows = self.connection.execute(
            "SELECT body FROM run JOIN record ON run.key = record.key ORDER BY run.article"
        )
        for (body,) in rows:
            yield decoder.decode(body)

    def forget_unused(self) -> None:
        """Drop records that this build did not use."""
        self.connection.execute("DELETE FROM record WHERE key NOT IN (SELECT key FROM run)")
        self.connection.commit()

    def add_mentions(self, rows: Iterable[FinishedMention]) -> None:
        """Keep linked and merged mentions for the time of this build."""
        encode = msgspec.msgpack.Encoder().encode
        self.connection.executemany(
            "INSERT INTO mention VALUES (?, ?, ?, ?, ?, ?)",
            ((r.mention.id, r.mention.event, r.place, encode(r.mention), r.line, r.quote) for r in rows),
        )

    def mention_lines(self) -> Iterator[bytes]:
        """The finished lines of all mentions, sorted by id."""
        for (line,) in self.connection.execute("SELECT line FROM mention ORDER BY id"):
            yield line

    def mentions_by_event(self) -> Iterator[tuple[EventMention, str]]:
        """All mentions with their quotes, sorted by event, then in reading order."""
        decoder = msgspec.msgpack.Decoder(EventMention)
        for body, quote in self.connection.execute("SELECT body, quote FROM mention ORDER BY event, place"):
            yield decoder.decode(body), quote


@contextmanager
def open_records(folder: Path, settings: str) -> Iterator[RecordStore]:
    """Open (or make) the record store under a build folder.

    ``settings`` says with what articles are read; records made with others are not used.
    Raises BuildError when the store cannot be opened or another build holds it.
    """
    path = folder / "records.sqlite"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(path, timeout=5)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA temp_store = FILE")
        connection.executescript(_SCHEMA)
        connection.executescript(_RUN)
    except (sqlite3.Error, OSError) as error:
        raise BuildError(
            f"{path}: {error}; if no other build is running, delete the folder {folder}"
        ) from error
    try:
        yield RecordStore(connection, settings)
        connection.commit()
    finally:
        connection.close()
