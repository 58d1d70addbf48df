"""Every stretch of text that a build points to, held against the text itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from graphbuild.model.event import Event, EventMention
    from graphbuild.model.text import Span
    from graphbuild.model.timeline import Timeline

AT_ONCE: Final = 100_000_000
"""Characters of articles that are held in memory at a time."""


class Claim(NamedTuple):
    """Some owner's claim that an article has these words at this place; no words, no more than a place."""

    owner: str
    part: str
    article: str
    span: Span
    words: str | None


def check_spans(timeline: Timeline, at_once: int = AT_ONCE) -> Iterator[str | None]:
    """For each claim of each mention and event, None if the words stand there, else what is wrong.

    Mentions and events are read anew for every ``at_once`` characters of articles, so
    that memory stays bounded. A claim about an article that is not there is passed over.
    """
    for texts in _batches(timeline, at_once):
        for claim in _claims(timeline):
            if claim.article in texts:
                yield _judge(claim, texts[claim.article])


def _batches(timeline: Timeline, at_once: int) -> Iterator[Mapping[str, str]]:
    texts: dict[str, str] = {}
    size = 0
    for read in timeline.articles:
        texts[read.article.id] = read.article.text
        size += len(read.article.text)
        if size >= at_once:
            yield texts
            texts, size = {}, 0
    yield texts


def _judge(claim: Claim, text: str) -> str | None:
    where = f"{claim.owner} {claim.part} at {claim.span.start}..{claim.span.end} of {claim.article!r}"
    if claim.span.end > len(text):
        return f"{where}: the text has {len(text)} characters"
    found = claim.span.of(text)
    if claim.words is not None and found != claim.words:
        return f"{where}: says {claim.words!r}, the text has {found!r}"
    return None


def _claims(timeline: Timeline) -> Iterator[Claim]:
    for mention in timeline.mentions:
        for part, span, words in _parts(mention):
            yield Claim(mention.id, part, mention.article, span, words)
    for event in timeline.events:
        yield from _quotes(event)
    for seen in timeline.appearances:
        for name in seen.names:
            yield Claim(seen.actor, name.form.value, seen.article, name.span, name.text)
            yield Claim(seen.actor, "sentence", seen.article, name.sentence, None)


def _quotes(event: Event) -> Iterable[Claim]:
    return (Claim(event.id, "quote", e.article, e.span, e.quote) for e in event.evidence)


def _parts(mention: EventMention) -> Iterator[tuple[str, Span, str | None]]:
    yield "sentence", mention.sentence.span, None
    yield "trigger", mention.trigger.span, mention.trigger.text
    for source in mention.sources:
        yield "source", source.span, source.text
    for target in mention.targets:
        yield "target", target.span, target.text
    if mention.attribution is not None:
        yield "attribution", mention.attribution.span, mention.attribution.text
    if mention.place is not None:
        yield "place", mention.place.span, mention.place.text
    if mention.time is not None and mention.time.span is not None:
        yield "time", mention.time.span, mention.time.text
    for quantity in mention.quantities:
        yield quantity.role, quantity.span, quantity.text
    for link in mention.links:
        yield link.kind, link.span, link.text
