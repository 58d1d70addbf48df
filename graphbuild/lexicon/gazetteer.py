"""Known actors by name: countries, governments, organisations, groups, people.

A gazetteer knows names, not contexts: "Baghdad" is offered as a metonym of a government
wherever it stands, and whether it acts or is a place is the reader's to decide.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graphbuild.errors import LexiconError
from graphbuild.lexicon.actor_files import read_actor_files
from graphbuild.lexicon.entries import Entry, NameForm, Naming, Shouted, Traps
from graphbuild.lexicon.names import JOINTS, POSSESSIVE, fits, key_of, name_pieces, pieces, shape_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

__all__ = ["Entry", "Gazetteer", "Match", "NameForm", "load_gazetteer"]


@dataclass(frozen=True, slots=True)
class Match:
    """An entry named by the next ``length`` words."""

    length: int
    entry: Entry
    form: NameForm


@dataclass(frozen=True, slots=True)
class _Claim:
    shape: str
    entry: Entry
    form: NameForm


class _Run:
    """Pieces of the words from one place on, and after how many words each of them ends."""

    __slots__ = ("ends", "parts")

    def __init__(self, words: Sequence[str], at: int, longest: int) -> None:
        self.parts: list[str] = []
        self.ends: list[int] = []  # 0 where a piece ends inside a word
        for place in range(at, min(at + 2 * longest, len(words))):
            word = words[place]
            found = pieces(word)
            if not found and word in JOINTS and self.parts:
                continue
            if not found or len(self.parts) >= longest:
                break
            if word in ("the", "The", "THE") and self.parts and self.parts[-1] == "of":
                continue
            self._add(found, place - at + 1)

    def _add(self, found: tuple[str, ...], end: int) -> None:
        last = len(found) - 1
        whole = last - 1 if found[last] == POSSESSIVE else last
        self.parts.extend(found)
        self.ends.extend([end if index >= whole else 0 for index in range(len(found))])


class Gazetteer:
    """The known actors and their names; nothing in it changes after loading."""

    __slots__ = ("_claims", "_entries", "_longest", "_masks", "_shouted", "_small")

    def __init__(self, entries: Iterable[Entry], namings: Iterable[Naming], traps: Traps) -> None:
        self._entries = {entry.key: entry for entry in entries}
        self._claims, self._longest = _index(namings)
        _check_shared(self._claims, traps.ambiguous)
        self._masks = _index_masks(traps.masks, self._claims)
        self._shouted = dict(traps.shouted)
        # Words that may begin a name without a capital; any other such word is no name.
        self._small = frozenset({"the"}).union(
            key.split(" ", 1)[0]
            for key, claims in self._claims.items()
            if any(claim.shape[0] == "l" for claim in claims)
        )

    def match(self, words: Sequence[str], at: int) -> tuple[Match, ...]:
        """The longest known name that starts at ``words[at]``: several when it is shared.

        A leading "the" counts as part of the match, a possessive that is a word of its own
        does not. () where no name starts.
        """
        first = words[at]
        if not first[:1].isupper() and first not in self._small:
            head = first.partition("-")[0]
            if head == first or head not in self._small:
                return ()
        article = first in ("the", "The", "THE")
        start = at + article
        if start == len(words):
            return ()
        found = pieces(words[start])
        longest = self._longest.get(found[0].lower()) if found else None
        return self._longest_match(words, at, start, longest) if longest else ()

    def find(self, name: str) -> tuple[Match, ...]:
        """What ``match`` finds when it takes up the whole of ``name``."""
        words = name.split()
        found = self.match(words, 0) if words else ()
        return found if found and found[0].length == len(words) else ()

    def entry(self, key: str) -> Entry | None:
        """The entry with this key."""
        return self._entries.get(key)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All entries, in the order of the data files."""
        return tuple(self._entries.values())

    def _longest_match(self, words: Sequence[str], at: int, start: int, longest: int) -> tuple[Match, ...]:
        run = _Run(words, start, longest)
        for size in range(min(len(run.parts), longest), 0, -1):
            if not run.ends[size - 1]:
                continue
            key = key_of(run.parts[:size])
            claims = [c for c in self._claims.get(key, ()) if fits(c.shape, run.parts[:size])]
            if claims:
                end = start + run.ends[size - 1]
                if self._is_masked(key, words, start, end):
                    return ()
                return tuple([Match(end - at, claim.entry, claim.form) for claim in claims])
        return ()

    def _is_masked(self, key: str, words: Sequence[str], start: int, end: int) -> bool:
        shouted = self._shouted.get(words[start]) if end == start + 1 else None
        if shouted is not None and _is_shout(words, start, end):
            before_word = end < len(words) and words[end].isalpha()
            if not (shouted is Shouted.BEFORE_WORD and before_word):
                return True
        for before, after in self._masks.get(key, ()):
            left = words[max(0, start - len(before)) : start]
            right = words[end : end + len(after)]
            if key_of(left) == key_of(before) and key_of(right) == key_of(after):
                return True
        return False


