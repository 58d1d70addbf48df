"""Who wrote the article, and how that person can be reached."""

from __future__ import annotations

import re

from graphbuild.stages.cleaning.wording import ends_sentence, is_names

_AGENCY = r"(?:The )?(?:Associated Press|AP|AFP|Reuters|UPI|CNN|BBC|Bloomberg|Xinhua)"
_CALENDAR = frozenset(
    {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "christmas", "january"}
    | {"february", "march", "april", "may", "june", "july", "august", "september", "october", "november"}
    | {"december"}
)

_BY = re.compile(
    r"(?:(?:story|words|report|analysis|written|posted|text) )?by:?\s+(?P<names>\S.{1,110})", re.I
)
_ROLE = r"(?:[Ss]taff )?(?:[Ww]riter|[Rr]eporter|[Cc]orrespondent|[Ee]ditor)"
_ROLE_AFTER = re.compile(
    r"(?P<names>[^,|–—]{4,50})(?:,| \|| [-–—])\s+"
    rf"(?:{_AGENCY}(?: {_ROLE})?|(?:[A-Z][\w.]* ){{1,4}}{_ROLE}|[Ss]taff {_ROLE})"
)
_REACHED = re.compile(
    r"(?P<dash>[-–—*]+\s*)?(?P<names>\S.{2,60}?) can be (?:reached|contacted|emailed|followed)"
    r"(?: (?:at|on|via|by)\b(?P<where>.*))?"
)
_ADDRESS = re.compile(r"@|\d{3}[ .-]?\d{4}|\w\.(?:com|org|net|mil|gov)\b")
_CONTRIBUTED = re.compile(
    r"[^\W\d_a-z].{2,400}\bcontributed (?:to this (?:report|story|article)|reporting)(?: from [^.]{2,40})?\.?\)?"
)
_AFTER_NAME = re.compile(r",| \|| and | [-–—] |\s\(|\s\d", re.I)


def is_byline(words: str) -> bool:
    """Whether a paragraph says who wrote the article or how to reach that person."""
    if _CONTRIBUTED.fullmatch(words):
        return True
    if match := _REACHED.fullmatch(words):
        where = (match["where"] or "").strip()
        addressed = match["dash"] or not where or _ADDRESS.search(where)
        return bool(addressed) and is_names(match["names"])
    match = _ROLE_AFTER.fullmatch(words)
    if match is None and not ends_sentence(words):
        match = _BY.fullmatch(words)
    return match is not None and _begins_with_person(match["names"])


def _begins_with_person(names: str) -> bool:
    """Whether words that may hold a place or a time after them begin with a name."""
    first = _AFTER_NAME.split(names, maxsplit=1)[0]
    tokens = [token for token in first.split() if token.strip(".").lower() not in _CALENDAR]
    if not tokens or not first.startswith(tokens[0]) or not tokens[0][0].isupper():
        return False
    alone = len(tokens) == 1 and re.fullmatch(_AGENCY, first) is None
    return not alone and len(tokens) <= 6 and is_names(first) and tokens[1:2] != ["the"]
