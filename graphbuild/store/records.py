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
from graphbuild.model.actor import ArticleActor
from graphbuild.model.event import EventMention
from graphbuild.model.timeline import ArticleRecord
from graphbuild.stages.copies import Candidate, candidate_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from graphbuild.model.text import Article

_SCHEMA = """
CREATE TABLE IF NOT EXISTS record (key BLOB PRIMARY KEY, article TEXT NOT NULL, body BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS cast_of (key BLOB PRIMARY KEY, body BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS part (key BLOB PRIMARY KEY, facts BLOB NOT NULL, lines BLOB NOT NULL, turtle BLOB NOT NULL);
"""
_VERSION = 2  # of the tables; those of another version are dropped, for all in them can be made again
_RUN = """
CREATE TEMP TABLE run (article TEXT PRIMARY KEY, key BLOB NOT NULL, digest BLOB NOT NULL) WITHOUT ROWID;
CREATE TEMP TABLE used (key BLOB PRIMARY KEY) WITHOUT ROWID;
CREATE TEMP TABLE mention (id TEXT PRIMARY KEY, event TEXT NOT NULL, place INTEGER NOT NULL, body BLOB NOT NULL, quote TEXT NOT NULL);
"""
COMMIT_EVERY = 20  # records: a few seconds of reading that a kill may cost
WAIT = 5.0  # seconds for another build to let go of the store


@dataclass(frozen=True, slots=True)
class FinishedMention:
    """A merged mention, its place in reading order, its sentence."""

    mention: EventMention
    place: int
    quote: str


@dataclass(frozen=True, slots=True)
class Part:
    """What an article or an event writes: facts for those who come after, lines of JSON, Turtle."""

    facts: bytes
    lines: bytes
    turtle: bytes


@dataclass(frozen=True, slots=True)
class Cast:
    """Who is in an article of this build, and whose copy it may be; ``key`` is that of its record."""

    key: bytes
    actors: tuple[ArticleActor, ...]
    candidate: Candidate

    @property
    def article(self) -> str:
        """The article's id."""
        return self.candidate.article


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
        return self._has(self.key(article))

    def _has(self, key: bytes) -> bool:
        found = self.connection.execute("SELECT 1 FROM record WHERE key = ?", (key,)).fetchone()
        return found is not None

    def add(self, record: ArticleRecord) -> None:
        """Keep a record."""
        encode, key = msgspec.msgpack.encode, self.key(record.article)
        self.connection.execute(
            "INSERT OR REPLACE INTO record VALUES (?, ?, ?)", (key, record.article.id, encode(record))
        )
        cast = encode((record.actors, candidate_of(record)))
        self.connection.execute("INSERT OR REPLACE INTO cast_of VALUES (?, ?)", (key, cast))

    def use(self, article: Article) -> bool:
        """Make an article's record part of this build; whether there is one already."""
        key = self.key(article)
        digest = hashlib.sha256(msgspec.msgpack.encode(article)).digest()
        self.connection.execute("INSERT OR REPLACE INTO run VALUES (?, ?, ?)", (article.id, key, digest))
        return self._has(key)

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

    def record(self, key: bytes) -> ArticleRecord:
        """The record under a key."""
        (body,) = self.connection.execute("SELECT body FROM record WHERE key = ?", (key,)).fetchone()
        return msgspec.msgpack.decode(body, type=ArticleRecord)

    def casts(self) -> Iterator[Cast]:
        """The casts of the articles of this build, sorted by article id."""
        decoder = msgspec.msgpack.Decoder(tuple[tuple[ArticleActor, ...], Candidate])
        rows = self.connection.execute(
            "SELECT run.key, body FROM run JOIN cast_of ON run.key = cast_of.key ORDER BY run.article"
        )
        for key, body in rows:
            yield Cast(key, *decoder.decode(body))

    def digest(self) -> str:
        """A hash of all articles of this build."""
        sha = hashlib.sha256()
        for (one,) in self.connection.execute("SELECT digest FROM run ORDER BY article"):
            sha.update(one)
        return sha.hexdigest()

    def has_part(self, key: bytes) -> bool:
        """Whether a part is kept; its content is not touched."""
        found = self.connection.execute("SELECT 1 FROM part WHERE key = ?", (key,)).fetchone()
        return found is not None

    def facts(self, key: bytes) -> bytes | None:
        """The facts of a kept part, if there is one."""
        return self._kept("SELECT facts FROM part WHERE key = ?", key)

    def lines(self, key: bytes) -> bytes:
        """The lines of JSON of a part that is kept, without a line feed at the end."""
        return self._kept("SELECT lines FROM part WHERE key = ?", key) or b""

    def turtle(self, key: bytes) -> bytes:
        """The Turtle of a part that is kept."""
        return self._kept("SELECT turtle FROM part WHERE key = ?", key) or b""

    def _kept(self, query: str, key: bytes) -> bytes | None:
        found: tuple[bytes] | None = self.connection.execute(query, (key,)).fetchone()
        return found[0] if found else None

    def keep(self, key: bytes, part: Part) -> None:
        """Keep a part; a key must say all that it was made from."""
        row = (key, part.facts, part.lines, part.turtle)
        self.connection.execute("INSERT OR REPLACE INTO part VALUES (?, ?, ?, ?)", row)

    def use_parts(self, keys: Iterable[bytes]) -> None:
        """Say which parts this build is made of."""
        self.connection.executemany("INSERT OR IGNORE INTO used VALUES (?)", ((key,) for key in keys))

    def forget_unused(self) -> None:
        """Drop records and parts that this build did not use."""
        for table, used in (("record", "run"), ("cast_of", "run"), ("part", "used")):
            self.connection.execute(f"DELETE FROM {table} WHERE key NOT IN (SELECT key FROM {used})")
        self.connection.commit()

    def add_mentions(self, rows: Iterable[FinishedMention]) -> None:
        """Keep linked and merged mentions for the time of this build."""
        encode = msgspec.msgpack.Encoder().encode
        self.connection.executemany(
            "INSERT INTO mention VALUES (?, ?, ?, ?, ?)",
            ((r.mention.id, r.mention.event, r.place, encode(r.mention), r.quote) for r in rows),
        )

    def mentions_by_event(self) -> Iterator[tuple[EventMention, str]]:
        """All mentions added with their quotes, sorted by event, then in reading order."""
        decoder = msgspec.msgpack.Decoder(EventMention)
        for body, quote in self.connection.execute("SELECT body, quote FROM mention ORDER BY event, place"):
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
    if connection.execute("PRAGMA user_version").fetchone() != (_VERSION,):
        for table in ("record", "cast_of", "part"):
            connection.execute(f"DROP TABLE IF EXISTS {table}")
        connection.execute(f"PRAGMA user_version = {_VERSION}")
    connection.executescript(_SCHEMA)
    connection.executescript(_RUN)
    connection.execute("BEGIN IMMEDIATE")
    connection.commit()


def _unusable(path: Path, error: Exception) -> BuildError:
    return BuildError(f"{path}: {error}; delete the folder {path.parent} and build again")
