"""CAT XML as MEANTIME is published in: numbered tokens, marks that name them, relations between marks.

MEANTIME (https://www.newsreader-project.eu/results/data/wikinews, CC BY 4.0) adds a list of the
instances that marks refer to, ``list_instances.csv``; it has the days of events.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from published.sentences import Piece, join
from published.timeml import DatedText, Mark, day_of, is_creation

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date
    from pathlib import Path

LAST_SENTENCE = 5  # MEANTIME annotates the headline and the first five sentences in full
_DATELINE = 1  # the number of its sentence; the headline is 0
_AT = frozenset({"IS_INCLUDED", "SIMULTANEOUS"})


@dataclass(frozen=True, slots=True)
class Slot:
    """What fills a role: any of the names by which the document or the annotator call it."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """A mention of an event: sentence number, words, class, roles of PropBank, its day if there is one."""

    sentence: int
    trigger: str
    kind: str
    roles: Mapping[str, tuple[Slot, ...]]
    day: date | None


@dataclass(frozen=True, slots=True)
class GoldMention:
    """Words that name an entity: half-open characters, the entity's sort (PER, ORG ...) and its chain.

    ``chain`` is the same in every document where the annotators knew the entity again.
    """

    start: int
    end: int
    kind: str
    chain: str


@dataclass(frozen=True, slots=True)
class CatDocument:
    """A document: its text, where its sentences begin, its date, times, events and entities."""

    name: str
    url: str
    title: str
    text: str
    starts: tuple[int, ...]
    published: date | None
    times: tuple[Mark, ...]
    events: tuple[GoldEvent, ...]
    entities: tuple[GoldMention, ...]


@dataclass(frozen=True, slots=True)
class Instance:
    """A line of the list of instances: when an event was or began, "" where it is not said."""

    time: str
    begin: str


def read_instances(path: Path) -> Mapping[str, Instance]:
    """The list of instances, by id."""
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    return {row[0]: Instance(row[7], row[8]) for row in rows if len(row) > 8 and not row[0].startswith("#")}


def read_cat(path: Path, instances: Mapping[str, Instance] | None = None) -> CatDocument:
    """A document with its events; their days come from ``instances`` first, then from temporal links."""
    return _Reader(ET.parse(path).getroot(), instances or {}).document(path.stem)


def dated_text(document: CatDocument) -> DatedText | None:
    """The part of a document that is annotated in full, with its times; None where it has no date."""
    if document.published is None:
        return None
    ends = (*document.starts, len(document.text))
    text = document.text[: ends[min(LAST_SENTENCE + 1, len(document.starts))]].rstrip()
    times = tuple(mark for mark in document.times if mark.end <= len(text))
    return DatedText(document.name, text, document.published, times)


class _Reader:
    """One document while it is read: its marks by id, and who refers to whom."""

    def __init__(self, root: ET.Element, instances: Mapping[str, Instance]) -> None:
        self.root, self.instances = root, instances
        self.pieces = [
            Piece(token.get("t_id", ""), int(token.get("sentence", "0")), token.text or "")
            for token in root.iter("token")
        ]
        self.joined = join(self.pieces)
        self.by_id = {piece.id: piece for piece in self.pieces}
        markables = root.find("Markables")
        self.marks = {m.get("m_id", ""): m for m in (() if markables is None else markables)}
        self.referent = {
            source.get("m_id", ""): target.get("m_id", "")
            for link in root.iter("REFERS_TO")
            for source in link.iter("source")
            for target in link.iter("target")
        }

    def document(self, name: str) -> CatDocument:
        first: dict[int, int] = {}
        for piece in self.pieces:
            first.setdefault(piece.sentence, self.joined.places[piece.id][0])
        starts = tuple(first[number] for number in sorted(first))
        title = self.joined.text[: starts[1]].strip() if len(starts) > 1 else self.joined.text
        return CatDocument(
            name=name,
            url=self.root.get("url", ""),
            title=title,
            text=self.joined.text,
            starts=starts,
            published=self._published(),
            times=tuple(sorted(self._times(), key=lambda mark: mark.start)),
            events=tuple(self._events()),
            entities=tuple(sorted(self._entities(name), key=lambda mention: (mention.start, mention.end))),
        )

    def _published(self) -> date | None:
        """The creation time, or where none is marked the day in the dateline."""
        times = list(self.root.iter("TIMEX3"))
        created = [t for t in times if is_creation(t)]
        dateline = [t for t in times if {p.sentence for p in self._anchors(t)} == {_DATELINE}]
        return next(filter(None, (day_of(t.get("value", "")) for t in (*created, *dateline))), None)

    def _times(self) -> Iterator[Mark]:
        for element in self.root.iter("TIMEX3"):
            places = [self.joined.places[p.id] for p in self._anchors(element)]
            if places:
                start, end = min(places)[0], max(places)[1]
                yield Mark(start, end, element.get("type", ""), element.get("value", ""))

    def _events(self) -> Iterator[GoldEvent]:
        roles = self._roles()
        days = self._linked_days()
        for element in self.root.iter("EVENT_MENTION"):
            mark, pieces = element.get("m_id", ""), self._anchors(element)
            if not pieces:
                continue
            event = self.marks.get(self.referent.get(mark, ""))
            instance = self.instances.get("" if event is None else event.get("instance_id", ""))
            yield GoldEvent(
                sentence=pieces[0].sentence,
                trigger=" ".join(piece.words for piece in pieces),
                kind="" if event is None else event.get("class", ""),
                roles=roles.get(mark, {}),
                day=_day(instance, days.get(mark, "")),
            )

    def _entities(self, name: str) -> Iterator[GoldMention]:
        """Mentions with the entity they refer to; one that is no instance of the corpus is the document's own."""
        for element in self.root.iter("ENTITY_MENTION"):
            entity = self.marks.get(self.referent.get(element.get("m_id", ""), ""))
            places = [self.joined.places[piece.id] for piece in self._anchors(element)]
            if entity is None or not places:
                continue
            chain = entity.get("instance_id") or f"{name} {entity.get('m_id')}"
            yield GoldMention(min(places)[0], max(places)[1], entity.get("ent_type", ""), chain)

    def _anchors(self, element: ET.Element) -> list[Piece]:
        named = (anchor.get("t_id", "") for anchor in element.iter("token_anchor"))
        return [self.by_id[each] for each in named if each in self.by_id]

    def _words(self, mark: str) -> str:
        return " ".join(piece.words for piece in self._anchors(self.marks[mark]))

    def _roles(self) -> dict[str, dict[str, tuple[Slot, ...]]]:
        called = defaultdict(list)
        for mark, entity in self.referent.items():
            if mark in self.marks:
                called[entity].append(self._words(mark))
        found: dict[str, dict[str, tuple[Slot, ...]]] = defaultdict(dict)
        for event, filler, link in self._links("HAS_PARTICIPANT"):
            if filler in self.marks:
                entity = self.referent.get(filler, "")
                known = self.marks.get(entity)
                own = "" if known is None else known.get("TAG_DESCRIPTOR", "")
                names = dict.fromkeys(filter(None, (self._words(filler), own, *called.get(entity, ()))))
                role = link.get("sem_role", "")
                found[event][role] = (*found[event].get(role, ()), Slot(tuple(names)))
        return found

    def _linked_days(self) -> dict[str, str]:
        """The first time expression at or within which an event is said to be."""
        found: dict[str, str] = {}
        for event, time, link in self._links("TLINK"):
            mark = self.marks.get(time)
            if mark is not None and mark.tag == "TIMEX3" and link.get("reltype") in _AT:
                found.setdefault(event, mark.get("value", ""))
        return found

    def _links(self, tag: str) -> Iterator[tuple[str, str, ET.Element]]:
        for link in self.root.iter(tag):
            for source in link.iter("source"):
                for target in link.iter("target"):
                    yield source.get("m_id", ""), target.get("m_id", ""), link


def _day(instance: Instance | None, linked: str) -> date | None:
    said = (instance.time or instance.begin) if instance is not None else ""
    value = said or linked
    return day_of(value) if re.fullmatch(r"\d{4}-\d\d-\d\d", value) else None
