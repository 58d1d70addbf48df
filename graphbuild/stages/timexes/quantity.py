"""How many: figures, number words and vague quantities before a unit of time."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graphbuild.lexicon.timewords import TimeWords

VAGUE = "X"
_FRACTIONS = {"1/2": Fraction(1, 2), "1/4": Fraction(1, 4), "3/4": Fraction(3, 4), "1/3": Fraction(1, 3)}
_FRACTIONS |= {"2/3": Fraction(2, 3), "half": Fraction(1, 2), "quarter": Fraction(1, 4)}
_PAIRS = frozenset({"couple", "pair"})
_JOINTS = frozenset({"or", "to", "–", "—", "--"})


def quantity(words: Sequence[str], known: TimeWords) -> str:
    """The number that lower-case words say, as TIMEX3 writes it: "3", "2.5", "X" for a vague one.

    >>> from graphbuild.lexicon.timewords import load_timewords
    >>> quantity(["two", "and", "a", "half"], load_timewords())
    '2.5'
    """
    if any(word in known.vague_numbers or word in _JOINTS for word in words) or _is_range(words):
        return VAGUE
    total = Fraction(0)
    group = Fraction(0)
    for word in words:
        if word in known.multipliers:
            group = max(group, Fraction(1)) * known.multipliers[word]
            if known.multipliers[word] >= 1000:
                total, group = total + group, Fraction(0)
        else:
            group += _single(word, known)
    return plain(total + group) if total + group else "1"


def _is_range(words: Sequence[str]) -> bool:
    """Whether a hyphen stands between two figures: "5-10"; in "twenty-five" it joins one number."""
    return any(
        sign == "-" and before[-1].isdecimal() and after[0].isdecimal()
        for before, sign, after in zip(words, words[1:], words[2:], strict=False)
    )


def _single(word: str, known: TimeWords) -> Fraction:
    if word in known.numbers:
        return Fraction(known.numbers[word])
    if word in _FRACTIONS:
        return _FRACTIONS[word]
    if word in _PAIRS:
        return Fraction(2)
    figure = word.replace(",", "")
    return Fraction(figure) if figure.replace(".", "", 1).isdecimal() else Fraction(0)


def plain(number: Fraction) -> str:
    """A number without a needless point, with two places at most."""
    return str(number.numerator) if number.denominator == 1 else f"{float(number):.2f}".rstrip("0")


def duration(amount: str, unit: str) -> str:
    """The TIMEX3 value of so many of a unit of ``ontology/timewords.yaml``.

    >>> duration("2", "A"), duration("18", "M"), duration("X", "TH")
    ('P20Y', 'P18M', 'PTXH')
    """
    letter, factor = _LETTERS.get(unit, (unit, 1))
    if unit == "TH" and amount != VAGUE and Fraction(amount).denominator != 1:
        hours, rest = divmod(Fraction(amount) * 60, 60)
        return f"PT{f'{hours}H' if hours else ''}{plain(rest)}M"
    number = amount if amount == VAGUE else plain(Fraction(amount) * factor)
    return f"PT{number}{letter[1:]}" if letter.startswith("T") else f"P{number}{letter}"


_LETTERS = {"A": ("Y", 10), "C": ("Y", 100), "F": ("W", 2), "E": ("WE", 1), "N": ("NI", 1)}
