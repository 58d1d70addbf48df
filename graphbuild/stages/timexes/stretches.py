"""Readings of durations, of repeated times and of vague references."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from graphbuild.model.time import TimexType
from graphbuild.stages.timexes.days import month_in, weekday_in
from graphbuild.stages.timexes.quantity import VAGUE, duration, quantity
from graphbuild.stages.timexes.reading import Anchors, Reading, Readings
from graphbuild.stages.timexes.relative import approximation, side_of, unit_in, unit_of

if TYPE_CHECKING:
    from graphbuild.stages.timexes.pattern import Found


_ONE = frozenset({("a",), ("an",)})


def read_duration(found: Found, anchors: Anchors) -> Readings | None:
    """So many units; "a year" behind a number or a unit is a rate."""
    unit, words = unit_in(found, anchors), found.words("count")
    amount = quantity(words, anchors.words) if words else VAGUE
    if found.has("half"):
        amount = _and_a_half(amount)
    rate = words in _ONE and _after_amount(found, anchors)
    known = found.text("anyunit") not in anchors.words.plural_units or words not in _ONE
    if words in _ONE and _is_joined(found):
        return None
    if not known or _is_age(found) or (_is_bare(found, unit) if not words else _is_name(found, unit)):
        return None
    if unit in {"D", "N"} and words in _ONE and not rate and not _measured(found):
        return None
    kind = TimexType.SET if rate else TimexType.DURATION
    reading = Reading(kind, duration(amount, unit), approximation(found, anchors))
    if found.text("approx") == "over" and (amount == VAGUE or _spans(found)):
        return (replace(reading, mod=None).over(range(found.range("approx").stop, found.end)),)
    return (reading,)


def _spans(found: Found) -> bool:
    """Whether "over" is said of what fills the time: "spread over three days"; "for over three days" is more of them."""
    return found.tokens.lower(found.start - 1) not in _BEFORE_MORE


_BEFORE_MORE = frozenset(
    {
        "",
        ".",
        ",",
        "for",
        "just",
        "after",
        "in",
        "lasted",
        "took",
        "take",
        "well",
        "little",
        "with",
        "within",
        "by",
        "of",
    }
)


def read_compound(found: Found, anchors: Anchors) -> Readings | None:
    """ "3 hours and 54 minutes", "two years, six months": one length in two units, the second the smaller."""
    known = anchors.words
    units = unit_in(found, anchors), unit_of(found.text("anyunit2"), known)
    amounts = [quantity(found.words(name), known) for name in ("count", "count2")]
    if units not in _PAIRS or VAGUE in amounts or _is_age(found):
        return None
    first, second = (duration(amount, unit) for amount, unit in zip(amounts, units, strict=True))
    joined = first + second.removeprefix("PT" if "T" in first else "P")
    return (Reading(TimexType.DURATION, joined, approximation(found, anchors)),)


_PAIRS = frozenset(
    {("TH", "TM"), ("TM", "TS"), ("D", "TH"), ("W", "D"), ("M", "D"), ("M", "W"), ("Y", "M"), ("Y", "D")}
)


def _is_joined(found: Found) -> bool:
    """ "a year-long study", "a day-to-day matter": the article is the study's."""
    return found.tokens.lower(found.end) in {"-", "‐", "‑"}


def _is_bare(found: Found, unit: str) -> bool:
    """ "the final minutes of", "after hours", "seconds": units that measure nothing."""
    before, after = found.tokens.lower(found.start - 1), found.tokens.lower(found.end)
    return unit == "TS" or (unit in {"TH", "TM"} and after == "of") or (unit == "TH" and before == "after")


def _is_name(found: Found, unit: str) -> bool:
    """ "a second time", "a quarter of", "a weekend", "60 Minutes": counted, and no stretch of time."""
    words = found.words("count")
    if _is_war(found):
        return True
    if unit == "TS":
        return words == ("a",)
    if unit in {"Q", "E"}:
        return words in {("a",), ("one",), ("three",)}
    return unit in {"TH", "TM"} and _is_title(found)


def _is_war(found: Found) -> bool:
    """ "the Thirty Years' War", "the Six-Day War", "the Hundred Days": names, not stretches of time."""
    tokens, count = found.tokens, found.range("count").start
    unit = (found.range("anyunit") or found.range("plural")).start
    if not (tokens.words[unit].istitle() and tokens.words[count].istitle()):
        return False
    after = tokens.words[found.end : found.end + 3]
    return tokens.lower(count - 1) == "the" or any(word in {"War", "Wars"} for word in after)


