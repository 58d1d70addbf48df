"""The words of time in English, read strictly from ``ontology/timewords.yaml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from importlib import resources
from types import MappingProxyType

import yaml

from graphbuild.errors import LexiconError

FILE = "timewords.yaml"


@dataclass(frozen=True, slots=True)
class TimeWords:
    """Each section of the file under its own name; words in lower case, zones as written.

    Numbers stay numbers of their section: a month 1-12, an ISO weekday 1-7, a step or
    a count of days with its sign. Everything else is the code the file gives it.
    """

    months: Mapping[str, int]
    month_abbreviations: Mapping[str, int]
    doubtful_months: frozenset[str]
    weekdays: Mapping[str, int]
    weekday_abbreviations: Mapping[str, int]
    units: Mapping[str, str]
    plural_units: Mapping[str, str]
    short_units: Mapping[str, str]
    numbers: Mapping[str, int]
    multipliers: Mapping[str, int]
    vague_numbers: frozenset[str]
    ordinals: Mapping[str, int]
    decades: Mapping[str, int]
    day_words: Mapping[str, int]
    steps: Mapping[str, int]
    parts_of_day: Mapping[str, str]
    clock_words: Mapping[str, str]
    seasons: Mapping[str, str]
    edges: Mapping[str, str]
    edge_nouns: Mapping[str, str]
    approximations: Mapping[str, str]
    approximation_phrases: Mapping[str, str]
    references: Mapping[str, str]
    reference_phrases: Mapping[str, str]
    frequencies: Mapping[str, str]
    zones: Mapping[str, str]
    holidays: Mapping[str, str]
    future_cues: frozenset[str]
    past_cues: frozenset[str]
    counted: frozenset[str]
    numbering: frozenset[str]
    name_tails: frozenset[str]
    month_cues: frozenset[str]


@cache
def load_timewords() -> TimeWords:
    """The words of the package's own file."""
    return parse_timewords(resources.files("graphbuild.ontology").joinpath(FILE).read_text(encoding="utf-8"))


def parse_timewords(text: str) -> TimeWords:
    """Read a file's text.

    Raises:
        LexiconError: a section is unknown, missing, empty or of the wrong form, a word stands
            twice in it, or a value is not of its section's kind.
    """
    try:
        raw = yaml.load(text, Loader=_Strict)
    except yaml.YAMLError as error:
        raise LexiconError(f"{FILE}: not YAML: {error}") from error
    if not isinstance(raw, dict):
        raise LexiconError(f"{FILE}: a mapping of sections is wanted")
    kinds = {field.name: str(field.type) for field in fields(TimeWords)}
    if strange := sorted(set(raw) - set(kinds)):
        raise LexiconError(f"{FILE}: unknown section {strange[0]!r}")
    if missing := sorted(set(kinds) - set(raw)):
        raise LexiconError(f"{FILE}: section {missing[0]!r} is missing")
    return TimeWords(**{name: _section(name, kinds[name], raw[name]) for name in kinds})


def _section(name: str, kind: str, raw: object) -> object:
    if kind.startswith("frozenset"):
        return _words(name, raw)
    if not isinstance(raw, dict) or not raw:
        raise LexiconError(f"{FILE}: {name}: a mapping of words is wanted")
    values = {word: _value(name, word, value) for word, value in raw.items()}
    if kind.endswith("int]"):
        return MappingProxyType({word: _number(name, word, value) for word, value in values.items()})
    return MappingProxyType(values)


def _words(name: str, raw: object) -> frozenset[str]:
    if not isinstance(raw, list) or not raw or not all(isinstance(word, str) and word for word in raw):
        raise LexiconError(f"{FILE}: {name}: a list of words is wanted")
    for word in raw:
        if raw.count(word) > 1:
            raise LexiconError(f"{FILE}: {name}: {word!r} stands twice")
    return frozenset(raw)


def _value(name: str, word: object, value: object) -> str:
    if not isinstance(word, str) or not isinstance(value, str) or not value:
        raise LexiconError(f"{FILE}: {name}: {word!r}: a plain value is wanted")
    if name != "zones" and word != word.lower():
        raise LexiconError(f"{FILE}: {name}: {word!r}: words are written in lower case")
    return value


def _number(name: str, word: str, value: str) -> int:
    try:
        return int(value)
    except ValueError as error:
        raise LexiconError(f"{FILE}: {name}: {word!r}: {value!r} is not a whole number") from error


class _Strict(yaml.BaseLoader):
    """A loader of plain strings that refuses a key written twice."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[str, object]:  # noqa: FBT001, FBT002 -- the library's signature
        seen: set[str] = set()
        for key, _ in node.value:
            if key.value in seen:
                raise LexiconError(f"{FILE}: {key.value!r} stands twice (line {key.start_mark.line + 1})")
            seen.add(key.value)
        return super().construct_mapping(node, deep=deep)
