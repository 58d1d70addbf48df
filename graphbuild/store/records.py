"""Per-article records under a build folder, so that a second build reads only what is new.

A record is kept under a key that says what it was made from: the article with all its
fields, and the program, model and knowledge that read it. A build that is killed leaves
whole records behind and goes on from there.
"""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import closing, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from graphbuild.errors import BuildError
from graphbuild.model.event import EventMention
from graphbuild.model.timeline import ArticleRecord

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from pathlib import Path

    from graphbuild.model.text import Article

_SCHEMA = """
CREATE TABLE IF NOT EXISTS record (key BLOB PRIMARY KEY, article TEXT NOT NULL, body BLOB NOT NULL) WITHOUT ROWID;
"""
_RUN = """
CREATE TEMP TABLE run (article TEXT PRIMARY KEY, key BLOB NOT NULL) WITHOUT ROWID;
CREATE TEMP TABLE mention (id TEXT PRIMARY KEY, event TEXT NOT NULL, place INTEGER NOT NULL, body BLOB NOT NULL, line BLOB NOT NULL, quote TEXT NOT NULL);
"""
COMMIT_EVERY = 20  # records: a few seconds of reading that a kill may cost
WAIT = 5.0  # seconds for another build to let go of the store


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

    def mentions_by_event(self, only: Collection[str] | None = None) -> Iterator[tuple[EventMention, str]]:
        """The mentions of all events, or ``only`` of these, with their quotes: by event, then as read."""
        decoder = msgspec.msgpack.Decoder(EventMention)
        rows = self.connection.execute("SELECT event, body, quote FROM mention ORDER BY event, place")
        for event, body, quote in rows:
            if only is None or event in only:
                yield decoder.decode(body), quote


@contextmanager
def open_records(folder: Path, settings: str) -> Iterator[RecordStore]:
    """Open (or make) the record store under a build folder; no other build can open it meanwhile.

    ``settings`` says with what articles are read; records made with others are not used.
    Raises BuildError when another build holds the store, or when it cannot be used: at
    once, or later, where damage shows only when a record is read.
    """
    path = folder / "records.sqlite"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _unusable(path, error) from error
    try:
        with closing(sqlite3.connect(path, timeout=WAIT)) as connection:
            _prepare(connection)
            yield RecordStore(connection, settings)
            connection.commit()
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
            raise _unusable(path, error) from error
        raise BuildError(f"{folder.parent}: another build is at work here; wait, or use -o") from error
    except (sqlite3.Error, msgspec.MsgspecError) as error:
        raise _unusable(path, error) from error


def _prepare(connection: sqlite3.Connection) -> None:
    """Set up a connection and take the lock, which is held until it is closed or its process dies."""
    connection.execute("PRAGMA locking_mode = EXCLUSIVE")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA temp_store = FILE")
    connection.executescript(_SCHEMA)
    connection.executescript(_RUN)
    connection.execute("BEGIN IMMEDIATE")
    connection.commit()


def _unusable(path: Path, error: Exception) -> BuildError:
    return BuildError(f"{path}: {error}; delete the folder {path.parent} and build again")
