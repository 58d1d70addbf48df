"""Captions of pictures, and the credits under them."""

from __future__ import annotations

import re

from graphbuild.stages.cleaning.wording import ends_sentence, is_names, one_of

_PICTURE = r"(?:photo|photograph|image|picture|frame grab)"

_OPENING = one_of(
    r"FILE(?: PHOTO| PICTURE| IMAGE)?\s*(?:[-–—:]|\()",
    r"\(FILES?\)\s*[-–—:]",
    r"(?:Photo|Photos|PHOTO|Picture|Image|Photograph|Illustration|Graphic)(?: [Cc]redit| courtesy)?\s*:",
    r"File (?:photo|picture|image)\s*:",
    r"(?:Caption|Credit)\s*:",
    r"Credit\s?(?:\.\.\.|…)",
    r"(?:Image|Media) (?:caption|source|copyright)\b",
    rf"In this (?:[\w.,' -]{{0,40}}? )?{_PICTURE}(?:,| (?:taken|made|released|provided|posted|dated|from|by)\b)",
    rf"This (?:[\w.,' -]{{0,40}}? )?{_PICTURE}\b[^.]{{0,60}}? (?:provided|released|posted|made available) (?:by|on)\b",
    rf"This (?:[\w.,' -]{{0,40}}? )?{_PICTURE} taken from\b",
    r"(?:Pictured|Shown here|Seen here)(?::| (?:above|below|here|left|right|from|is|are)\b)",
    r"(?:[Tt]oggle|[Hh]ide|[Ss]how) caption$",
    ignore_case=False,
)
_CREDIT = re.compile(r"\(([^()]{2,120})\)$")
_CREDIT_WORDS = one_of(
    r"\b(?:photos?|photographs?|images?|pictures?|video|courtesy|credit|handout)\s*(?:\bby\b|\bof\b|\bfrom\b|\bvia\b|:|/)",
    r"\b(?:photos?|images?|courtesy|handout|screengrab|screenshot)$",
    r"^(?:courtesy|handout|credit|screengrab|screenshot)\b",
    r"^(?:[\w ,/.-]{1,60}\b)?(?:AP|AFP|EPA|Getty|Reuters) (?:photo|image|video)\b.{0,60}",
)
_SELLERS = re.compile(
    r"(?:Getty Images|EPA(?:-EFE)?|Shutterstock|iStock|Alamy|DVIDS|NurPhoto|Zuma Press|Sipa)(?: via .+)?"
)
_KNOWN_SIDE = one_of(
    r"\b(?:AP|AFP|EPA|EPA-EFE|Reuters|REUTERS|Getty(?: Images)?|Xinhua|UPI|TASS|Bloomberg|Anadolu(?: Agency)?)\b",
    r"\b(?:Shutterstock|iStock|Alamy|DVIDS|NurPhoto|Zuma(?: Press)?|Sipa|SOPA Images|Handout|Pool)\b",
    r"\b(?:Navy|Army|Air Force|Marines?|Marine Corps|Coast Guard|Defen[sc]e)\b",
    ignore_case=False,
)
_CREDIT_LINE = re.compile(
    r"(?:AP |AFP |Reuters |File |Courtesy |Handout )?"
    r"(?:Photo|Photograph|Photography|Image|Picture|Video|Illustration|Graphic)s?"
    r"(?: (?:by|courtesy of|from|via|provided by|credit)\b|\s*[:/©])\s*(.+)"
)
_PICTURED = re.compile(
    r"(.{2,120}), (?:pictured|seen|shown)(?: here)?"
    r"(?: (?:in|on|at|with|above|below|left|right|centre|center|last|during)\b[^,]*)?\.?"
)


def is_caption(words: str) -> bool:
    """Whether a paragraph is a caption or a credit."""
    return (
        _OPENING.match(words) is not None
        or ("(L)" in words and "(R)" in words)
        or _ends_in_credit(words)
        or _is_credit_line(words)
        or _is_pictured(words)
    )


def _ends_in_credit(words: str) -> bool:
    """Whether a paragraph ends in brackets that name who took a picture."""
    match = _CREDIT.search(words[-140:])
    if match is None:
        return False
    credit = match[1].strip()
    named = _CREDIT_WORDS.search(credit) or _SELLERS.fullmatch(credit)
    return named is not None or _is_pair_of_names(credit)


def _is_pair_of_names(credit: str) -> bool:
    """Whether brackets hold "Agency/Person": a full name or an agency beside a stroke.

    "(and/or)" is none, nor the party "(CDU/CSU)".
    """
    sides = [side.strip() for side in credit.split("/")]
    if not 2 <= len(sides) <= 3 or not all(len(side) > 1 and is_names(side) for side in sides):
        return False
    return any(2 <= len(side.split()) <= 6 or _KNOWN_SIDE.search(side) for side in sides)


def _is_credit_line(words: str) -> bool:
    """Whether a line is nothing but a credit: "Photo by Jane Doe", "Jane Doe/AP"."""
    if len(words.split()) > 12 or ends_sentence(words):
        return False
    if match := _CREDIT_LINE.fullmatch(words):
        return is_names(match[1])
    sides = words.split("/")
    return _is_pair_of_names(words) and any(_KNOWN_SIDE.search(side) for side in (sides[0], sides[-1]))


def _is_pictured(words: str) -> bool:
    """Whether a paragraph is a name and that the picture shows it."""
    match = _PICTURED.fullmatch(words)
    return match is not None and is_names(match[1])
