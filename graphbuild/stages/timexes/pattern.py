"""The notation in which the grammar is written, and its one compiled expression.

A pattern is a row of items between blanks, with the usual ``( ) | ?`` of regular expressions:
``<month>`` is a token of that class, or the macro of that name; ``{month}`` is the same, remembered
under its name (figures at the end of a name only tell two apart); ``ago`` is that very word.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from graphbuild.stages.timexes.scan import OTHER, Alphabet, Tokens

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

_ITEM = re.compile(r"\{(?P<kept>[a-z]+\d*)\}|<(?P<named>[a-z]+)>|(?P<word>[a-z]+)|(?P<sign>[^\sa-z]\d*)")

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Found:
    """One match of a pattern in a passage."""

    tokens: Tokens
    match: re.Match[str]

    @property
    def start(self) -> int:
        """Index of the first token."""
        return self.match.start()

    @property
    def end(self) -> int:
        """Index behind the last token."""
        return self.match.end()

    def range(self, name: str) -> range:
        """The tokens of a remembered item; empty when it was not there."""
        start, end = self.match.span(name) if name in self.match.re.groupindex else (-1, -1)
        return range(start, end)

    def has(self, name: str) -> bool:
        """Whether a remembered item was there."""
        return bool(self.range(name))

    def words(self, name: str) -> tuple[str, ...]:
        """The tokens of a remembered item in lower case."""
        return tuple(self.tokens.words[index].lower() for index in self.range(name))

    def text(self, name: str) -> str:
        """The tokens of a remembered item in lower case, joined by blanks."""
        return " ".join(self.words(name))


@dataclass(frozen=True, slots=True)
class Rule(Generic[Result]):
    """A pattern, and the reading of what it matches; None when that is no time after all."""

    pattern: str
    read: Callable[..., Result | None]


class Grammar(Generic[Result]):
    """Rules in order of preference, compiled to one expression; the leftmost match of the first rule wins."""

    def __init__(
        self, rules: Sequence[Rule[Result]], macros: Mapping[str, str], alphabet: Alphabet, weak: str
    ) -> None:
        self.alphabet = alphabet
        self._rules = rules
        self._compiler = _Compiler(macros, alphabet)
        self._single: dict[int, re.Pattern[str]] = {}
        plain = (self._compiler.compile(rule.pattern, keep=False) for rule in rules)
        self._any = re.compile("|".join(f"({source})" for source in plain))
        idle = alphabet.letters_only_in(frozenset(weak.split()))
        self._run = re.compile(f"[^{OTHER}]+")
        self._core = re.compile(f"[^{OTHER}{idle}]")

    def runs(self, kinds: str, start: int, end: int) -> list[tuple[int, int]]:
        """Stretches of tokens that mean something, one of which at least is not a mere function word."""
        return [
            run.span()
            for run in self._run.finditer(kinds, start, end)
            if self._core.search(kinds, *run.span())
        ]

    def first(self, tokens: Tokens, start: int, end: int) -> tuple[int, Found] | None:
        """The first match between two tokens, with the number of its rule."""
        match = self._any.search(tokens.kinds, start, end)
        if match is None:
            return None
        number = int(match.lastindex or 1) - 1
        return number, self._keep(tokens, number, match.start(), end)

    def others(self, tokens: Tokens, after: int, start: int, end: int) -> Iterator[tuple[int, Found]]:
        """What the later rules match at that very token, with their numbers."""
        for number in range(after + 1, len(self._rules)):
            match = self._alone(number).match(tokens.kinds, start, end)
            if match is not None:
                yield number, Found(tokens, match)

    def read(self, number: int, found: Found, *context: object) -> Result | None:
        """What a rule makes of its match."""
        return self._rules[number].read(found, *context)

    def _keep(self, tokens: Tokens, number: int, start: int, end: int) -> Found:
        match = self._alone(number).match(tokens.kinds, start, end)
        if match is None:
            raise AssertionError(f"rule {number} matches in company only")
        return Found(tokens, match)

    def _alone(self, number: int) -> re.Pattern[str]:
        """One rule's own expression, compiled when it is first asked for: half of them rarely are."""
        known = self._single.get(number)
        if known is None:
            known = re.compile(self._compiler.compile(self._rules[number].pattern, keep=True))
            self._single[number] = known
        return known


def literals(patterns: Sequence[str]) -> frozenset[str]:
    """The plain words of patterns and macros."""
    return frozenset(item["word"] for pattern in patterns for item in _ITEM.finditer(pattern) if item["word"])


@dataclass(frozen=True, slots=True)
class _Compiler:
    """Turns patterns into expressions over kinds."""

    macros: Mapping[str, str]
    alphabet: Alphabet

    def compile(self, pattern: str, *, keep: bool, inside: str = "") -> str:
        """The expression; remembered items are named groups only with ``keep``.

        In a macro's own body its name stands for the word class of that name.
        """
        out: list[str] = []
        for item in _ITEM.finditer(pattern):
            if item["sign"]:
                out.append(item["sign"])
            elif item["word"]:
                out.append(f"[{self.alphabet.classes['=' + item['word']]}]")
            elif item["named"]:
                out.append(self._named(item["named"], keep=False, inside=inside))
            else:
                source = self._named(item["kept"].rstrip("0123456789"), keep=keep, inside=inside)
                out.append(f"(?P<{item['kept']}>{source})" if keep else source)
        return "".join(out)

    def _named(self, name: str, *, keep: bool, inside: str) -> str:
        if name in self.macros and name != inside:
            return f"(?:{self.compile(self.macros[name], keep=keep, inside=name)})"
        return f"[{self.alphabet.classes[name]}]"