def _is_title(found: Found) -> bool:
    """ "60 Minutes", "48 Hours": programmes, not times."""
    unit, first = (found.tokens.words[found.range(name).start] for name in ("anyunit", "count"))
    return unit.istitle() and first[0].isdecimal()


def _and_a_half(amount: str) -> str:
    return amount if amount == VAGUE else f"{amount}.5"


def _is_age(found: Found) -> bool:
    """ "a 44-year-old", "70 years old"."""
    tokens, index = found.tokens, found.end
    if tokens.lower(index) in {"-", "‐", "‑"}:
        index += 1
    return tokens.lower(index) in {"old", "olds"}


def _after_amount(found: Found, anchors: Anchors) -> bool:
    """Whether a number, a sum or another unit stands right before: "$10 a day", "24 hours a day"."""
    before = found.tokens.lower(found.start - 1)
    known = anchors.words
    if found.tokens.lower(found.end) in {"after", "before", "long", "when", "since"}:
        return False
    counts = before in known.plural_units or before in known.multipliers or before in known.numbers
    return (
        counts
        or before[:1].isdecimal()
        or before in {"once", "twice", "times", "%", "percent", "million", "billion"}
    )


def _measured(found: Found) -> bool:
    """Whether "a day" is said of a length or a distance in time."""
    tokens = found.tokens
    before, after = tokens.lower(found.start - 1), tokens.lower(found.end)
    return before in {
        "for",
        "in",
        "within",
        "after",
        "than",
        "about",
        "nearly",
        "almost",
        "half",
    } or after in {
        "after",
        "before",
        "long",
        "or",
    }


def read_long(found: Found, anchors: Anchors) -> Readings | None:
    """ "day-long", "decades-long", "years-old"."""
    plural = found.text("unit") in anchors.words.plural_units
    return (Reading(TimexType.DURATION, duration(VAGUE if plural else "1", unit_in(found, anchors))),)


def read_every(found: Found, anchors: Anchors) -> Readings | None:
    """ "every Friday", "each year", "every two weeks", "per month", "mornings"."""
    if weekday := weekday_in(found, anchors, "wd"):
        return (Reading(TimexType.SET, f"XXXX-WXX-{weekday}"),)
    if number := month_in(found, anchors, "mon"):
        return (Reading(TimexType.SET, f"XXXX-{number:02}"),)
    if part := anchors.words.parts_of_day.get(found.text("partofday")):
        return (Reading(TimexType.SET, f"XXXX-XX-XXT{part}"),)
    if season := anchors.words.seasons.get(found.text("season")):
        return (Reading(TimexType.SET, f"XXXX-{season}"),)
    words = found.words("count")
    amount = "2" if found.has("other") else quantity(words, anchors.words) if words else "1"
    return (Reading(TimexType.SET, duration(amount, unit_in(found, anchors))),)


def read_frequency(found: Found, anchors: Anchors) -> Readings | None:
    """ "daily", "annually"; not the name of a newspaper."""
    tokens, index = found.tokens, found.start
    word = tokens.words[index]
    if word[0].isupper() and tokens.lower(index - 1) not in {"", ".", "“", '"', "`"}:
        return None
    return (Reading(TimexType.SET, anchors.words.frequencies[word.lower()]),)


def read_weekdays(found: Found, anchors: Anchors) -> Readings | None:
    """ "on Fridays"."""
    return (Reading(TimexType.SET, f"XXXX-WXX-{anchors.words.weekdays[found.text('wdplural').rstrip('s')]}"),)


def read_reference(found: Found, anchors: Anchors) -> Readings | None:
    """ "now", "recently", "the future": on one side of the publication day at most."""
    words = found.text("ref")
    known = anchors.words
    if words == "recently" and found.tokens.lower(found.start - 1) == "as":
        return None
    value = known.references.get(words) or known.reference_phrases.get(words) or _ADJECTIVES[words]
    return (Reading(TimexType.DATE, value, None, side_of(value, anchors)),)


_ADJECTIVES = {"current": "PRESENT_REF", "future": "FUTURE_REF"}
