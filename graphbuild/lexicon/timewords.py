"""The words of time in English, read strictly from ``ontology/timewords.yaml``."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from graphbuild.errors import LexiconError
from graphbuild.lexicon.loading import (
    expect_keys,
    expect_mapping,
    expect_text,
    expect_texts,
    parse_yaml,
    read_plain,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

FILE = "timewords.yaml"

# What the values of a section look like, where not every text will do.
_FORMS = {
    "months": r"[1-9]|1[0-2]",
    "month_abbreviations": r"[1-9]|1[0-2]",
    "weekdays": r"[1-7]",
    "weekday_abbreviations": r"[1-7]",
    "units": r"T[HMS]|[DNEWFMQYAC]",
    "plural_units": r"T[HMS]|[DNEWFMQYAC]",
    "short_units": r"T[HMS]|[DNEWFMQYAC]",
    "parts_of_day": r"MO|MI|AF|EV|NI",
    "clock_words": r"\d\d:\d\d",
    "seasons": r"SP|SU|FA|WI",
    "edges": r"START|MID|END",
    "edge_nouns": r"START|MID|END",
    "approximations": r"APPROX|(?:LESS|MORE)_THAN|EQUAL_OR_(?:LESS|MORE)",
    "approximation_phrases": r"APPROX|(?:LESS|MORE)_THAN|EQUAL_OR_(?:LESS|MORE)",
    "references": r"(?:PAST|PRESENT|FUTURE)_REF",
    "reference_phrases": r"(?:PAST|PRESENT|FUTURE)_REF",
    "frequencies": r"PT?\d[A-Z]",
    "zones": r"Z|local|[+-]\d\d:\d\d",
    "holidays": r"\d\d-\d\d|easter -?\d+|nth \d+ [1-7] -?[1-5]|after \d+ [1-7] -?[1-5] \d+",
}


@dataclass(frozen=True, slots=True, eq=False, repr=False)
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
    name_heads: frozenset[str]
    numbered: frozenset[str]
    behind_ordinal: frozenset[str]
    name_tails: frozenset[str]
    feast_tails: frozenset[str]
    month_cues: frozenset[str]
    month_contracts: frozenset[str]


@cache
def load_timewords() -> TimeWords:
    """The words of the package's own file."""
    return _build(read_plain(FILE))


def parse_timewords(text: str) -> TimeWords:
    """Read a file's text.

    Raises:
        LexiconError: a section is unknown, missing or of the wrong form, a word stands twice
            in it or not in lower case, or a value is not of its section's kind.
    """
    return _build(parse_yaml(text, FILE))


def _build(raw: object) -> TimeWords:
    sections = expect_mapping(raw, FILE)
    kinds = {field.name: str(field.type) for field in fields(TimeWords)}
    expect_keys(sections, FILE, required=kinds)
    return TimeWords(**{name: _section(name, kinds[name], sections[name]) for name in kinds})


def _section(name: str, kind: str, raw: object) -> Any:
    where = f"{FILE}: {name}"
    if kind.startswith("frozenset"):
        return frozenset(expect_texts(raw, where))
    entries = expect_mapping(raw, where)
    values = {word: _value(name, word, value) for word, value in entries.items()}
    if kind.endswith("int]"):
        return MappingProxyType({word: _number(f"{where}: {word}", value) for word, value in values.items()})
    return MappingProxyType(values)


def _value(name: str, word: str, value: object) -> str:
    where = f"{FILE}: {name}: {word}"
    text = expect_text(value, where)
    if not re.fullmatch(_FORMS.get(name, ".*"), text):
        raise LexiconError(f"{where}: {text!r} is no value of this section")
    if name != "zones" and word != word.lower():
        raise LexiconError(f"{where}: words are written in lower case")
    return text


def _number(where: str, value: str) -> int:
    try:
        return int(value)
    except ValueError as error:
        raise LexiconError(f"{where}: {value!r} is not a whole number") from error
