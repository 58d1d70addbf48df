"""A build: inputs in, a folder of files out, with nothing read twice and nothing half written."""

from __future__ import annotations

import gc
import hashlib
import shutil
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import version
from itertools import chain
from pathlib import Path

import msgspec

from graphbuild import parts
from graphbuild.comparing import merge_compared
from graphbuild.errors import BuildError
from graphbuild.gathering import GatheredArticle, gather_articles, gather_events
from graphbuild.lexicon.actor_rules import NO_RULES, ActorRules
from graphbuild.model.text import Article
from graphbuild.model.timeline import ArticleRecord
from graphbuild.pipeline import find_storylines, settle_actors
from graphbuild.settings import versions_of
from graphbuild.stages.reading import Failure
from graphbuild.store import convert
from graphbuild.store import folder as files
from graphbuild.store.records import COMMIT_EVERY, RecordStore, open_records
from graphbuild.store.story_lines import StoryLine, story_lines
from graphbuild.writers.rdf import turtle_blocks, write_blocks
from graphbuild.writers.triples import outlet_quads, place_quads, story_quads

Read = Callable[[Iterable[Article]], Iterator[ArticleRecord]]


class FailureLine(msgspec.Struct, frozen=True):
    """A line of `failed.jsonl`."""

    origin: str
    reason: str


class Counts(msgspec.Struct, frozen=True):
    """How much a build holds."""

    articles: int
    mentions: int
    events: int
    actors: int
    places: int
    appearances: int
    stories: int
    failed: int


class Receipt(msgspec.Struct, frozen=True):
    """What a build was made of and what it made (`build.json`): no times, no paths of a machine.

    ``inputs`` and ``actor_rules`` are hashes; the latter, of the bytes of `actors.yaml`, is
    null where there was none.
    """

    graphbuild: str
    model: str
    versions: dict[str, str]
    counts: Counts
    inputs: str
    actor_rules: str | None
    outputs: dict[str, str]


@dataclass(frozen=True, slots=True)
class Job:
    """What to build: articles and failures from reading, how to read, and under which settings.

    ``settings`` names everything besides an article that its record depends on; ``rules``
    are the analyst's word on the actors, which no record depends on.
    """

    inputs: Iterable[Article | Failure]
    read: Read
    model: str
    settings: str
    rules: ActorRules = NO_RULES


@dataclass(frozen=True, slots=True)
class Notices:
    """Who is told what happens while it happens; ``idle_rule`` of rules on actors that did nothing."""

    undated: Callable[[Article], None]
    failed: Callable[[Failure], None]
    progress: Callable[[int], None]
    idle_rule: Callable[[str], None] = lambda _: None


def build_folder(job: Job, target: Path, notices: Notices) -> Receipt:
    """Build ``job`` into ``target``; a build that is killed goes on from where it was.

    Raises BuildError when the folder cannot be written or another build is at work in it.
    """
    try:
        target.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BuildError(f"{target}: {error.strerror}; choose another folder with -o") from error
    if not files.is_writable(target):
        raise BuildError(f"{target}: cannot be written; choose another folder with -o")
    hidden = target / files.HIDDEN
    with open_records(hidden, job.settings) as store:
        failures = _read_all(job, store, notices)
        new = hidden / "new"
        shutil.rmtree(new, ignore_errors=True)
        new.mkdir()
        with _holding():
            receipt = _assemble(job, store, failures, new, notices)
        for path in sorted(new.iterdir(), key=lambda p: p.name == files.RECEIPT):
            path.replace(target / path.name)
        new.rmdir()
        store.forget_unused()
    return receipt


