"""Names as pieces: what makes two spellings of one name equal.

Dots ("U.S."), apostrophes of any shape ("Kata'ib"), accents, hyphens and the article in
"the White House" make no difference; capital letters do where the name has them.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_RUN = re.compile(r"[^\W_](?:[^\W_]|[&+])*|&")
_MARKS = re.compile("[\u0300-\u036f]+")
_PLAIN = dict.fromkeys("’‘ʼʿʾ`´", "'") | {
    "ı": "i",
    "ł": "l",
    "Ł": "L",
    "ø": "o",
    "Ø": "O",
    "đ": "d",
    "Đ": "D",
    "ß": "ss",
    "ə": "a",
}
_ODD = re.compile(f"[{''.join(_PLAIN)}]")

# Signs that tokenizers cut out of the middle of a name: "al - Qaeda", "Teachers ' Union".
JOINTS = frozenset({"-", "‐", "‑", "–", "'", "’"})

POSSESSIVE = "'s"


def without_accents(text: str) -> str:
    """The same letters without their marks, with plain apostrophes.

    >>> without_accents("Côte d’Ivoire")
    "Cote d'Ivoire"
    """
    if text.isascii():
        return text
    plain = _MARKS.sub("", unicodedata.normalize("NFKD", text))
    return _ODD.sub(lambda odd: _PLAIN[odd[0]], plain)


def pieces(word: str) -> tuple[str, ...]:
    """The parts of a word that count for its identity, capitals kept; () for a mere sign.

    >>> pieces("U.S."), pieces("al-Qaeda"), pieces("Kata’ib"), pieces("Iraq's"), pieces(",")
    (('US',), ('al', 'Qaeda'), ('Kataib',), ('Iraq', "'s"), ())
    """
    if word.isascii() and word.isalpha():
        return (word,)
    plain = without_accents(word)
    owner = plain[-2:] in ("'s", "'S")
    if owner:
        plain = plain[:-2]
    found = _RUN.findall(plain.replace("'", "").replace(".", ""))
    parts = tuple(["and" if part == "&" else part for part in found])
    return (*parts, POSSESSIVE) if owner else parts


def name_pieces(words: Iterable[str]) -> tuple[str, ...]:
    """The pieces of a whole name, without a leading "the" and the one in "Bank of the West".

    >>> name_pieces(["The", "Bank", "of", "the", "West"])
    ('Bank', 'of', 'West')
    """
    found: list[str] = []
    for word in words:
        for part in pieces(word):
            if part.lower() == "the" and (not found or found[-1] == "of"):
                continue
            found.append(part)
    return tuple(found)


def key_of(parts: Sequence[str]) -> str:
    """What equal names share: their pieces in small letters."""
    return " ".join(parts).lower()


def shape_of(parts: Sequence[str]) -> str:
    """The capitals a name asks for, one sign a piece: U all, T the first, l none.

    >>> shape_of(["US", "Treasury", "department"])
    'UTl'
    """
    return "".join([_sign(part) for part in parts])


def _sign(part: str) -> str:
    if not part[0].isupper():
        return "l"
    return "U" if len(part) > 1 and part.isupper() else "T"


def fits(shape: str, parts: Sequence[str]) -> bool:
    """Whether words as written have the capitals that a name of this shape asks for.

    >>> fits("UT", ["US", "TREASURY"]), fits("U", ["us"]), fits("U", ["Us"]), fits("l", ["Al"])
    (True, False, False, True)
    """
    for sign, part in zip(shape, parts, strict=True):
        if (sign == "T" and not part[0].isupper()) or (sign == "U" and not part.isupper()):
            return False
    return True
