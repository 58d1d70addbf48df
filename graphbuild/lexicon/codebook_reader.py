"""Strict reading of `ontology/codebook.yaml` and of the extension beside it, `codebook_society.yaml`.

Every mistake is named, none is guessed away.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from graphbuild.errors import LexiconError
from graphbuild.lexicon.codebook import (
    ANY,
    Codebook,
    EventType,
    Example,
    Mode,
    Pattern,
    index_patterns,
)
from graphbuild.lexicon.codebook_checks import refuse_dead, refuse_self_contradiction, refuse_unknown_slots
from graphbuild.lexicon.loading import (
    expect_keys,
    expect_list,
    expect_mapping,
    expect_text,
    expect_texts,
    read_yaml,
)
from graphbuild.model.clause import TriggerKind

if TYPE_CHECKING:
    from collections.abc import Mapping

FILE = "codebook.yaml"
SOCIETY = "codebook_society.yaml"
OPEN = "OPEN"
VERB_ROLES = (("subject",), ("object",))
NOUN_ROLES = (("subject", "possessive", "by", "modifier"), ("against", "on", "of"))


@dataclass(frozen=True, slots=True)
class _Book:
    """One file, and what its entries are checked against: types and word classes, with those of the file before."""

    types: Mapping[str, EventType]
    classes: Mapping[str, tuple[str, ...]]
    patterns: tuple[Pattern, ...] = ()


@cache
def load_codebook() -> Codebook:
    """Read the installed codebook with its extension.

    Raises LexiconError naming the file and the entry that is wrong.
    """
    return parse_codebook(read_yaml(FILE), read_yaml(SOCIETY))


def parse_codebook(data: object, society: object = None) -> Codebook:
    """Make a codebook of what a YAML reader (BaseLoader) gives of its file, and of its extension's if there is one.

    Where patterns of both fit, those of the first file win. Raises LexiconError for unknown
    keys, types, modes, slots or classes, for codes that do not belong to the type, for two
    patterns that claim the same trigger under the same conditions, and for patterns that
    can never apply.
    """
    plover = _read_book(data, FILE, _Book({}, {}))
    extension = _read_book(society, SOCIETY, plover) if society is not None else _Book(plover.types, {})
    table = index_patterns(plover.patterns, extension.patterns)
    refuse_dead(table, FILE if society is None else f"{FILE} with {SOCIETY}")
    return Codebook(MappingProxyType(dict(extension.types)), table)


def _read_book(data: object, file: str, before: _Book) -> _Book:
    """A file that may use the types and classes of the one before, and name no other like them."""
    top = expect_mapping(data, file)
    expect_keys(top, file, required=("classes", "types", "patterns"))
    read_type = _read_type if file == FILE else _read_society_type
    classes = {
        name: expect_texts(words, f"{file}: classes.{name}")
        for name, words in expect_mapping(top["classes"], file).items()
    }
    types = {
        name: read_type(name, entry, f"{file}: types.{name}")
        for name, entry in expect_mapping(top["types"], file).items()
    }
    for name in [*(classes.keys() & before.classes.keys()), *(types.keys() & before.types.keys())]:
        raise LexiconError(f"{file}: {name!r} stands in {FILE} too")
    for event_type in types.values():
        if event_type.planned is not None and event_type.planned not in types:
            raise LexiconError(
                f"{file}: types.{event_type.name}: planned type {event_type.planned!r} is unknown"
            )
    own = _Book(types, {**before.classes, **classes})
    patterns = tuple(
        _read_pattern(None if name == OPEN else name, entry, f"{file}: patterns.{name}[{number}]", own)
        for name, entries in expect_mapping(top["patterns"], file).items()
        for number, entry in enumerate(expect_list(entries, f"{file}: patterns.{name}"))
    )
    return _Book({**before.types, **types}, own.classes, patterns)


def _number(value: object, where: str) -> float:
    try:
        return float(expect_text(value, where))
    except ValueError as error:
        raise LexiconError(f"{where}: not a number: {value!r}") from error


def _read_type(name: str, entry: object, where: str) -> EventType:
    fields = expect_mapping(entry, where)
    required = ("label", "definition", "quad_class", "goldstein", "cameo", "modes")
    expect_keys(fields, where, required=required, optional=("planned",))
    if fields["quad_class"] not in ("1", "2", "3", "4"):
        raise LexiconError(f"{where}: quad_class must be 1, 2, 3 or 4")
    return EventType(
        name=name,
        label=expect_text(fields["label"], where),
        definition=expect_text(fields["definition"], where),
        quad_class=int(fields["quad_class"]),
        goldstein=_number(fields["goldstein"], where),
        planned=expect_text(fields["planned"], where) if "planned" in fields else None,
        cameo=expect_texts(fields["cameo"], where),
        modes=_read_modes(fields["modes"], where, ("goldstein",)),
    )


def _read_society_type(name: str, entry: object, where: str) -> EventType:
    fields = expect_mapping(entry, where)
    expect_keys(fields, where, required=("label", "definition", "modes"))
    return EventType(
        name=name,
        label=expect_text(fields["label"], where),
        definition=expect_text(fields["definition"], where),
        quad_class=None,
        goldstein=None,
        planned=None,
        cameo=(),
        modes=_read_modes(fields["modes"], where, ()),
    )


def _read_modes(value: object, where: str, scores: tuple[str, ...]) -> tuple[Mode, ...]:
    return tuple(
        _read_mode(name, entry, f"{where}.{name}", scores)
        for name, entry in expect_mapping(value, where).items()
    )


def _read_mode(name: str, entry: object, where: str, scores: tuple[str, ...]) -> Mode:
    fields = expect_mapping(entry, where)
    expect_keys(fields, where, required=("definition",), optional=scores)
    score = _number(fields["goldstein"], where) if "goldstein" in fields else None
    return Mode(name, expect_text(fields["definition"], where), score)


def _read_pattern(type_name: str | None, entry: object, where: str, book: _Book) -> Pattern:
    if type_name is not None and type_name not in book.types:
        raise LexiconError(f"{where}: unknown type {type_name!r}")
    fields = expect_mapping(entry, where)
    optional = ("verbs", "nouns", "code", "mode", "source", "target", "where", "unless")
    expect_keys(fields, where, required=("examples",), optional=optional)
    if ("verbs" in fields) == ("nouns" in fields):
        raise LexiconError(f"{where}: give either verbs or nouns")
    kind = TriggerKind.VERB if "verbs" in fields else TriggerKind.NOUN
    source, target = VERB_ROLES if kind is TriggerKind.VERB else NOUN_ROLES
    pattern = Pattern(
        type=type_name,
        kind=kind,
        triggers=expect_texts(fields[f"{kind}s"], where),
        mode=expect_text(fields["mode"], where) if "mode" in fields else None,
        code=expect_text(fields["code"], where) if "code" in fields else None,
        source=expect_texts(fields["source"], where) if "source" in fields else source,
        target=expect_texts(fields["target"], where) if "target" in fields else target,
        conditions=_conditions(fields.get("where"), where, book.classes),
        blocked=_conditions(fields.get("unless"), where, book.classes),
        examples=tuple(_read_example(e, where) for e in expect_list(fields["examples"], where)),
    )
    refuse_unknown_slots(pattern, where)
    refuse_self_contradiction(pattern, where)
    if type_name is not None:
        _check_codes(pattern, book.types[type_name], where)
    return pattern


def _check_codes(pattern: Pattern, event_type: EventType, where: str) -> None:
    if pattern.mode is not None and pattern.mode not in {m.name for m in event_type.modes}:
        raise LexiconError(f"{where}: {event_type.name} has no mode {pattern.mode!r}")
    if pattern.code is not None and not (pattern.code.isdigit() and 2 <= len(pattern.code) <= 4):
        raise LexiconError(f"{where}: {pattern.code!r} is no CAMEO code (two to four digits, quoted)")
    if pattern.code is not None and not event_type.cameo:
        raise LexiconError(f"{where}: {event_type.name} has no CAMEO codes")
    if not pattern.triggers or not pattern.examples:
        raise LexiconError(f"{where}: a pattern needs triggers and at least one example")


def _read_example(entry: object, where: str) -> Example:
    fields = expect_mapping(entry, where)
    expect_keys(fields, where, required=("text",), optional=("who", "whom"))
    return Example(
        expect_text(fields["text"], where),
        expect_text(fields["who"], where) if "who" in fields else None,
        expect_text(fields["whom"], where) if "whom" in fields else None,
    )


def _conditions(
    value: object, where: str, classes: Mapping[str, tuple[str, ...]]
) -> tuple[tuple[str, frozenset[str]], ...]:
    if value is None:
        return ()
    slots = expect_mapping(value, where)
    return tuple((slot, _lemmas(slots[slot], f"{where}.{slot}", classes)) for slot in sorted(slots))


def _lemmas(value: object, where: str, classes: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    if value == ANY:
        return frozenset()
    found: set[str] = set()
    for word in expect_texts(value, where):
        if word == ANY:
            raise LexiconError(f"{where}: {ANY!r} stands alone, not in a list")
        if word.startswith("$"):
            if word[1:] not in classes:
                raise LexiconError(f"{where}: unknown class {word!r}")
            found.update(classes[word[1:]])
        else:
            found.add(word)
    return frozenset(found)
