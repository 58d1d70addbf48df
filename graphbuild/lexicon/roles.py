"""Nouns that name an actor by what it does: "officials", "troops", "the prime minister"."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from graphbuild.errors import LexiconError
from graphbuild.lexicon.actor_files import names_in
from graphbuild.lexicon.loading import (
    expect_choice,
    expect_flag,
    expect_keys,
    expect_list,
    expect_mapping,
    expect_text,
    read_yaml,
)
from graphbuild.lexicon.names import JOINTS, without_accents
from graphbuild.lexicon.sectors import SECTORS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_FILE = "roles.yaml"


@dataclass(frozen=True, slots=True)
class Role:
    """What a noun tells of the actor it names.

    ``sector`` is PLOVER's, None where the noun alone does not tell. ``person``: one human;
    ``group``: a body, a force, a crowd. ``gender`` is "male", "female" or None.
    ``speaks_for``: what it does is done for the state or organisation it is of.
    """

    lemma: str
    sector: str | None
    person: bool
    group: bool
    gender: str | None
    speaks_for: bool


class Roles:
    """The known role nouns, of one word and of several."""

    __slots__ = ("_firsts", "_longest", "_phrases", "_words")

    def __init__(self, roles: Mapping[str, Role]) -> None:
        """``roles`` by their words, in small letters with a blank for each hyphen."""
        self._words = MappingProxyType({k: role for k, role in roles.items() if k.isalpha()})
        self._phrases = MappingProxyType({k: role for k, role in roles.items() if not k.isalpha()})
        self._firsts = frozenset(key.partition(" ")[0] for key in self._phrases)
        self._longest = max((key.count(" ") + 1 for key in self._phrases), default=1)

    def find(self, lemma: str) -> Role | None:
        """The role of a lower-case noun lemma; one with a hyphen is a phrase."""
        found = self._words.get(lemma)
        return self.find_phrase((lemma,)) if found is None and "-" in lemma else found

    def find_phrase(self, words: Sequence[str]) -> Role | None:
        """The role that these words name as a whole, in any case and number.

        >>> roles = load_roles()
        >>> roles.find_phrase(["Secretary", "-", "General"]).lemma
        'secretary-general'
        >>> roles.find_phrase(["foreign", "ministers"]).sector
        'GOV'
        """
        parts = _parts(words)
        if not 1 < len(parts) <= self._longest:
            return self._word(parts[0]) if len(parts) == 1 else None
        first, last = parts[0], parts[-1]
        if first not in self._firsts and self._firsts.isdisjoint(_singulars(first)):
            return None
        # "attorneys general", "secretaries of state": the plural may be on the first word.
        variants = [parts, *([*parts[:-1], one] for one in _singulars(last))]
        variants += [[one, *parts[1:]] for one in _singulars(first)]
        return next((role for v in variants if (role := self._phrases.get(" ".join(v)))), None)

    def _word(self, word: str) -> Role | None:
        return next((role for v in (word, *_singulars(word)) if (role := self._words.get(v))), None)

    def __len__(self) -> int:
        return len(self._words) + len(self._phrases)


def load_roles() -> Roles:
    """The roles of `roles.yaml`; raises LexiconError where it is malformed."""
    data = expect_mapping(read_yaml(_FILE), _FILE)
    expect_keys(data, _FILE, required=("groups", "male", "female"))
    genders = _genders(data)
    roles: dict[str, Role] = {}
    for value in expect_list(data["groups"], f"{_FILE}: groups"):
        _read_group(roles, expect_mapping(value, f"{_FILE}: groups"), genders)
    if unknown := genders.keys() - {role.lemma for role in roles.values()}:
        raise LexiconError(f"{_FILE}: a gender is told of unknown words: {', '.join(sorted(unknown))}")
    return Roles(roles)


def _genders(data: Mapping[str, object]) -> dict[str, str]:
    male, female = (names_in(data[gender], f"{_FILE}: {gender}") for gender in ("male", "female"))
    if both := set(male) & set(female):
        raise LexiconError(f"{_FILE}: both male and female: {', '.join(sorted(both))}")
    return dict.fromkeys(male, "male") | dict.fromkeys(female, "female")


def _read_group(roles: dict[str, Role], group: Mapping[str, object], genders: Mapping[str, str]) -> None:
    where = f"{_FILE}: {group.get('about', 'a group without about')}"
    expect_keys(group, where, required=("about", "is", "speaks", "words"), optional=("sector",))
    sector = expect_choice(group["sector"], where, SECTORS) if "sector" in group else None
    person = expect_choice(group["is"], where, ("person", "group")) == "person"
    speaks = expect_flag(group["speaks"], where)
    for word in names_in(expect_text(group["words"], where), where):
        key = word.replace("-", " ")
        if key in roles or word != word.lower():
            raise LexiconError(f"{where}: {word!r} stands there already, or has a capital")
        roles[key] = Role(word, sector, person, not person, genders.get(word), speaks)


def _parts(words: Sequence[str]) -> list[str]:
    """Small letters, hyphens gone: ["Secretary-General"] is ["secretary", "general"]."""
    found: list[str] = []
    for word in words:
        if word.isascii() and word.isalpha():
            found.append(word.lower())
        elif word not in JOINTS:
            found.extend(without_accents(word).lower().replace("-", " ").split())
    return found


def _singulars(word: str) -> tuple[str, ...]:
    """What a plural may be the plural of."""
    if word.endswith("men"):
        return (word[:-2] + "an",)
    if word.endswith("ies"):
        return (word[:-3] + "y", word[:-1])
    if word.endswith("es"):
        return (word[:-1], word[:-2])
    return (word[:-1],) if word.endswith("s") else ()
