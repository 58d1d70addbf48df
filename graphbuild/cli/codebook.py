"""`graphbuild codebook`."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

import click

from graphbuild.cli import options
from graphbuild.cli.printing import Column, open_output, print_lines, print_rows, say
from graphbuild.errors import QueryError
from graphbuild.lexicon.codebook_reader import load_codebook
from graphbuild.query.reasons import say_idle, say_others, say_paths, say_type

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphbuild.lexicon.codebook import Codebook, EventType, Pattern
    from graphbuild.model.actor import Participant
    from graphbuild.model.event import EventMention
    from graphbuild.query.seen import SeenEvent

_FORMS = click.Choice(["table", "csv", "json", "jsonl"])


@click.group()
def codebook() -> None:
    """List, show, try and export the event types."""


@codebook.command(name="list")
@click.option("-f", "--format", "form", type=_FORMS, default="table", show_default=True, help="How to print.")
def list_types(form: str) -> None:
    """List the event types: quad class, Goldstein score, how many words tell them.

    PLOVER's come first; those of the extension for business and society have neither
    quad class nor score.
    """
    book = load_codebook()
    columns: tuple[Column[EventType], ...] = (
        Column("type", lambda t: t.name),
        Column("quad", lambda t: t.quad_class),
        Column("goldstein", lambda t: None if t.goldstein is None else f"{t.goldstein:+.1f}", "people"),
        Column("goldstein", lambda t: t.goldstein, "program"),
        Column("triggers", lambda t: len({w for p in _patterns(book, t.name) for w in p.triggers})),
        Column("modes", lambda t: [m.name for m in t.modes], "program"),
        Column("definition", lambda t: t.definition, "program"),
        Column("planned", lambda t: t.planned),
    )
    print_rows(columns, book.types.values(), form)


@codebook.command(name="show")
@click.argument("name", metavar="TYPE")
def show_type(name: str) -> None:
    """Show one event type: definition, modes, and the words that tell it, with examples."""
    book = load_codebook()
    event_type = book.types.get(name.upper())
    if event_type is None:
        raise QueryError(f"no event type {name!r}; there are {', '.join(sorted(book.types))}")
    print_lines(_type_lines(event_type))
    for pattern in _patterns(book, event_type.name):
        print_lines(_pattern_lines(pattern))


@codebook.command(name="export")
@options.output_option('Where to; "-" is stdout.')
def export_concepts(output: str) -> None:
    """Write types, modes, quad classes and CAMEO's codes as SKOS in Turtle, with the crosswalk between them."""
    from graphbuild.lexicon.cameo import load_cameo
    from graphbuild.writers.codebook_skos import write_codebook

    with open_output(output) as file:
        write_codebook(load_codebook(), load_cameo(), file)


@codebook.command(name="test")
@click.argument("sentence")
def try_sentence(sentence: str) -> None:
    """Code one SENTENCE and show its events: type, roles, status, and why.

    The reasons are the pattern that fired with what it asks, the way through the parse to
    each role, and the patterns of the same word that were rejected.
    """
    from graphbuild.model.ids import article_id
    from graphbuild.model.text import Article
    from graphbuild.query.seen import see_article
    from graphbuild.stages.parsing import DEFAULT_MODEL

    article = Article(article_id(sentence, None), None, None, None, sentence, None, "command line")
    sentences = see_article(article, DEFAULT_MODEL).sentences
    if not any(seen.events for seen in sentences):
        say("no events")
    for seen in sentences:
        for event in seen.events:
            print_lines(_event_lines(event.mention))
            print_lines(_reason_lines(event))
        print_lines(f"{token.text}: no event, {why}" for token, why in say_idle(seen))


def _patterns(book: Codebook, name: str) -> tuple[Pattern, ...]:
    """The patterns of a type, each once, by their first trigger."""
    found = {id(p): p for patterns in book.patterns.values() for p in patterns if p.type == name}
    return tuple(sorted(found.values(), key=lambda p: (p.kind, p.triggers, str(p.conditions))))


def _type_lines(event_type: EventType) -> Iterator[str]:
    yield f"{event_type.name}: {event_type.definition}"
    if event_type.goldstein is None:
        yield "  of the extension: no quad class, no Goldstein score, no CAMEO code"
    else:
        yield (
            f"  quad class {event_type.quad_class}, Goldstein {event_type.goldstein:+.1f},"
            f" CAMEO {', '.join(event_type.cameo)}"
        )
    if event_type.planned is not None:
        yield f"  only promised or announced: {event_type.planned}"
    for mode in event_type.modes:
        score = f" ({mode.goldstein:+.1f})" if mode.goldstein is not None else ""
        yield f"  mode {mode.name}{score}: {mode.definition}"


def _pattern_lines(pattern: Pattern) -> Iterator[str]:
    yield ""
    yield f"{pattern.kind} {', '.join(pattern.triggers)}"
    if pattern.mode or pattern.code:
        yield f"  {' '.join(filter(None, (pattern.mode, pattern.code)))}"
    yield f"  source: {' or '.join(pattern.source) or '-'}; target: {' or '.join(pattern.target) or '-'}"
    for word, conditions in (("where", pattern.conditions), ("unless", pattern.blocked)):
        for slot, lemmas in conditions:
            yield f"  {word} {slot}: {', '.join(sorted(lemmas)) or 'any'}"
    for example in pattern.examples:
        yield f"  e.g. {example.text}"


def _event_lines(event: EventMention) -> Iterator[str]:
    coded = " ".join(filter(None, (event.type or "no type", event.mode, event.code)))
    yield f"{event.trigger.text}: {coded}, {event.status.value}"
    yield f"  who:  {_words(event.sources)}"
    yield f"  whom: {_words(event.targets)}"
    if event.place is not None:
        yield f"  where: {event.place.text}"
    if event.attribution is not None:
        yield f"  according to: {event.attribution.text}"
    for quantity in event.quantities:
        yield f"  {quantity.role}: {quantity.text}"


def _reason_lines(seen: SeenEvent) -> Iterator[str]:
    if seen.pattern is not None:
        yield f"  pattern: {seen.pattern}"
    for label, words in chain(say_type(seen), say_paths(seen.explanation), say_others(seen.explanation)):
        yield f"  {label}: {words}"


def _words(participants: tuple[Participant, ...]) -> str:
    return ", ".join(f"{p.text} [{p.actor}]" if p.actor else p.text for p in participants) or "-"
