"""A build: inputs in, a folder of files out, with nothing read twice and nothing half written."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib.metadata import version
from pathlib import Path

import msgspec

from graphbuild.errors import BuildError
from graphbuild.lexicon.actor_rules import NO_RULES, ActorRules
from graphbuild.model.actor import Actor, Place
from graphbuild.model.copy import Copy
from graphbuild.model.event import EventLink, Link
from graphbuild.model.text import Article
from graphbuild.model.timeline import ArticleRecord, ReadArticle
from graphbuild.pipeline import group_copies, link_record, link_records, merge_records, settle_records
from graphbuild.settings import versions_of
from graphbuild.stages.appearing import find_appearances
from graphbuild.stages.ordering import link_events, linked_events
from graphbuild.stages.reading import Failure
from graphbuild.stages.rules import SettledActors
from graphbuild.stages.telling import group_by_event, make_event, time_of
from graphbuild.store import convert, lines
from graphbuild.store import folder as files
from graphbuild.store.records import COMMIT_EVERY, FinishedMention, RecordStore, open_records
from graphbuild.writers.rdf import write_turtle

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
        index = settle_records(store.records(), link_records(store.records()), job.rules)
        for problem in index.problems:
            notices.idle_rule(problem)
        receipt = _write_all(job, store, index, sorted(failures, key=lambda f: (f.origin, f.reason)), new)
        for path in sorted(new.iterdir(), key=lambda p: p.name == files.RECEIPT):
            path.replace(target / path.name)
        new.rmdir()
        store.forget_unused()
    return receipt


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


def _write_all(
    job: Job, store: RecordStore, index: SettledActors, failures: list[Failure], new: Path
) -> Receipt:
    actors = {a.id: a for a in index.actors()}
    events_of = merge_records(store.records(), index)
    copies = group_copies(store.records)
    outlets: dict[str, str | None] = {}
    places: dict[str, Place] = {}
    told: list[tuple[str, Link]] = []
    inputs = hashlib.sha256()

    def finished() -> Iterator[FinishedMention]:
        encoder = msgspec.json.Encoder()
        order = _reading_order(store.records())
        for record in store.records():
            outlets[record.article.id] = record.article.outlet
            for number, mention in enumerate(link_record(record, index)):
                merged = replace(mention, event=events_of[mention.id])
                if merged.place:
                    places[merged.place.place.id] = merged.place.place
                told.extend((merged.id, link) for link in merged.links)
                line = encoder.encode(convert.mention_line(merged, actors.__getitem__))
                quote = merged.sentence.span.of(record.article.text)
                yield FinishedMention(merged, order[record.article.id] * 1_000_000 + number, line, quote)

    store.add_mentions(finished())
    links = _link(store, told, events_of, copies)
    counts = Counts(
        articles=files.write_lines(
            new / files.ARTICLES,
            (
                convert.article_line(ReadArticle(r.article, r.passages, copies.get(r.article.id)))
                for r in _hashed(store.records(), inputs)
            ),
        ),
        mentions=files.write_raw(new / files.MENTIONS, store.mention_lines()),
        events=files.write_lines(new / files.EVENTS, _event_lines(store, actors, outlets, copies, links)),
        actors=files.write_lines(new / files.ACTORS, (convert.actor_line(actors[a]) for a in sorted(actors))),
        places=files.write_lines(new / files.PLACES, (convert.place_line(places[p]) for p in sorted(places))),
        appearances=files.write_lines(new / files.APPEARANCES, _appearance_lines(store, index)),
        failed=files.write_lines(new / files.FAILED, (FailureLine(f.origin, f.reason) for f in failures)),
    )
    with files.atomic(new / files.TURTLE) as turtle:
        write_turtle(files.open_timeline(new), turtle)
    return _write_receipt(job, counts, inputs.hexdigest(), new)


def _write_receipt(job: Job, counts: Counts, inputs: str, new: Path) -> Receipt:
    versions = versions_of(job.model)
    receipt = Receipt(
        version("graphbuild"), job.model, versions, counts, inputs, job.rules.digest, _hashes(new)
    )
    with files.atomic(new / files.RECEIPT) as file:
        file.write(msgspec.json.format(msgspec.json.encode(receipt, order="sorted"), indent=1) + b"\n")
    return receipt


def _reading_order(records: Iterable[ArticleRecord]) -> dict[str, int]:
    """The place of each article when all are read by date of publication, undated ones last."""
    keys = sorted((str(r.article.published or "9999"), r.article.id) for r in records)
    return {article: place for place, (_, article) in enumerate(keys)}


def _hashed(records: Iterable[ArticleRecord], sha: hashlib._Hash) -> Iterator[ArticleRecord]:
    for record in records:
        sha.update(msgspec.json.encode(record.article))
        yield record


def _link(
    store: RecordStore,
    told: Sequence[tuple[str, Link]],
    events_of: Mapping[str, str],
    copies: Mapping[str, Copy],
) -> Mapping[str, tuple[EventLink, ...]]:
    """The links of events; only the linked ones are looked at for their time."""
    linked = linked_events(told, events_of)
    times = {
        event: time_of(group, copies) for event, group in group_by_event(store.mentions_by_event(linked))
    }
    return link_events(told, events_of, times)


def _appearance_lines(store: RecordStore, index: SettledActors) -> Iterator[lines.AppearanceLine]:
    for record in store.records():
        yield from map(convert.appearance_line, find_appearances(record, index.id_of))


def _event_lines(
    store: RecordStore,
    actors: dict[str, Actor],
    outlets: dict[str, str | None],
    copies: Mapping[str, Copy],
    links: Mapping[str, tuple[EventLink, ...]],
) -> Iterator[lines.EventLine]:
    for event, group in group_by_event(store.mentions_by_event()):
        made = replace(make_event(event, group, outlets, copies), links=links.get(event, ()))
        yield convert.event_line(made, actors.__getitem__)


def _hashes(new: Path) -> dict[str, str]:
    found = {}
    for path in sorted(new.iterdir()):
        with path.open("rb") as file:
            found[path.name] = hashlib.file_digest(file, "sha256").hexdigest()
    return found
