"""Strict reading of `ontology/codebook.yaml`: every mistake is named, none is guessed away."""

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
    from collections.abc import Mapping, Sequence

FILE = "codebook.yaml"
OPEN = "OPEN"
VERB_ROLES = (("subject",), ("object",))
NOUN_ROLES = (("subject", "possessive", "by", "modifier"), ("against", "on", "of"))


@dataclass(frozen=True, slots=True)
class _Context:
    """What a pattern entry is checked against."""

    types: Mapping[str, EventType]
    classes: Mapping[str, tuple[str, ...]]


@cache
def load_codebook() -> Codebook:
    """Read the installed codebook.

    Raises LexiconError naming the file and the entry that is wrong.
    """
    return parse_codebook(read_yaml(FILE))


def parse_codebook(data: object) -> Codebook:
    """Make a codebook of what a YAML reader (BaseLoader) gives.

    Raises LexiconError for unknown keys, types, modes or classes, for codes that do not
    belong to the type, for two patterns that claim the same trigger under the same
    conditions, and for patterns that can never be reached.
    """
    top = expect_mapping(data, FILE)
    expect_keys(top, FILE, required=("classes", "types", "patterns"))
    classes = {
        name: expect_texts(words, f"{FILE}: classes.{name}")
        for name, words in expect_mapping(top["classes"], FILE).items()
    }
    types = {
        name: _read_type(name, entry, f"{FILE}: types.{name}")
        for name, entry in expect_mapping(top["types"], FILE).items()
    }
    for event_type in types.values():
        if event_type.planned is not None and event_type.planned not in types:
            raise LexiconError(
                f"{FILE}: types.{event_type.name}: planned type {event_type.planned!r} is unknown"
            )
    context = _Context(types, classes)
    patterns = [
        _read_pattern(None if name == OPEN else name, entry, f"{FILE}: patterns.{name}[{number}]", context)
        for name, entries in expect_mapping(top["patterns"], FILE).items()
        for number, entry in enumerate(expect_list(entries, f"{FILE}: patterns.{name}"))
    ]
    _refuse_contradictions(patterns)
    return Codebook(MappingProxyType(types), index_patterns(patterns))


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
        modes=tuple(
            _read_mode(mode, detail, f"{where}.{mode}")
            for mode, detail in expect_mapping(fields["modes"], where).items()
        ),
    )


def _read_mode(name: str, entry: object, where: str) -> Mode:
    fields = expect_mapping(entry, where)
    expect_keys(fields, where, required=("definition",), optional=("goldstein",))
    score = _number(fields["goldstein"], where) if "goldstein" in fields else None
    return Mode(name, expect_text(fields["definition"], where), score)


def _read_pattern(type_name: str | None, entry: object, where: str, context: _Context) -> Pattern:
    if type_name is not None and type_name not in context.types:
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
        conditions=_conditions(fields.get("where"), where, context.classes),
        blocked=_conditions(fields.get("unless"), where, context.classes),
        examples=tuple(_read_example(e, where) for e in expect_list(fields["examples"], where)),
    )
    if type_name is not None:
        _check_codes(pattern, context.types[type_name], where)
    return pattern


def _check_codes(pattern: Pattern, event_type: EventType, where: str) -> None:
    if pattern.mode is not None and pattern.mode not in {m.name for m in event_type.modes}:
        raise LexiconError(f"{where}: {event_type.name} has no mode {pattern.mode!r}")
    if pattern.code is not None and not (pattern.code.isdigit() and 2 <= len(pattern.code) <= 4):
        raise LexiconError(f"{where}: {pattern.code!r} is no CAMEO code (two to four digits, quoted)")
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


def _refuse_contradictions(patterns: Sequence[Pattern]) -> None:
    """Two patterns of one trigger under the same conditions contradict each other or are dead."""
    seen: dict[tuple[object, ...], Pattern] = {}
    for pattern in patterns:
        for trigger in pattern.triggers:
            key = (pattern.kind, trigger, pattern.conditions, pattern.blocked)
            if key in seen:
                raise LexiconError(
                    f"{FILE}: {trigger!r} ({pattern.kind}) stands under {seen[key].type} and {pattern.type}"
                    " with the same conditions; one of the two could never apply"
                )
            seen[key] = pattern
