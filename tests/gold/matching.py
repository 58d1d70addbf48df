"""Holds what the program read against a hand-written case, by the rules at the head of `corpus.py`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphbuild.model.event import LinkKind
from graphbuild.stages.mentions.actors import name_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from graphbuild.model.actor import Participant
    from graphbuild.model.event import EventMention
    from graphbuild.model.timeline import ArticleRecord
    from tests.gold.corpus import Either, GoldEvent, NeverEvent


def names_of(record: ArticleRecord, participant: Participant) -> set[str]:
    """Every name of a participant's actor, and the words that were there."""
    names = {participant.text}
    for actor in record.actors:
        if actor.key == participant.actor:
            names.update((actor.name, *actor.aliases))
    return names


def misses(record: ArticleRecord, wanted: GoldEvent) -> list[str]:
    """What is wrong with the mention that comes nearest to a wanted event; empty when one fits."""
    reports = [
        list(_differences(record, m, wanted)) for m in record.events if _is_at(record, m, wanted.trigger)
    ]
    if not reports:
        return [f"no event at {' | '.join(wanted.trigger)!r}"]
    return min(reports, key=len)


def _is_at(record: ArticleRecord, mention: EventMention, words: Either) -> bool:
    text = record.article.text
    for word in words:
        at = text.find(word)
        while at >= 0:
            if at < mention.trigger.span.end and mention.trigger.span.start < at + len(word):
                return True
            at = text.find(word, at + 1)
    return False


def _differences(record: ArticleRecord, mention: EventMention, wanted: GoldEvent) -> Iterator[str]:
    if wanted.type and mention.type not in wanted.type:
        yield f"type {mention.type}, wanted {wanted.type}"
    if wanted.status and mention.status not in wanted.status:
        yield f"status {mention.status}, wanted {wanted.status}"
    yield from _names_differ("who", record, mention.sources, wanted.who)
    yield from _names_differ("whom", record, mention.targets, wanted.whom)
    said_by = (mention.attribution,) if mention.attribution else ()
    yield from _names_differ("said_by", record, said_by, wanted.said_by)
    if wanted.where is not None:
        places = {mention.place.text, mention.place.place.name} if mention.place else set()
        for either in wanted.where:
            if not any(_fits(name, places) for name in either):
                yield f"where {places}, wanted {either}"
        if not wanted.where and places:
            yield f"where {places}, wanted none"
    when = (mention.time.when.first, mention.time.when.last) if mention.time else (None, None)
    if wanted.when is not None and when != wanted.when:
        yield f"when {when[0]}..{when[1]}, wanted {wanted.when[0]}..{wanted.when[1]}"
    yield from _numbers_differ(mention, wanted)
    yield from _links_differ(record, mention, wanted)


def _links_differ(record: ArticleRecord, mention: EventMention, wanted: GoldEvent) -> Iterator[str]:
    for kind in LinkKind:
        words = getattr(wanted, kind)
        if words is not None and not _is_linked(record, mention, kind, words):
            yield f"not {kind} {' | '.join(words)!r}, links {[(x.kind.value, x.text) for x in mention.links]}"


def _is_linked(record: ArticleRecord, mention: EventMention, kind: LinkKind, words: Either) -> bool:
    """Whether a mention is linked so to one that has one of these triggers."""
    others = {x.other for x in mention.links if x.kind is kind}
    return any(m.id in others and _is_at(record, m, words) for m in record.events)


def _numbers_differ(mention: EventMention, wanted: GoldEvent) -> Iterator[str]:
    for role in ("killed", "wounded", "arrested"):
        number = getattr(wanted, role)
        found = [q.low for q in mention.quantities if q.role == role]
        if number is not None and number not in found:
            yield f"{role} {found}, wanted {number}"


def _names_differ(
    role: str, record: ArticleRecord, found: Sequence[Participant], wanted: Sequence[Either] | None
) -> Iterator[str]:
    if wanted is None:
        return
    called = [names_of(record, p) for p in found]
    if not wanted and found:
        yield f"{role} {called}, wanted nobody"
    for either in wanted:
        if not any(_fits(name, names) for name in either for names in called):
            yield f"{role} {called}, wanted {' | '.join(either)}"


def _fits(name: str, names: Iterable[str]) -> bool:
    """Whether a name stands in one of these, word by word."""
    key = name_key(name)
    for other in names:
        words = name_key(other)
        if any(words[i : i + len(key)] == key for i in range(len(words) - len(key) + 1)):
            return True
    return False


def offences(record: ArticleRecord, unwanted: NeverEvent) -> list[EventMention]:
    """The mentions that fit everything a ``never`` entry says."""
    return [m for m in record.events if _offends(record, m, unwanted)]


def _offends(record: ArticleRecord, mention: EventMention, unwanted: NeverEvent) -> bool:
    when = mention.time.when if mention.time else None
    places = {mention.place.text, mention.place.place.name} if mention.place else set()
    checks = (
        unwanted.trigger is None or _is_at(record, mention, (unwanted.trigger,)),
        unwanted.type is None or mention.type == unwanted.type,
        unwanted.status is None or mention.status == unwanted.status,
        unwanted.who is None or _is_called(record, mention.sources, unwanted.who),
        unwanted.whom is None or _is_called(record, mention.targets, unwanted.whom),
        unwanted.where is None or unwanted.where in places,
        *(_is_linked(record, mention, k, (w,)) for k in LinkKind if (w := getattr(unwanted, k)) is not None),
        unwanted.when is None or (when is not None and when.first == when.last == unwanted.when),
    )
    return all(checks)


def _is_called(record: ArticleRecord, participants: Iterable[Participant], name: str) -> bool:
    wanted = name_key(name)
    for participant in participants:
        actor = next((a for a in record.actors if a.key == participant.actor), None)
        if name_key(participant.text) == wanted or (actor and name_key(actor.name) == wanted):
            return True
    return False
