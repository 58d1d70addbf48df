"""Words and figures of a stretch of text, each with one character that says which word classes it is in.

The grammar is written over these characters, so that one regular expression reads a whole
passage at the speed of the engine and no word is looked at twice.
"""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass
from itertools import accumulate, count, islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from graphbuild.lexicon.timewords import TimeWords

OTHER = "~"  # the kind of every word that means nothing here

_TOKEN = re.compile(
    r"(\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?(?!\d|-\d)"
    r"|\d+(?:[.,:/]\d+)*(?:[A-Z]+(?![a-z])|[a-z]+)?"
    r"|(?:[^\W\d_]\.){2,}"
    r"|[^\W\d_][^\W_]*"
    r"|-{2,}|\n\s*\n|[^\w\s])"
)

_NTH = "(?:[sS][tT]|[nN][dD]|[rR][dD]|[tT][hH])"

# What a figure can be; the first form that fits names the kind. A kind is in the classes listed beside it.
_FIGURES: tuple[tuple[str, str, str], ...] = (
    ("iso", r"\d{4}-\d\d-\d\d.*", "isodate"),
    ("slashed", r"(?:0?[1-9]|[12]\d|3[01])/(?:0?[1-9]|[12]\d|3[01])/(?:\d{4}|\d\d)", "slashdate"),
    ("backward", r"[12]\d{3}/(?:0?[1-9]|1[0-2])/(?:0?[1-9]|[12]\d|3[01])", "odddate"),
    ("dotted", r"(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])\.(?:19|20)\d\d", "odddate"),
    ("yearpair", r"(?:1\d|20)\d\d/(?:\d\d)?\d\d", "yearpair"),
    ("fraction", r"1/2|1/4|3/4|1/3|2/3", "fraction"),
    ("daypair", r"(?:0?[1-9]|[12]\d|3[01])/(?:0?[1-9]|[12]\d|3[01])", "daypair"),
    ("clock", r"(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?", "clocktime"),
    ("clock12", r"(?:0?[1-9]|1[0-2])(?:[:.][0-5]\d)?[aApP][mM]", "clock12"),
    ("dotclock", r"(?:0?[1-9]|1[0-2])\.[0-5]\d", "dotclock decimal"),
    ("decade", r"[12]\d\d0s", "decade"),
    ("shortdecade", r"[2-9]0s", "shortdecade"),
    ("nthday", rf"(?:0?[1-9]|[12]\d){_NTH}|3[01](?:[sS][tT]|[tT][hH])", "nthday nth"),
    ("nth", rf"\d{{1,3}}{_NTH}", "nth"),
    ("year", r"1[0-9]\d\d|20\d\d", "year int military"),
    ("military", r"(?:[01]\d|2[0-3])[0-5]\d", "military"),
    ("padded", r"0[1-9]", "day twodigits"),
    ("hour", r"[1-9]", "day hour int"),
    ("longhour", r"1[0-2]", "day hour twodigits int"),
    ("dayfigure", r"1[3-9]|2\d|3[01]", "day twodigits int"),
    ("twodigits", r"\d\d", "twodigits int"),
    ("int", r"\d{3,4}|\d{1,3}(?:,\d{3})+", "int"),
    ("decimal", r"\d{1,4}\.\d{1,3}", "decimal"),
)
_FIGURE = re.compile("|".join([f"(?P<{name}>{form})" for name, form, _ in _FIGURES]))
_LONGEST_FIGURE = 30

_SIGNS = {
    ",": "comma",
    ".": "dot",
    "'": "apos",
    "’": "apos",
    "‘": "apos",
    "`": "apos",
    "-": "hyphen",
    "–": "dash",
}
_SIGNS |= {"‐": "hyphen", "‑": "hyphen", "—": "dash", "(": "open", ")": "close", "$": "money", "£": "money"}
_SIGNS |= {"€": "money", "+": "plus", "--": "dash"}


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Tokens:
    """Parallel sequences: the words as written, where they start, and their kinds (one character each)."""

    words: tuple[str, ...]
    starts: Sequence[int]
    kinds: str

    def end(self, index: int) -> int:
        """Where a token ends in the text."""
        return self.starts[index] + len(self.words[index])

    def lower(self, index: int) -> str:
        """A token in lower case; empty outside of the passage."""
        return self.words[index].lower() if 0 <= index < len(self.words) else ""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Alphabet:
    """Which character stands for which word, figure or sign, and which characters make up a class."""

    characters: Mapping[str, str]
    figures: Mapping[str, str]
    classes: Mapping[str, str]

    def kind(self, word: str) -> str:
        """The character of a token."""
        known = self.characters.get(word)
        if known is not None or not "0" <= word[0] <= "9" or len(word) > _LONGEST_FIGURE:
            return known or OTHER
        figure = _FIGURE.fullmatch(word)
        return self.figures[str(figure.lastgroup)] if figure else OTHER

    def letters_only_in(self, names: frozenset[str]) -> str:
        """The characters of tokens that are in no other class than these."""
        others = {letter for name, letters in self.classes.items() if name not in names for letter in letters}
        return "".join(sorted({letter for name in names for letter in self.classes.get(name, "")} - others))

    def scan(self, text: str, start: int, end: int) -> Tokens:
        """The tokens of ``text[start:end]``; offsets are those of ``text``."""
        # Gaps and tokens in turn; adding up their lengths says where each token starts, without a step of Python.
        pieces = _TOKEN.split(text[start:end])
        words = tuple(pieces[1::2])
        starts = array("q", islice(accumulate(map(len, pieces), initial=start), 1, 2 * len(words), 2))
        known = self.characters.get
        kinds = [known(word) or (OTHER if word[0] > "9" else self.kind(word)) for word in words]
        return Tokens(words, starts, "".join(kinds))


