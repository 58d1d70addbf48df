"""Everything a build knows about one thing, in words, with the evidence.

The thing is an event, actor, place, article or mention, given by its id or by the beginning
of it that no other thing has.
"""

from __future__ import annotations

from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING

from graphbuild.errors import QueryError
from graphbuild.model.actor import Actor, Participant, Place, PlaceMention
from graphbuild.model.event import Event, EventMention, Quantity
from graphbuild.model.story import Story
from graphbuild.model.timeline import ReadArticle, Timeline
from graphbuild.query.copies import find_repeats, list_copies, mark_copy, say_independent
from graphbuild.query.differences import Difference, find_differences, reports_of
from graphbuild.query.main_event import tell_main_event
from graphbuild.query.ordering import in_order
from graphbuild.query.stories import describe_story
from graphbuild.query.wording import (
    QUAD_CLASSES,
    UNDATED,
    UNKNOWN,
    count_of,
    name_actors,
    one_line,
    say_actors,
    say_basis,
    say_changes,
    say_event,
    say_kind,
    say_quantity,
    say_status,
    say_time,
    spell_time,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from graphbuild.model.text import Article

Thing = Event | Actor | Place | ReadArticle | EventMention | Story

_SHOWN_CANDIDATES = 8


def look_up(timeline: Timeline, wanted: str) -> Thing:
    """The thing with this id, or the only one whose id begins so; else QueryError."""
    close: list[tuple[str, Thing]] = []
    for key, thing in _all_things(timeline):
        if key == wanted:
            return thing
        if wanted and key.startswith(wanted):
            close.append((key, thing))
    if not close:
        raise QueryError(f"nothing in this build has an id that begins with {wanted!r}")
    if len(close) > 1:
        shown = ", ".join(key for key, _ in close[:_SHOWN_CANDIDATES])
        more = ", ..." if len(close) > _SHOWN_CANDIDATES else ""
        raise QueryError(f"{len(close)} ids begin with {wanted!r}: {shown}{more}")
    return close[0][1]


def describe(timeline: Timeline, thing: Thing) -> Iterator[str]:
    """Lines that tell all about a thing."""
    match thing:
        case Event():
            return _describe_event(timeline, thing)
        case Actor():
            return _describe_actor(timeline, thing)
        case Place():
            return _describe_place(timeline, thing)
        case EventMention():
            return _describe_mention(timeline, thing)
        case ReadArticle():
            return _describe_article(timeline, thing)
        case Story():
            return describe_story(timeline, thing)


def _all_things(timeline: Timeline) -> Iterator[tuple[str, Thing]]:
    return chain(
        ((event.id, event) for event in timeline.events),
        ((actor.id, actor) for actor in timeline.actors),
        ((place.id, place) for place in timeline.places),
        ((read.article.id, read) for read in timeline.articles),
        ((mention.id, mention) for mention in timeline.mentions),
        ((story.id, story) for story in timeline.stories),
    )


def _describe_event(timeline: Timeline, event: Event) -> Iterator[str]:
    names = name_actors(timeline.actors)
    reports = reports_of(timeline, event)
    yield f"{event.id}  {say_event(event, names)}  {say_status(event.status)}".rstrip()
    yield from _fields(
        ("type", say_kind(event)),
        ("CAMEO code", event.code or ""),
        ("quad class", QUAD_CLASSES.get(event.quad_class or 0, "")),
        ("when", f"{spell_time(event.time)} ({say_basis(event.time)})"),
        ("where", _say_place(event.place)),
        ("who", _list_actors(event.sources, names)),
        ("to whom", _list_actors(event.targets, names)),
        ("numbers", ", ".join(map(say_quantity, event.quantities))),
        ("outlets", ", ".join(map(one_line, event.outlets))),
        ("independent", say_independent(event)),
    )
    yield from _tell_order(timeline, event, names)
    yield ""
    yield f"{count_of(len(reports), 'report')}:"
    articles = _articles_by_id(timeline, {report.article for report in reports})
    repeats = find_repeats(event)
    for number, report in enumerate(reports, start=1):
        if report.id in repeats:
            continue
        first, *rest = _tell_report(report, articles[report.article].article, names)
        yield f"{number:3} {first}"
        yield from (f"    {line}" for line in rest)
        for other, again in enumerate(reports, start=1):
            if repeats.get(again.id) == report.id:
                yield f"{other:3}   also in: {again.id}  {_say_source(articles[again.article].article)} {mark_copy(articles[again.article])}"
    yield from _tell_differences(find_differences(reports, names), reports)


def _tell_order(timeline: Timeline, event: Event, names: Mapping[str, str]) -> Iterator[str]:
    """What it was before, after or during, each with the words that say so."""
    others = {link.event for link in event.links}
    wanted = {mention for link in event.links for mention in link.mentions}
    said = {e.id: say_event(e, names) for e in timeline.events if e.id in others}
    telling = [m for m in timeline.mentions if m.id in wanted]
    owner = {m.id: m.event for m in timeline.mentions if m.event in (event.id, *others)}
    for link in event.links:
        ends = {event.id, link.event}
        words = (
            f"{_words(told.text, told.span.start, told.span.end)} of {mention.id}"
            for mention in telling
            for told in mention.links
            if mention.id in link.mentions and {mention.event, owner.get(told.other)} == ends
        )
        yield from _fields((link.kind, f"{link.event} {said.get(link.event, UNKNOWN)}: {', '.join(words)}"))


def _tell_differences(differences: Iterable[Difference], reports: list[EventMention]) -> Iterator[str]:
    number_of = {report.id: str(number) for number, report in enumerate(reports, start=1)}
    for heading, difference in enumerate(differences):
        if heading == 0:
            yield ""
            yield "The reports differ:"
        yield f"  {difference.what}"
        for said, ids in difference.claims:
            yield f"    {said}  (report {', '.join(number_of[key] for key in ids)})"


def _describe_mention(timeline: Timeline, mention: EventMention) -> Iterator[str]:
    names = name_actors(timeline.actors)
    article = _articles_by_id(timeline, {mention.article})[mention.article].article
    yield from _tell_report(mention, article, names)
    yield from _fields(("event", mention.event or "not merged into an event"))


def _tell_report(report: EventMention, article: Article, names: Mapping[str, str]) -> Iterator[str]:
    """One report: the quote with its place in the article, and all that was read in it."""
    quote = report.sentence.span
    time = report.time
    yield f"{report.id}  {_say_source(article)}"
    yield from _fields(
        ("quote", f"{one_line(quote.of(article.text))} [{quote.start}:{quote.end}]"),
        ("trigger", _words(report.trigger.text, report.trigger.span.start, report.trigger.span.end)),
        ("type", " ".join(part for part in (report.type, report.mode, report.code) if part)),
        ("who", _list_participants(report.sources, names)),
        ("to whom", _list_participants(report.targets, names)),
        ("where", _say_place_mention(report.place)),
        ("when", f"{spell_time(time.when)} ({say_basis(time.when)})" if time else UNDATED),
        (
            "time words",
            _words(time.text, time.span.start, time.span.end) if time and time.span and time.text else "",
        ),
        *((x.kind.value, f"{x.other} {_words(x.text, x.span.start, x.span.end)}") for x in report.links),
        ("status", report.status.value),
        ("said by", _list_participants((report.attribution,) if report.attribution else (), names)),
        ("numbers", "; ".join(_say_number_read(quantity) for quantity in report.quantities)),
    )


def _describe_actor(timeline: Timeline, actor: Actor) -> Iterator[str]:
    names = name_actors(timeline.actors)
    yield f"{actor.id}  {one_line(actor.name)}"
    yield from _fields(
        ("kind", actor.kind.value),
        ("country", actor.country or ""),
        ("sector", actor.sector or ""),
        ("roles", ", ".join(map(one_line, actor.roles))),
        ("also called", ", ".join(one_line(alias) for alias in actor.aliases if alias != actor.name)),
        ("wikidata", actor.wikidata or ""),
    )
    yield from _list_events((e for e in timeline.events if actor.id in (*e.sources, *e.targets)), names)


def _describe_place(timeline: Timeline, place: Place) -> Iterator[str]:
    names = name_actors(timeline.actors)
    known = place.latitude is not None and place.longitude is not None
    yield f"{place.id}  {one_line(place.name)}"
    yield from _fields(
        ("country", place.country or ""),
        ("degrees", f"{place.latitude} north, {place.longitude} east" if known else ""),
        ("geonames", place.geonames or ""),
    )
    yield from _list_events((e for e in timeline.events if e.place and e.place.id == place.id), names)


def _describe_article(timeline: Timeline, read: ReadArticle) -> Iterator[str]:
    names = name_actors(timeline.actors)
    article = read.article
    published = (
        f"{article.published} ({article.published_from})" if article.published_from else article.published
    )
    skipped = Counter(passage.kind.value for passage in read.passages if not passage.is_read)
    yield f"{article.id}  {_say_source(article)}"
    yield from _fields(
        ("published", str(published or "unknown: nothing relative is dated")),
        ("address", article.url or ""),
        ("read from", article.origin),
        ("length", count_of(len(article.text), "character")),
        ("skipped", ", ".join(count_of(number, kind) for kind, number in sorted(skipped.items()))),
        ("copy of", f"{read.copy.of} ({say_changes(read.copy)})" if read.copy else ""),
        ("copies", "; ".join(list_copies(timeline, article.id))),
        *tell_main_event(timeline, article, names),
    )
    told = (e for e in timeline.events if any(report.article == article.id for report in e.evidence))
    yield from _list_events(told, names)


def _list_events(events: Iterable[Event], names: Mapping[str, str]) -> Iterator[str]:
    ordered = in_order(events)
    yield ""
    yield f"{count_of(len(ordered), 'event')}:"
    for event in ordered:
        parts = (say_time(event.time), say_event(event, names), say_status(event.status), event.id)
        yield "  " + "  ".join(part for part in parts if part)


def _fields(*fields: tuple[str, str]) -> Iterator[str]:
    """One indented line for each field that has a value."""
    for name, value in fields:
        if value:
            yield f"  {name:<11} {one_line(value)}"


def _list_actors(ids: Iterable[str], names: Mapping[str, str]) -> str:
    return "; ".join(f"{say_actors((actor,), names)} ({actor})" for actor in ids)


def _list_participants(participants: Iterable[Participant], names: Mapping[str, str]) -> str:
    """The words of each role with their offsets, and whom they stand for."""
    return "; ".join(
        f"{_words(p.text, p.span.start, p.span.end)} = {names.get(p.actor, p.actor) if p.actor else UNKNOWN}"
        for p in participants
    )


def _words(text: str, start: int, end: int) -> str:
    return f"“{one_line(text)}” [{start}:{end}]"


def _say_place(place: Place | None) -> str:
    if place is None:
        return ""
    country = f", {place.country}" if place.country else ""
    return f"{one_line(place.name)}{country} ({place.id})"


def _say_place_mention(mention: PlaceMention | None) -> str:
    if mention is None:
        return ""
    return f"{_words(mention.text, mention.span.start, mention.span.end)} = {_say_place(mention.place)}"


def _say_number_read(quantity: Quantity) -> str:
    return f"{_words(quantity.text, quantity.span.start, quantity.span.end)} = {say_quantity(quantity)}"


def _say_source(article: Article) -> str:
    """Outlet, title and day of an article, as far as they are known."""
    parts = (article.outlet, article.title, article.published)
    return ", ".join(one_line(str(part)) for part in parts if part) or article.origin


def _articles_by_id(timeline: Timeline, wanted: Iterable[str]) -> dict[str, ReadArticle]:
    keys = frozenset(wanted)
    return {read.article.id: read for read in timeline.articles if read.article.id in keys}
