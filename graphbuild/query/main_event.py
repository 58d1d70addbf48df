"""What an article is mainly about, in one line, with the sentence that says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphbuild.lexicon.cues import load_cues
from graphbuild.query.wording import UNKNOWN, one_line, say_status, say_time
from graphbuild.stages.mainevent import find_main_event

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from graphbuild.model.actor import Participant
    from graphbuild.model.event import EventMention
    from graphbuild.model.text import Article
    from graphbuild.model.timeline import Timeline


def main_event_of(timeline: Timeline, article: Article) -> EventMention | None:
    """The report that shows what an article is about, None where it tells no event."""
    told = [mention for mention in timeline.mentions if mention.article == article.id]
    wanted = {mention.event for mention in told}
    events = {event.id: event for event in timeline.events if event.id in wanted}
    return find_main_event(told, events, article.published, load_cues().speech)


def tell_main_event(
    timeline: Timeline, article: Article, names: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """Its main event, as this article tells it, and the quote, each with a name; nothing where there is none."""
    found = main_event_of(timeline, article)
    if found is None:
        return
    quote = found.sentence.span
    yield "main event", f"{_say(found, names)}  {found.event or found.id}"
    yield "says so", f"{one_line(quote.of(article.text))} [{quote.start}:{quote.end}]"


def _say(told: EventMention, names: Mapping[str, str]) -> str:
    """Who did what to whom, when and where, as far as the article says so."""
    parts = [_name(told.sources, names) or UNKNOWN, one_line(told.trigger.text)]
    if told.targets:
        parts.append(_name(told.targets, names))
    when = say_time(told.time.when) if told.time else ""
    where = f"at {one_line(told.place.place.name)}" if told.place else ""
    return ", ".join(part for part in (" → ".join(parts), when, where, say_status(told.status)) if part)


def _name(participants: Iterable[Participant], names: Mapping[str, str]) -> str:
    """Those who fill a role, each once; the words themselves where they name nobody known."""
    said = (names.get(p.actor or "", one_line(p.text)) for p in participants)
    return ", ".join(dict.fromkeys(said))
