"""Captions of pictures, and the credits under them."""

from __future__ import annotations

import re

from graphbuild.stages.cleaning.wording import ends_sentence, is_names

_OPENING = re.compile(
    r"FILE(?: PHOTO| PICTURE| IMAGE)?\s*(?:[-–—:]|\()"
    r"|\(?FILES?\)?\s*[-–—:]"
    r"|(?:File (?:photo|picture|image)|Photo|Photos|Picture|Image|Photograph|Caption|Illustration|Graphic)(?: credit| courtesy)?\s*:"
    r"|PHOTO\b\s*[:|-]"
    r"|In this (?:[\w.,' -]{0,40}? )?(?:file |aerial |undated |handout |pool )?(?:photo|photograph|image|picture|frame grab)\b[^.]{0,60}?(?:,| provided| released| taken| made)"
    r"|This (?:[\w.,' -]{0,40}? )?(?:photo|photograph|image|picture|frame grab)\b[^.]{0,60}? (?:provided by|released by|made available by|taken from|posted (?:on|by))"
    r"|(?:Pictured|Shown here|Seen here)(?::| (?:above|below|here|left|right|from|is|are)\b)"
)
_CREDIT = re.compile(r"\(([^()]{2,120})\)\s*$")
_CREDIT_WORDS = re.compile(
    r"(?:^|\b)(?:photos?|photograph|image|picture|pic|video|screengrab|screenshot|illustration|graphic|courtesy|handout|credit)\b",
    re.I,
)
_CREDIT_BY = re.compile(
    r"(?:photos?|images?|photographs?|pictures?|video|courtesy|credit|handout)\b\s*(?:by|of|from|:|/|via|courtesy)|(?:photos?|images?|courtesy)$|\b(?:photo|image|handout|video) ?/|^(?:courtesy|handout|credit|screengrab|screenshot)\b",
    re.I,
)
_AGENCY_SIDE = re.compile(
    r"\b(?:AP|AFP|EPA|EPA-EFE|Reuters|REUTERS|Getty(?: Images)?|Xinhua|UPI|TASS|Bloomberg|Shutterstock|iStock|Alamy|DVIDS|"
    r"Anadolu(?: Agency)?|NurPhoto|Zuma(?: Press)?|Sipa|SOPA Images|Handout|Pool|Staff|Navy|Army|Air Force|Marines?|Marine Corps|Defen[sc]e)\b"
)
_CREDIT_LINE = re.compile(
    r"(?:AP |AFP |Reuters |File |Courtesy |Handout )?(?:Photo|Photos|Photograph|Photography|Image|Images|Picture|Pictures|Video|Illustration|Graphic)"
    r"(?: (?:by|courtesy of|from|via|provided by|credit)\b|\s*[:/©])\s*(.+)"
)
_PICTURED = re.compile(
    r"(.{2,120}), (?:pictured|seen|shown)(?: here)?(?: (?:in|on|at|with|above|below|left|right|centre|center|last|during)\b[^,]*)?\.?"
)
_SIDES = re.compile(r"\((?:L|R|C|left|right|center|centre|[LRC], )\)")


def is_caption(words: str) -> bool:
    """Whether a paragraph is a caption or a credit."""
    if _OPENING.match(words) or _ends_in_credit(words):
        return True
    if {"(L)", "(R)"} <= set(_SIDES.findall(words)):
        return True
    return _is_credit_line(words) or _is_pictured(words)


def _ends_in_credit(words: str) -> bool:
    """Whether a paragraph ends in brackets that name who took a picture."""
    match = _CREDIT.search(words[-140:])
    if match is None:
        return False
    credit = match[1].strip()
    if _CREDIT_WORDS.search(credit):
        return _CREDIT_BY.search(credit) is not None
    return _is_pair_of_names(credit, before=words[: len(words) - len(match[0])].rstrip())


def _is_pair_of_names(credit: str, before: str) -> bool:
    """Whether a credit is "Agency/Person": names on both sides of one or two strokes.

    "(and/or)" is not, nor "(CDU/CSU)" inside a sentence that goes on.
    """
    sides = [side.strip() for side in credit.split("/")]
    if not 2 <= len(sides) <= 3 or not all(len(side) > 1 and is_names(side) for side in sides):
        return False
    full_name = any(2 <= len(side.split()) <= 6 for side in sides)
    known = any(_AGENCY_SIDE.search(side) for side in sides)
    return known or (full_name and (not before or ends_sentence(before)))


def _is_credit_line(words: str) -> bool:
    """Whether a line is nothing but a credit: "Photo by Jane Doe", "Jane Doe/AP"."""
    if len(words.split()) > 12 or ends_sentence(words):
        return False
    if match := _CREDIT_LINE.fullmatch(words):
        return is_names(match[1])
    sides = words.split("/")
    return (
        2 <= len(sides) <= 3
        and len(words.split()) <= 8
        and all(len(side.strip()) > 1 and is_names(side) for side in sides)
        and any(_AGENCY_SIDE.search(side) for side in (sides[0], sides[-1]))
    )


def _is_pictured(words: str) -> bool:
    """Whether a paragraph is a name and that the picture shows it."""
    match = _PICTURED.fullmatch(words)
    return match is not None and is_names(match[1])
