"""Events as rows of a table for people: who did what to whom, when, and every sentence that says so."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from graphbuild.query.differences import find_differences
from graphbuild.query.wording import (
    QUAD_CLASSES,
    harmless,
    one_line,
    say_actors,
    say_basis,
    say_kind,
    say_outlets,
    say_quantity,
    say_time,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from graphbuild.model.event import Event, EventMention, Evidence
    from graphbuild.model.text import Article
    from graphbuild.model.timeline import Timeline


@dataclass(frozen=True, slots=True)
class Report:
    """One sentence that tells an event; its trigger stands apart to be marked."""

    before: str
    trigger: str
    after: str
    status: str
    speaker: str
    source: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Row:
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
    reports: tuple[Report, ...]
    differences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """An article of the list at the end."""

    anchor: str
    name: str
    published: str
    url: str


def make_rows(
    events: Iterable[Event],
    mentions: Iterable[EventMention],
    articles: Mapping[str, Article],
    names: Mapping[str, str],
) -> list[Row]:
    """A row for each event, in their order, with its reports out of ``mentions``."""
    listed = list(events)
    wanted = {mention for event in listed for mention in event.mentions}
    by_id = {mention.id: mention for mention in mentions if mention.id in wanted}
    return [_row(event, by_id, articles, names) for event in listed]


def articles_of(timeline: Timeline) -> dict[str, Article]:
    """The articles by id, without their texts: the quotes are all that is printed of them."""
    return {read.article.id: replace(read.article, text="") for read in timeline.articles}


def sources_of(events: Iterable[Event], articles: Mapping[str, Article]) -> tuple[Source, ...]:
    """The articles that tell these events, for the list at the end of a page."""
    cited = {evidence.article for event in events for evidence in event.evidence}
    return tuple(_source(article) for article in articles.values() if article.id in cited)


def _row(
    event: Event,
    mentions: Mapping[str, EventMention],
    articles: Mapping[str, Article],
    names: Mapping[str, str],
) -> Row:
    told = [mentions[key] for key in event.mentions if key in mentions]
    return Row(
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
) -> Report:
    before, trigger, after = _split_quote(evidence, mention)
    speaker = mention.attribution if mention else None
    return Report(
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


def _source(article: Article) -> Source:
    published = article.published.isoformat() if article.published else "date unknown"
    url = article.url or ""
    return Source(
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
