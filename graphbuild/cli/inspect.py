"""`graphbuild inspect`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from graphbuild.cli import options
from graphbuild.cli.build import DEFAULT_MODEL, Day
from graphbuild.cli.printing import print_lines
from graphbuild.model.time import AnchorKind
from graphbuild.query.reasons import say_idle, say_others, say_paths, say_type
from graphbuild.query.wording import one_line, say_quantity, spell_time

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from graphbuild.model.actor import ActorMention, ArticleActor, Participant
    from graphbuild.model.event import EventMention
    from graphbuild.model.parse import Token
    from graphbuild.model.time import Timex
    from graphbuild.query.seen import SeenArticle, SeenEvent, SeenSentence, SeenTimex


@click.command()
@click.argument("article")
@click.option("--published", type=Day(), metavar="DATE", help="Publication date (YYYY-MM-DD).")
@click.option("--tokens", is_flag=True, help="Show how the parser sees each word.")
@click.option(
    "--model",
    default=DEFAULT_MODEL,
    show_default=True,
    metavar="NAME",
    help="An installed English spaCy pipeline.",
)
@options.form_option("table", "json")
def inspect(*, article: str, published: date | None, tokens: bool, model: str, form: str) -> None:
    """Show what each stage saw in an article, sentence by sentence.

    ARTICLE is a file of any form that build reads, or - for stdin. For each sentence:
    time expressions, with what each was reckoned from and why, actors and events; for each event the pattern of the codebook that
    typed it, the way to each role, and the patterns that were rejected, with the reason.
    With -f json, a JSON object a line for each article, with everything.
    """
    from graphbuild.query.seen import see_article
    from graphbuild.reading import read_articles
    from graphbuild.stages.reading import ReadOptions

    for read in read_articles([article], ReadOptions(published=published)):
        seen = see_article(read, model)
        if form == "json":
            _print_json(seen)
        else:
            print_lines(_article_lines(seen, tokens=tokens))


def _print_json(seen: SeenArticle) -> None:
    from msgspec.json import encode

    sys.stdout.write(encode(seen).decode() + "\n")
    sys.stdout.flush()


def _article_lines(seen: SeenArticle, *, tokens: bool) -> Iterator[str]:
    article, text = seen.article, seen.article.text
    since = f" ({article.published_from.value})" if article.published_from else ""
    yield f"{article.origin}: {one_line(article.title or 'no title')}"
    yield f"  id {article.id}, outlet {article.outlet or 'unknown'}"
    yield f"  published {article.published or 'unknown: relative dates stay open'}{since}"
    for passage in seen.passages:
        if not passage.is_read:
            yield f"  not read: {passage.kind.value} {_place(passage.span.of(text), passage.span.start)}"
    names = {actor.key: actor.name for actor in seen.actors}
    yield "actors"
    for actor in seen.actors:
        yield f"  {_actor_line(actor)}"
    for sentence in seen.sentences:
        yield ""
        yield from _sentence_lines(sentence, names, tokens=tokens)


def _actor_line(actor: ArticleActor) -> str:
    known = [actor.kind.value, actor.country, actor.sector, actor.entry]
    others = [one_line(alias) for alias in actor.aliases if alias != actor.name]
    called = f"; also {', '.join(others)}" if others else ""
    return f"{one_line(actor.name)}: {' '.join(filter(None, known))}{called}"


def _sentence_lines(seen: SeenSentence, names: Mapping[str, str], *, tokens: bool) -> Iterator[str]:
    span = seen.sentence.span
    yield f"[{seen.sentence.index}] {span.start}-{span.end} {seen.sentence.kind.value}: {one_line(seen.text)}"
    if tokens:
        yield from _token_lines(seen.tokens)
    for timex in seen.timexes:
        yield f"  time   {_timex_line(timex.timex, seen)}"
        yield f"           {'anchor':<8} {_anchor_line(timex)}"
    for mention in seen.actors:
        yield f"  actor  {_mention_line(mention, names)}"
    for event in seen.events:
        yield f"  event  {_event_head(event.mention)}"
        yield from (f"           {label:<8} {words}" for label, words in _event_parts(event, names))
    for token, why in say_idle(seen):
        yield f"  no event {_place(token.text, token.start)}: {why}"


def _token_lines(tokens: Iterable[Token]) -> Iterator[str]:
    by_index = {token.index: token for token in tokens}
    for token in by_index.values():
        head = by_index.get(token.head)
        above = head.text if head is not None and head is not token else "-"
        yield f"  {token.text:<18} {token.lemma:<16} {token.pos:<6} {token.dep:<10} {above:<18} {token.entity}".rstrip()


def _timex_line(timex: Timex, seen: SeenSentence) -> str:
    start = timex.span.start - seen.sentence.span.start
    words = seen.text[max(start, 0) : timex.span.end - seen.sentence.span.start]
    when = f"{spell_time(timex.when)} {timex.when.basis.value}" if timex.when else "on no calendar day"
    return f"{_place(words, timex.span.start)} {timex.type.value} {timex.value} = {when}"


def _anchor_line(seen: SeenTimex) -> str:
    """What the time was reckoned from, and why it came out so."""
    anchor = seen.anchor
    if anchor.kind is AnchorKind.PUBLISHED:
        return f"published {anchor.day}: {anchor.why}"
    if anchor.span is not None and seen.anchor_text is not None:
        days = f", {anchor.day}" if anchor.day else ""
        return f"{_place(seen.anchor_text, anchor.span.start)}{days}: {anchor.why}"
    return f"{anchor.kind.value}: {anchor.why}"


def _mention_line(mention: ActorMention, names: Mapping[str, str]) -> str:
    name = one_line(names.get(mention.actor, mention.actor))
    return f"{_place(mention.text, mention.span.start)} {mention.form.value} = {name}"


def _event_head(event: EventMention) -> str:
    coded = " ".join(filter(None, (event.type or "no type", event.mode, event.code)))
    return f"{_place(event.trigger.text, event.trigger.span.start)} {event.action}: {coded}, {event.status.value}"


def _event_parts(seen: SeenEvent, names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    event = seen.mention
    if seen.pattern is not None:
        yield "pattern", seen.pattern
    yield from say_type(seen)
    for label, fillers in (("source", event.sources), ("target", event.targets)):
        yield from ((label, _filler(filler, names)) for filler in fillers)
    yield from say_paths(seen.explanation)
    if event.place is not None:
        yield "where", _equals(event.place.text, one_line(event.place.place.name))
    if event.time is not None:
        when = f"{spell_time(event.time.when)} {event.time.when.basis.value}"
        yield "when", _equals(event.time.text, when) if event.time.text else when
    if event.attribution is not None:
        yield "said by", _filler(event.attribution, names)
    for quantity in event.quantities:
        yield "number", _equals(quantity.text, say_quantity(quantity))
    yield from say_others(seen.explanation)


def _filler(filler: Participant, names: Mapping[str, str]) -> str:
    return _equals(filler.text, one_line(names[filler.actor]) if filler.actor else "nobody known")


def _equals(words: str, meaning: str) -> str:
    return f'"{one_line(words)}" = {meaning}'


def _place(words: str, start: int) -> str:
    """The words, and at which character of the article they begin."""
    return f'"{one_line(words)}" at {start}'
