"""A build as one static page: no script, nothing fetched, everything with its quote.

What articles say is printed as text, never as markup; an address of an article becomes a
link only when it is one of the web.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from markupsafe import Markup

from graphbuild.model.event import Event, EventMention, Evidence, Status
from graphbuild.query.differences import find_differences
from graphbuild.query.find import EventFilter, narrow
from graphbuild.query.ordering import in_order, is_undated
from graphbuild.query.wording import (
    QUAD_CLASSES,
    count_of,
    harmless,
    name_actors,
    one_line,
    say_actors,
    say_basis,
    say_kind,
    say_outlets,
    say_quantity,
    say_time,
)
from graphbuild.report.links_picture import draw_links
from graphbuild.report.scene import DARK, LIGHT, Ink, Scene
from graphbuild.report.svg import open_templates, style_of
from graphbuild.report.timeline_picture import draw_timeline, told_most
from graphbuild.writers.graph import project_actors
from graphbuild.writers.links import list_pairs

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from datetime import date

    from graphbuild.model.text import Article
    from graphbuild.model.timeline import Timeline

PICTURED_EVENTS = 40
PICTURED_ACTORS = 20


@dataclass(frozen=True, slots=True)
class Unread:
    """An input that could not be read, and why."""

    origin: str
    reason: str


@dataclass(frozen=True, slots=True)
class _Report:
    """One sentence that tells an event; its trigger stands apart to be marked."""

    before: str
    trigger: str
    after: str
    status: str
    speaker: str
    source: str
    anchor: str


@dataclass(frozen=True, slots=True)
class _Row:
    """An event as the table shows it."""

    id: str
    when: str
    basis: str
    who: str
    action: str
    whom: str
    kind: str
    quad: int
    quad_name: str
    place: str
    status: str
    numbers: str
    outlets: str
    reports: tuple[_Report, ...]
    differences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Source:
    """An article of the list at the end."""

    anchor: str
    name: str
    published: str
    url: str


@dataclass(frozen=True, slots=True)
class _Page:
    """All that the template prints."""

    chosen: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]
    left_out: str
    timeline: Scene
    links: Scene
    dated: tuple[_Row, ...]
    undated: tuple[_Row, ...]
    sources: tuple[_Source, ...]
    unread: tuple[Unread, ...]


def render_page(timeline: Timeline, asked: EventFilter, unread: Iterable[Unread], top: int) -> bytes:
    """The page about the events that fit, at most the ``top`` most widely told, as HTML."""
    page = _make_page(timeline, asked, tuple(unread), top)
    template = open_templates().get_template("page.html")
    styles = {"light": _variables(LIGHT), "dark": _variables(DARK), "inks": Markup(style_of(_INKS))}
    return template.render(page=page, **styles).encode(errors="replace")


_INKS = {ink: f"var(--{ink})" for ink in Ink}


def _variables(colours: Mapping[Ink, str]) -> Markup:
    return Markup("; ".join(f"--{ink}: {colour}" for ink, colour in colours.items()))


def _make_page(timeline: Timeline, asked: EventFilter, unread: tuple[Unread, ...], top: int) -> _Page:
    chosen = narrow(timeline, asked)
    events = in_order(chosen.events)
    listed = in_order(told_most(events, top))
    names = name_actors(timeline.actors)
    # Without their texts: the quotes are all that is printed of them.
    articles = {read.article.id: replace(read.article, text="") for read in timeline.articles}
    cited = {evidence.article for event in listed for evidence in event.evidence}
    rows = _make_rows(listed, chosen.mentions, articles, names)
    undated = {event.id for event in listed if is_undated(event)}
    pairs = list_pairs(project_actors(chosen, asked.statuses))
    return _Page(
        chosen=_say_filter(asked),
        facts=_say_facts(events, articles, unread),
        left_out=_say_left_out(len(events) - len(listed)),
        timeline=draw_timeline(events, names, PICTURED_EVENTS, {event.id for event in listed}),
        links=draw_links(pairs, PICTURED_ACTORS),
        dated=tuple(row for row in rows if row.id not in undated),
        undated=tuple(row for row in rows if row.id in undated),
        sources=tuple(_source(article) for article in articles.values() if article.id in cited),
        unread=unread,
    )


def _make_rows(
    events: Iterable[Event],
    mentions: Iterable[EventMention],
    articles: Mapping[str, Article],
    names: Mapping[str, str],
) -> list[_Row]:
    listed = list(events)
    wanted = {mention for event in listed for mention in event.mentions}
    by_id = {mention.id: mention for mention in mentions if mention.id in wanted}
    return [_row(event, by_id, articles, names) for event in listed]


def _row(
    event: Event,
    mentions: Mapping[str, EventMention],
    articles: Mapping[str, Article],
    names: Mapping[str, str],
) -> _Row:
    told = [mentions[key] for key in event.mentions if key in mentions]
    return _Row(
        id=event.id,
        when=say_time(event.time),
        basis=say_basis(event.time),
        who=say_actors(event.sources, names),
        action=one_line(event.action),
        whom=say_actors(event.targets, names),
        kind=say_kind(event),
        quad=event.quad_class or 0,
        quad_name=QUAD_CLASSES.get(event.quad_class or 0, ""),
        place=one_line(event.place.name) if event.place else "",
        status=event.status.value,
        numbers=", ".join(map(say_quantity, event.quantities)),
        outlets=say_outlets(event),
        reports=tuple(
            _report(e, mentions.get(e.mention), articles.get(e.article), names) for e in event.evidence
        ),
        differences=_say_differences(told, event, names),
    )


def _report(
    evidence: Evidence, mention: EventMention | None, article: Article | None, names: Mapping[str, str]
) -> _Report:
    before, trigger, after = _split_quote(evidence, mention)
    speaker = mention.attribution if mention else None
    return _Report(
        before=before,
        trigger=trigger,
        after=after,
        status=evidence.status.value,
        speaker=names.get(speaker.actor or "", one_line(speaker.text)) if speaker else "",
        source=_name_article(article) if article else evidence.article,
        anchor=f"article:{evidence.article}",
    )


def _split_quote(evidence: Evidence, mention: EventMention | None) -> tuple[str, str, str]:
    """The quote before, in and after the trigger; all before it where that is not in the quote."""
    quote, offset = harmless(evidence.quote), evidence.span.start
    if mention is None or not evidence.span.contains(mention.trigger.span):
        return one_line(quote), "", ""
    start, end = mention.trigger.span.start - offset, mention.trigger.span.end - offset
    return quote[:start], quote[start:end], quote[end:]


def _say_differences(told: Sequence[EventMention], event: Event, names: Mapping[str, str]) -> tuple[str, ...]:
    number = {mention: str(n) for n, mention in enumerate(event.mentions, start=1)}
    return tuple(
        f"{difference.what}: "
        + "; ".join(
            f"{said} (report {', '.join(number[key] for key in ids)})" for said, ids in difference.claims
        )
        for difference in find_differences(told, names)
    )


def _say_facts(
    events: Sequence[Event], articles: Collection[str], unread: Collection[Unread]
) -> tuple[tuple[str, str], ...]:
    days = [day for event in events for day in (event.time.first, event.time.last) if day is not None]
    actors = {actor for event in events for actor in (*event.sources, *event.targets)}
    return (
        ("Articles", f"{len(articles):,}"),
        ("Events", f"{len(events):,}"),
        ("Actors in them", f"{len(actors):,}"),
        ("First day", min(days).isoformat() if days else "none"),
        ("Last day", max(days).isoformat() if days else "none"),
        ("Undated", f"{sum(map(is_undated, events)):,}"),
        ("Not read", f"{len(unread):,}"),
    )


def _say_filter(asked: EventFilter) -> tuple[str, ...]:
    """What was asked for, in words."""
    fields: tuple[tuple[str, Sequence[str]], ...] = (
        ("who", asked.who),
        ("did", asked.did),
        ("to whom", asked.to),
        ("where", asked.where),
        ("from", _day(asked.first)),
        ("until", _day(asked.last)),
        ("told by", [f"{asked.min_outlets} outlets or more"] if asked.min_outlets else []),
    )
    words = [f"{name}: {' or '.join(map(one_line, values))}" for name, values in fields if values]
    statuses = "any" if set(asked.statuses) == set(Status) else " or ".join(asked.statuses)
    return (*words, f"status: {statuses}")


def _day(day: date | None) -> list[str]:
    return [day.isoformat()] if day else []


def _say_left_out(number: int) -> str:
    return f"{count_of(number, 'less widely told event')} left out of the tables." if number else ""


def _source(article: Article) -> _Source:
    published = article.published.isoformat() if article.published else "date unknown"
    url = article.url or ""
    return _Source(
        anchor=f"article:{article.id}",
        name=_name_article(article),
        published=published,
        url=url if _is_web_address(url) else "",
    )


def _name_article(article: Article) -> str:
    parts = (article.outlet, article.title or article.origin)
    return one_line(": ".join(part for part in parts if part))


def _is_web_address(url: str) -> bool:
    try:
        return urlsplit(url).scheme in ("http", "https")
    except ValueError:
        return False
