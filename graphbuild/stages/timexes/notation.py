"""Reads the notation of the grammar: a pattern becomes a regular expression over kinds, and what it asks of a passage.

A pattern is a row of items between blanks, with the usual ``( ) | ? *``, ``{0,5}`` and looks ahead and
behind of regular expressions: ``<month>`` is a token of that class, or the macro of that name;
``{month}`` is the same, remembered under its name (figures at the end of a name only tell two
apart); ``ago`` is that very word.

Classes side by side are merged into one, and a macro is read once however many rules use it: what
``re`` is given is a third as long, and takes a third of the time to compile.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from graphbuild.stages.timexes.scan import Alphabet

_ITEM = re.compile(r"(\(\?(?:[:=!]|<[=!])|[()|?*]|\{\d+,\d+\})|\{([a-z]+)(\d*)\}|<([a-z]+\d*)>|([a-z]+)|\S")
_NONE: frozenset[str] = frozenset()
_WEAK_WEIGHT = 100


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Piece:
    """A stretch of a pattern.

    ``source`` is its regular expression; ``letters`` the kinds it matches where it is one single token, else
    empty. A match begins with a kind of ``first`` (or with what comes behind, if it is ``optional``)
    and has one of each of ``needs`` in it or right behind, the rarest first and no more than two.
    """

    source: str
    letters: frozenset[str] = _NONE
    first: frozenset[str] = _NONE
    optional: bool = False
    needs: tuple[frozenset[str], ...] = ()


class Notation:
    """Reads patterns over an alphabet, with macros; ``weak`` are the kinds that nearly every passage has."""

    def __init__(self, macros: Mapping[str, str], alphabet: Alphabet, weak: str) -> None:
        self._macros = macros
        self._classes = alphabet.classes
        self._weak = frozenset(weak)
        self._read: dict[tuple[str, bool, str], Piece] = {}
        self._sets: dict[str, Piece] = {}

    def read(self, pattern: str, *, keep: bool = True, inside: str = "") -> Piece:
        """A pattern; what it remembers are named groups only with ``keep``.

        In a macro's own body its name stands for the word class of that name. Raises ValueError for a sign
        that is not of the notation, or a bracket without its fellow.
        """
        items = _ITEM.finditer(pattern)
        piece, closed = self._choice(items, keep=keep, inside=inside)
        if closed:
            raise ValueError(f"pattern {pattern!r}: a bracket too many")
        return piece

    def _choice(self, items: Iterator[re.Match[str]], *, keep: bool, inside: str) -> tuple[Piece, bool]:
        """Alternatives up to a closing bracket, or to the end; whether it was the bracket."""
        rows: list[list[Piece]] = [[]]
        for item in items:
            sign = item[1]
            row = rows[-1]
            if not sign:
                row.append(self._item(item, keep=keep, inside=inside))
            elif sign == "|":
                rows.append([])
            elif sign == ")":
                return self._either([self._row(each) for each in rows]), True
            elif sign[0] == "(":
                row.append(self._bracket(sign, items, keep=keep, inside=inside))
            else:
                row[-1] = _repeated(row[-1], sign)
        return self._either([self._row(each) for each in rows]), False

    def _bracket(self, sign: str, items: Iterator[re.Match[str]], *, keep: bool, inside: str) -> Piece:
        body, closed = self._choice(items, keep=keep, inside=inside)
        if not closed:
            raise ValueError("pattern: a bracket is never closed")
        if sign in ("(?:", "("):
            return body if body.letters else _bracketed(body, "(?:")
        # What is looked at is not part of the match, but has to be there.
        return Piece(f"{sign}{body.source})", optional=True, needs=body.needs if sign == "(?=" else ())

    def _item(self, item: re.Match[str], *, keep: bool, inside: str) -> Piece:
        _, kept, figures, named, word = item.groups()
        if word:
            return self._set(f"={word}")
        if named:
            return self._named(named, keep=False, inside=inside)
        if not kept:
            raise ValueError(f"pattern {item.string!r}: {item[0]!r} is no sign of the notation")
        piece = self._named(kept, keep=keep, inside=inside)
        return _bracketed(piece, f"(?P<{kept}{figures}>") if keep else piece

    def _named(self, name: str, *, keep: bool, inside: str) -> Piece:
        if name not in self._macros or name == inside:
            return self._set(name)
        key = (name, keep, inside)
        known = self._read.get(key)
        if known is None:
            known = self.read(self._macros[name], keep=keep, inside=name)
            known = known if known.letters else _bracketed(known, "(?:")
            self._read[key] = known
        return known

    def _set(self, name: str) -> Piece:
        known = self._sets.get(name)
        if known is None:
            known = self._sets[name] = _one_of(frozenset(self._classes[name]))
        return known

    def _row(self, pieces: Sequence[Piece]) -> Piece:
        if len(pieces) == 1:
            return pieces[0]
        first: frozenset[str] = _NONE
        for piece in pieces:
            first |= piece.first
            if not piece.optional:
                break
        needs = dict.fromkeys([need for piece in pieces for need in piece.needs])
        return Piece(
            "".join([piece.source for piece in pieces]),
            first=first,
            optional=all(piece.optional for piece in pieces),
            needs=tuple(sorted(needs, key=self._weight)[:2]),
        )

    def _either(self, choices: Sequence[Piece]) -> Piece:
        merged: list[Piece] = []
        for piece in choices:
            if merged and piece.letters and merged[-1].letters:
                merged[-1] = _one_of(merged[-1].letters | piece.letters)
            else:
                merged.append(piece)
        if len(merged) == 1:
            return merged[0]
        return Piece(
            "|".join([piece.source for piece in merged]),
            first=_NONE.union(*[piece.first for piece in merged]),
            optional=any(piece.optional for piece in merged),
            needs=_shared_needs(merged),
        )

    def _weight(self, letters: frozenset[str]) -> int:
        """How likely a passage is to have one of these by chance."""
        return len(letters) + _WEAK_WEIGHT * len(letters & self._weak)


def _shared_needs(choices: Sequence[Piece]) -> tuple[frozenset[str], ...]:
    """What one of several pieces needs, whichever it is."""
    if not all(piece.needs for piece in choices):
        return ()
    return _NONE.union(*[piece.needs[0] for piece in choices]), _NONE.union(*[p.needs[-1] for p in choices])


def _one_of(letters: frozenset[str]) -> Piece:
    source = "".join(sorted(letters))
    return Piece(source if len(letters) == 1 else f"[{source}]", letters, letters, needs=(letters,))


def _bracketed(piece: Piece, sign: str) -> Piece:
    return Piece(f"{sign}{piece.source})", _NONE, piece.first, piece.optional, piece.needs)


def _repeated(piece: Piece, sign: str) -> Piece:
    """``?``, ``*`` or ``{0,n}``: it may be missing."""
    return Piece(f"{piece.source}{sign}", first=piece.first, optional=True)


def literals(patterns: Sequence[str]) -> frozenset[str]:
    """The plain words of patterns and macros."""
    return frozenset(item[5] for pattern in patterns for item in _ITEM.finditer(pattern) if item[5])