def load_gazetteer() -> Gazetteer:
    """The gazetteer of `countries.yaml`, `actors.yaml` and `people.yaml`.

    Raises LexiconError where they are malformed or contradict each other.
    """
    files = read_actor_files()
    return Gazetteer(files.entries, files.namings, files.traps)


def _index(namings: Iterable[Naming]) -> tuple[dict[str, tuple[_Claim, ...]], dict[str, int]]:
    claims: dict[str, tuple[_Claim, ...]] = {}
    longest: dict[str, int] = {}
    for naming in namings:
        parts = name_pieces(naming.name.split())
        if not parts:
            raise LexiconError(f"{naming.entry.key}: {naming.name!r} has no letter")
        key = key_of(parts)
        claim = _Claim(shape_of(parts), naming.entry, naming.form)
        claims[key] = _with_claim(claims.get(key, ()), claim)
        first = parts[0].lower()
        longest[first] = max(longest.get(first, 0), len(parts))
    return claims, longest


def _with_claim(claims: tuple[_Claim, ...], new: _Claim) -> tuple[_Claim, ...]:
    """One entry claims a name once; of two spellings the one with fewer capitals stands."""
    for index, old in enumerate(claims):
        if old.entry is new.entry:
            small = "".join([max(pair, key="UTl".index) for pair in zip(old.shape, new.shape, strict=True)])
            return (*claims[:index], _Claim(small, old.entry, old.form), *claims[index + 1 :])
    return (*claims, new)


def _check_shared(claims: Mapping[str, tuple[_Claim, ...]], ambiguous: Iterable[str]) -> None:
    listed = {key_of(name_pieces(name.split())) for name in ambiguous}
    shared = {key for key, found in claims.items() if len(found) > 1}
    if unlisted := shared - listed:
        told = [f"{key} ({', '.join(c.entry.key for c in claims[key])})" for key in sorted(unlisted)]
        raise LexiconError(f"actors.yaml: ambiguous: shared but not listed: {'; '.join(told)}")
    if unshared := listed - shared:
        raise LexiconError(f"actors.yaml: ambiguous: listed but not shared: {', '.join(sorted(unshared))}")


def _index_masks(
    masks: Iterable[str], claims: Mapping[str, tuple[_Claim, ...]]
) -> dict[str, tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]]:
    """For each known name inside a mask, the words of the mask before and after it."""
    found: dict[str, tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]] = {}
    for mask in masks:
        parts = tuple(mask.split())
        inside = [
            (key, (parts[:start], parts[end:]))
            for start in range(len(parts))
            for end in range(start + 1, len(parts) + 1)
            if (key := key_of(name_pieces(parts[start:end]))) in claims
        ]
        if not inside:
            raise LexiconError(f"actors.yaml: masks: {mask!r} holds no known name")
        for key, around in inside:
            found[key] = (*found.get(key, ()), around)
    return found


def _is_shout(words: Sequence[str], start: int, end: int) -> bool:
    near = [*words[max(0, start - 3) : start], *words[end : end + 3]]
    letters = [word for word in near if word.isalpha()]
    return bool(letters) and all(word.isupper() for word in letters)