def build_alphabet(words: TimeWords, literals: Iterable[str]) -> Alphabet:
    """Give every set of word classes its own character.

    ``literals`` are the plain words of the grammar; each is a class of its own, ``=word``.
    """
    memberships = _memberships(words, literals)
    sets = {frozenset(names) for names in memberships.values()} | {
        frozenset(c.split()) for _, _, c in _FIGURES
    }
    letters = dict(zip(sorted(sets, key=_rarity), _letters(), strict=False))
    classes: dict[str, str] = {}
    for names, letter in letters.items():
        for name in names:
            classes[name] = classes.get(name, "") + letter
    characters = {form: letters[frozenset(names)] for form, names in memberships.items()}
    figures = {name: letters[frozenset(names.split())] for name, _, names in _FIGURES}
    return Alphabet(characters, figures, classes)


def _rarity(names: frozenset[str]) -> tuple[bool, list[str]]:
    """Sets of one plain word come last: they stand alone in patterns, where a letter beyond Latin-1 is as cheap."""
    return len(names) == 1 and min(names).startswith("="), sorted(names)


def _letters() -> Iterator[str]:
    """Characters that mean nothing in a regular expression, Latin-1 first: sets of those compile a hundred times as fast."""
    yield from "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
    yield from map(chr, range(0xC0, 0x100))
    yield from map(chr, count(0x100))


def _memberships(words: TimeWords, literals: Iterable[str]) -> dict[str, set[str]]:
    """The classes of every written form of a word, and of every sign."""
    found: dict[str, set[str]] = {sign: {name} for sign, name in _SIGNS.items()}
    rows = [(word, name) for name, members in _sections(words).items() for word in members]
    for word, name in (*rows, *((literal, f"={literal}") for literal in literals)):
        for form in _forms(word, capitalised=name in _CAPITALISED):
            found.setdefault(form, set()).add(name)
    return found


_CAPITALISED = frozenset({"month", "doubtful", "monthabbr", "weekday", "wdabbr", "wdplural", "zone"})


def _sections(words: TimeWords) -> Mapping[str, Iterable[str]]:
    """The word classes of the grammar by the sections of the file."""
    return {
        "month": words.months,
        "doubtful": words.doubtful_months,
        "monthabbr": words.month_abbreviations,
        "weekday": words.weekdays,
        "wdabbr": words.weekday_abbreviations,
        "singular": words.units,
        "plural": words.plural_units,
        "shortunit": words.short_units,
        "number": words.numbers,
        "multiplier": words.multipliers,
        "vague": words.vague_numbers,
        "ordinal": words.ordinals,
        "namedecade": words.decades,
        "dayword": words.day_words,
        "step": words.steps,
        "partofday": words.parts_of_day,
        "clockword": words.clock_words,
        "season": words.seasons,
        "edge": words.edges,
        "edgenoun": words.edge_nouns,
        "approx": words.approximations,
        "reference": words.references,
        "frequency": words.frequencies,
        "wdplural": [f"{word}s" for word in words.weekdays],
        "shortquarter": ("q1", "q2", "q3", "q4", "h1", "h2"),
        "era": ("BC", "B.C.", "BCE", "B.C.E.", "AD", "A.D.", "CE", "C.E."),
        "ampm": ("am", "pm", "a.m.", "p.m."),
        "zone": words.zones,
    }


def _forms(word: str, *, capitalised: bool) -> set[str]:
    """The ways in which a word is written."""
    if not word.islower():
        return {word}
    forms = {word.title(), word.upper()}
    return forms if capitalised else forms | {word}
