"""The building blocks of the grammar's patterns, some of them made from the words of the lexicon."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from graphbuild.lexicon.timewords import TimeWords

_MONTH = "(?:<month>|<monthabbr><dot>?)"
_DAY = "(?:<day>|<nthday>)"
_YEAR = "(?:<year>|<apos><twodigits>)"
_WEEKDAY = "(?:<weekday>|<wdabbr><dot>?)"
_JOINT = "(?:and|or|to|through|thru|until|till|<hyphen>|<dash>)"
_FIGURE = "(?:<int>|<decimal>|<number>|<multiplier>|<fraction>)"
_OFFSET = "(?:(?:<plus>|<hyphen>)<hour>)?"

# What a macro remembers is remembered in the rule that uses it; a second name tells two of a kind apart.
_FIXED = {
    "mon": _MONTH,
    "moo": _MONTH,
    "dom": _DAY,
    "yy": _YEAR,
    "yyy": _YEAR,
    "yyyy": _YEAR,
    "wd": _WEEKDAY,
    "wdd": "<weekday>",
    "two": "<twodigits>",
    "the": "the",
    "joint": _JOINT,
    "nth": "(?:<nth>|<ordinal>)",
    "lead": "(?:(?:very)?<edge><hyphen>?|(?:the)?(?:very)?<edgenoun>of(?:the)?)",
    "tail": f"(?:(?:<comma>{_DAY}){{0,11}}(?:<comma>?(?:and|or)|{_JOINT})(?:the)?{_DAY})"
    "(?!<unit>|<hyphen>|<comma><day>)",
    "unit": "(?:<singular>|<plural>)",
    "anyunit": "(?:<singular>|<plural>|<shortunit>)",
    "zone": f"(?:<zone>{_OFFSET}|<open><zone>{_OFFSET}<close>|local time)",
    "clock": "(?:<hour><ampm>|(?:<hour>|<number>)o<apos>clock(?:in the<partofday>)?|<hour>in the<partofday>|<clocktime><ampm>|"
    "<clocktime>(?=<zone>|<open><zone>|hours|local)|<clock12>|<dotclock><ampm>|<clockword>)",
    "bareclock": "<clocktime>",
    "aside": f"(?:<open>(?:<military>|<clocktime>|<clock>)?<zone>{_OFFSET}<close>)",
    "count": "(?:(?:a|an)(?:<vague><multiplier>?|couple(?:of)?|pair of|number of|half<hyphen>?<multiplier>|<multiplier>(?:of)?|"
    "half|full|whole|entire|single|further|mere|good|great many)?|half(?:a|an)|"
    "(?:another)?(?:<int>|<decimal>|<number>|<vague>(?:of)?|<multiplier>|couple(?:of)?|half)"
    f"(?:<hyphen>?(?:and<hyphen>?)?(?:a<hyphen>?)?(?:{_FIGURE}|half)){{0,5}}"
    f"(?:(?:or|to|<dash>){_FIGURE}(?:<hyphen><number>)?)?"
    "(?:more|additional|full|straight|consecutive|long|whole|solid|other|extra|further|successive|short|calendar)?)",
    "half": "(?:and a half)",
    "date": "(?:(?:{wd}<comma>?(?:the)?)?(?:{step3}?{mon}{dom}(?!<plural>|<hyphen><unit>)(?:<comma>?{yy})?|"
    "(?:the)?{doo}(?:of)?{moo}(?:<comma>?{yyy})?)|(?:(?:the)?{step}(?:past)?)?{wdd}|{dayword})",
    "feast": "(?:{step2}?{holiday}(?:<comma>?{yyyy})?)",
    "nthd": "<nthday>",
    "twoyear": "<year>",
    "daybreak": "(?:dawn|daybreak|dusk|nightfall)",
    "doo": f"(?:{_DAY}|<ordinal>(?=of))",
    "step": "(?:this)?<step>",
    "weekend": "weekend",
    "quarter": "quarter",
    "share": "(?:first|second|third|fourth|last|final|latter|opening|closing)(?:few|two|three)?(?:week|weeks|days|half|part)",
    "steps": "(?:that(?:very)?|(?:that)?(?:very)?same|(?:this|very)?<step>)",
    "recent": "(?:past|recent|coming|upcoming|last|next|previous|preceding|following)",
    "openended": "(?:past|recent|coming|upcoming)",
    "which": "(?:this|last|that|next|following|previous|preceding|same|the)",
    "part": "(?:quarter|half)",
    "short": "<shortquarter>",
    "beside": "(?:before|after|earlier|later|previously)",
    "ago": "(?:ago|earlier|later|before|previously|hence|from(?:now|today))",
    "when": "(?:earlier|later)",
    "ofyear": "(?:that|same|<step>)",
    "partunit": "(?:week|weekend)",
    "bc": "<era>",
    "prep": "(?:for|in|over|after|within|through|throughout|during|takes|took|spent|lasted|lasts|by|many|following|of)",
    "other": "other",
    "closing": "(?:last|final|closing)",
    "spelled": "(?:<number>(?:<hyphen>?<number>)?)",
    "tonight": "tonight",
    "now": "(?:fiscal|financial)",
    "stage": "(?:quarter|period|month|half)",
    "kin": "(?:(?:the)?(?:same|comparable|corresponding|like|similar))",
}


def macros(words: TimeWords) -> Mapping[str, str]:
    """Every macro: the fixed ones, and the phrases of the lexicon as rows of words."""
    return _FIXED | {
        "holiday": _phrases(words.holidays),
        "approx": f"(?:{_phrases(words.approximation_phrases)}|<approx>)",
        "ref": f"(?:{_phrases(words.reference_phrases)}|<reference>|current|future)",
    }


def _phrases(phrases: Iterable[str]) -> str:
    """Phrases as alternatives, the longest first; a possessive may be written with or without its sign."""
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    spelt = (re.sub(r"\.", "<dot>?", phrase.replace("'", "<apos>?")) for phrase in longest_first)
    return f"(?:{'|'.join(spelt)})"
