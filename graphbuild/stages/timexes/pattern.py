"""The rules of the grammar, and how they are tried on a passage."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from graphbuild.stages.timexes.notation import Notation
from graphbuild.stages.timexes.scan import OTHER, Alphabet, Tokens

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from graphbuild.stages.timexes.notation import Piece

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True, eq=False, repr=False)
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


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Rule(Generic[Result]):
    """A pattern, and the reading of what it matches; None when that is no time after all."""

    pattern: str
    read: Callable[..., Result | None]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Run:
    """A stretch of tokens that all mean something; ``rules`` has a bit set for each rule that may match in it."""

    start: int
    end: int
    rules: int


class Grammar(Generic[Result]):
    """Rules in order of preference; the leftmost match of the first rule wins.

    Each rule is an expression of its own, compiled when a passage first has what the rule cannot do
    without: half of them rarely are. Which rules may begin at a token, and which may match in a run
    at all, are looked up as bits of a number (rule ``n`` is bit ``n``).
    """

    def __init__(
        self, rules: Sequence[Rule[Result]], macros: Mapping[str, str], alphabet: Alphabet, weak: str
    ) -> None:
        self.alphabet = alphabet
        self._rules = rules
        self._compiled: dict[int, re.Pattern[str]] = {}
        idle = alphabet.letters_only_in(frozenset(weak.split()))
        self._run = re.compile(f"[^{OTHER}]+")
        self._core = re.compile(f"[^{OTHER}{idle}]")
        notation = Notation(macros, alphabet, idle)
        self._sources: list[str] = []
        self._starts: dict[str, int] = {}
        self._needs: tuple[dict[str, int], dict[str, int]] = ({}, {})
        for rule in rules:
            self._enter(notation.read(rule.pattern))

    def _enter(self, piece: Piece) -> None:
        bit = 1 << len(self._sources)
        if piece.optional:
            raise ValueError(f"rule {len(self._sources)} matches nothing at all")
        self._sources.append(piece.source)
        for letter in piece.first:
            self._starts[letter] = self._starts.get(letter, 0) | bit
        for needs, letters in zip(self._needs, (piece.needs[0], piece.needs[-1]), strict=True):
            for letter in letters:
                needs[letter] = needs.get(letter, 0) | bit

    def runs(self, kinds: str, start: int, end: int) -> list[Run]:
        """Stretches of tokens that mean something, one of which at least is not a mere function word."""
        spans = [run.span() for run in self._run.finditer(kinds, start, end)]
        return [Run(*span, self._possible(kinds, *span)) for span in spans if self._core.search(kinds, *span)]

    def _possible(self, kinds: str, start: int, end: int) -> int:
        rarest, rare = self._needs
        rules = others = 0
        for kind in set(kinds[start:end]):
            rules |= rarest.get(kind, 0)
            others |= rare.get(kind, 0)
        return rules & others

    def matches(self, tokens: Tokens, run: Run, start: int) -> Iterator[tuple[int, Found]]:
        """Every match in a run that begins at ``start`` or behind it, with the number of its rule: from left to right, the first rule first."""
        kinds, end = tokens.kinds, run.end
        for place in range(start, end):
            rules = self._starts.get(kinds[place], 0) & run.rules
            while rules:
                number = (rules & -rules).bit_length() - 1
                rules &= rules - 1
                match = (self._compiled.get(number) or self._compile(number)).match(kinds, place, end)
                if match is not None:
                    yield number, Found(tokens, match)

    def read(self, number: int, found: Found, *context: object) -> Result | None:
        """What a rule makes of its match."""
        return self._rules[number].read(found, *context)

    def _compile(self, number: int) -> re.Pattern[str]:
        known = self._compiled[number] = re.compile(self._sources[number])
        return known