@contextmanager
def _holding() -> Iterator[None]:
    """Time in which what is made is held to the end: looking through it for garbage took a fifth of it."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _assemble(job: Job, store: RecordStore, failures: list[Failure], new: Path, notices: Notices) -> Receipt:
    """Everything right of the cut: who is who, what is told of whom, and the files."""
    casts = list(store.casts())
    index = settle_actors([(c.article, c.actors) for c in casts], job.rules)
    for problem in index.problems:
        notices.idle_rule(problem)
    articles = gather_articles(store, casts, people := parts.people_of(index))
    return _write_all(job, store, _Found(people, articles, failures), new)


class _RulesBefore(msgspec.Struct, frozen=True):
    """The part of an older `build.json` that tells of rules."""

    actor_rules: str | None = None


def rules_before(target: Path) -> str | None:
    """The hash of the actors file that the build in a folder was made with, None if without or unknown."""
    try:
        return msgspec.json.decode((target / files.RECEIPT).read_bytes(), type=_RulesBefore).actor_rules
    except (OSError, msgspec.MsgspecError):
        return None


def articles_without(folder: Path, gone: Collection[str]) -> Iterator[Article | Failure]:
    """What a build was made of, as its own files have it, without the articles of these ids."""
    for read in files.open_timeline(folder).articles:
        if read.article.id not in gone:
            yield read.article
    for line in (folder / files.FAILED).read_bytes().splitlines():
        failure = msgspec.json.decode(line, type=FailureLine)
        yield Failure(failure.origin, failure.reason)


def model_of(folder: Path) -> str:
    """The parser model that a build was read with. BuildError where its receipt does not say."""
    path = folder / files.RECEIPT
    try:
        return msgspec.json.decode(path.read_bytes(), type=Receipt).model
    except (OSError, msgspec.MsgspecError) as error:
        raise BuildError(f"{path}: {error}; build again into this folder") from error


def _read_all(job: Job, store: RecordStore, notices: Notices) -> list[Failure]:
    failures: list[Failure] = []

    def fresh() -> Iterator[Article]:
        for found in job.inputs:
            if isinstance(found, Failure):
                failures.append(found)
                notices.failed(found)
                continue
            if found.published is None:
                notices.undated(found)
            store.use(found)
            if store.has(found):
                notices.progress(1)
            else:
                yield found

    try:
        for number, record in enumerate(job.read(fresh()), 1):
            store.add(record)
            notices.progress(1)
            if number % COMMIT_EVERY == 0:
                store.commit()
    finally:  # what was read before a failure or Ctrl-C need not be read again
        store.commit()
    return failures


@dataclass(frozen=True, slots=True)
class _Found:
    """What is to be written: who is who, the articles, what could not be read."""

    people: parts.People
    articles: list[GatheredArticle]
    failures: list[Failure]


def _write_all(job: Job, store: RecordStore, found: _Found, new: Path) -> Receipt:
    people, articles = found.people, found.articles
    failures = sorted(found.failures, key=lambda f: (f.origin, f.reason))
    events_of, stories_of = merge_compared(a.facts.compared for a in articles)
    events = gather_events(store, articles, events_of, people)
    places = {p.id: p for a in articles for p in a.facts.places}
    by_mention = sorted((a for a in articles if a.facts.mentions), key=lambda a: min(a.facts.mentions))
    groups = list(parts.actor_groups(people))
    for group in groups:
        if not store.has_part(group.key):
            store.keep(group.key, group.part())
    mention_lines = (
        parts.with_events(store.lines(a.key + parts.MENTIONS), a.facts.mentions, events_of)
        for a in by_mention
    )

    def told_stories() -> Iterable[StoryLine]:
        return story_lines(find_storylines(files.open_timeline(new), stories_of), people.actors.__getitem__)

    counts = Counts(
        articles=files.write_chunks(new / files.ARTICLES, (store.lines(a.key) for a in articles)),
        mentions=files.write_chunks(new / files.MENTIONS, mention_lines),
        events=files.write_chunks(new / files.EVENTS, map(store.lines, events)),
        actors=files.write_chunks(new / files.ACTORS, (g.lines for g in groups)),
        places=files.write_lines(new / files.PLACES, (convert.place_line(places[p]) for p in sorted(places))),
        appearances=files.write_chunks(
            new / files.APPEARANCES, (store.lines(a.key + parts.APPEARANCES) for a in articles)
        ),
        stories=files.write_lines(new / files.STORIES, told_stories()),
        failed=files.write_lines(new / files.FAILED, (FailureLine(f.origin, f.reason) for f in failures)),
    )
    outlets = {a.facts.outlet for a in articles if a.facts.outlet is not None}
    blocks = chain(
        (store.turtle(a.key) for a in articles),
        (store.turtle(g.key) for g in groups),
        (turtle_blocks(place_quads(places[p])) for p in sorted(places)),
        (store.turtle(a.key + parts.MENTIONS) for a in by_mention),
        map(store.turtle, events),
        (turtle_blocks(story_quads(s)) for s in files.open_timeline(new).stories),
        (turtle_blocks(outlet_quads(name)) for name in sorted(outlets)),
    )
    with files.atomic(new / files.TURTLE) as turtle:
        write_blocks(blocks, turtle)
    own = (a.key + kind for a in articles for kind in (b"", parts.MENTIONS, parts.APPEARANCES))
    store.use_parts(chain(own, events, (g.key for g in groups)))
    return _write_receipt(job, counts, store.digest(), new)


def _write_receipt(job: Job, counts: Counts, inputs: str, new: Path) -> Receipt:
    versions = versions_of(job.model)
    receipt = Receipt(
        version("graphbuild"), job.model, versions, counts, inputs, job.rules.digest, _hashes(new)
    )
    with files.atomic(new / files.RECEIPT) as file:
        file.write(msgspec.json.format(msgspec.json.encode(receipt, order="sorted"), indent=1) + b"\n")
    return receipt


def _hashes(new: Path) -> dict[str, str]:
    found = {}
    for path in sorted(new.iterdir()):
        with path.open("rb") as file:
            found[path.name] = hashlib.file_digest(file, "sha256").hexdigest()
    return found
