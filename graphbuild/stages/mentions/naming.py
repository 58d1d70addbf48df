"""Which names of an article name the same actor.

A name of several words opens an actor; surnames, acronyms and short forms join one only
when exactly one fits, so that strangers are not merged.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from graphbuild.model.actor import ActorKind
from graphbuild.stages.mentions.actors import Draft, initials, name_key
from graphbuild.stages.mentions.names import GPE, ORG, THING, Name, words_of
from graphbuild.stages.mentions.offices import PERSON

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from graphbuild.lexicon.gazetteer import Entry
    from graphbuild.lexicon.roles import Roles
    from graphbuild.model.parse import Parse

Key = tuple[str, ...]

_KINDS = {
    PERSON: ActorKind.PERSON,
    ORG: ActorKind.ORGANISATION,
    GPE: ActorKind.ORGANISATION,
    THING: ActorKind.THING,
}
_BODIES = (ActorKind.ORGANISATION, ActorKind.GROUP, ActorKind.UNKNOWN)


def name_actors(
    parse: Parse, names: Sequence[Name], entries: Mapping[int, Entry], roles: Roles
) -> dict[int, Draft]:
    """For each name (by its index) the actor it names.

    ``entries`` are the gazetteer entries chosen for names, by the index of the name.
    """
    words = [words_of(parse, n.first, n.last) for n in names]
    keys = [name_key(w) for w in words]
    roster = _Roster(frozenset(t.text for t in parse.tokens if t.text.islower()), roles)
    assigned: dict[int, Draft] = {}
    by_end: dict[int, Draft] = {}
    # Longest first, so that "Esper" in the headline finds "Mark Esper" in the body.
    for index in sorted(range(len(names)), key=lambda i: (i not in entries, -len(keys[i]), i)):
        if not keys[index]:
            continue
        name = names[index]
        draft = (
            roster.of_entry(entries[index])
            if index in entries
            else _before_bracket(parse, name, by_end) or roster.find(keys[index], words[index], name.label)
        )
        roster.add(keys[index], draft)
        draft.names[words[index]] += 1
        draft.is_place = draft.is_place or _is_place(name, entries.get(index))
        assigned[index] = by_end[name.last] = draft
    return assigned


def _is_place(name: Name, entry: Entry | None) -> bool:
    return name.label == GPE if entry is None else entry.key.startswith("region:")


def _before_bracket(parse: Parse, name: Name, by_end: Mapping[int, Draft]) -> Draft | None:
    """ "Kata'ib Hezbollah (KH)": the actor whose abbreviation this is."""
    tokens = parse.tokens
    if name.first < 2 or name.last >= len(tokens):
        return None
    if tokens[name.first - 1].text != "(" or tokens[name.last].text != ")":
        return None
    letters = words_of(parse, name.first, name.last).replace(".", "")
    return by_end.get(name.first - 1) if letters.isupper() and letters.isalnum() else None


class _Roster:
    """The actors named so far, found again by the usual short forms of their names."""

    def __init__(self, common: frozenset[str], roles: Roles) -> None:
        self._common = common  # words that the article also writes small: no short names
        self._roles = roles
        self._drafts: dict[str, Draft] = {}
        self._by_key: dict[Key, list[Draft]] = defaultdict(list)
        self._by_last: dict[str, list[tuple[Key, Draft]]] = defaultdict(list)
        self._by_first: dict[str, list[tuple[Key, Draft]]] = defaultdict(list)
        self._by_initials: dict[str, list[Draft]] = defaultdict(list)

    def of_entry(self, entry: Entry) -> Draft:
        """The actor of a gazetteer entry."""
        if entry.key not in self._drafts:
            self._drafts[entry.key] = Draft(
                entry.key, entry.kind, entry.country, entry.sector, entry.key, entry.wikidata, entry.name
            )
            self.add(name_key(entry.name), self._drafts[entry.key])
        return self._drafts[entry.key]

    def find(self, key: Key, text: str, label: str) -> Draft:
        """The one known actor that a name fits, else a new one."""
        kind = _KINDS.get(label, ActorKind.UNKNOWN)
        fitting = {d.key: d for d in self._fitting(key, text, kind)}
        if len(fitting) == 1:
            draft = next(iter(fitting.values()))
            if draft.kind is ActorKind.UNKNOWN:
                draft.kind = kind
            return draft
        # "Parliament", "Air Force": every country has one, so it is an actor of its article.
        common = all(self._roles.find(word) is not None for word in key) or self._roles.find_phrase(key)
        local = ("u:" if common else "n:") + " ".join(key)
        return self._drafts.setdefault(local, Draft(local, kind))

    def add(self, key: Key, draft: Draft) -> None:
        """Remember that an actor goes by this name."""
        if draft in self._by_key[key]:
            return
        self._by_key[key].append(draft)
        if len(key) > 1:
            self._by_last[key[-1]].append((key, draft))
            self._by_first[key[0]].append((key, draft))
            for letters in {initials(key), "".join(word[0] for word in key)}:
                self._by_initials[letters].append(draft)

    def _fitting(self, key: Key, text: str, kind: ActorKind) -> Iterator[Draft]:
        for draft in self._by_key.get(key, ()):
            if len(key) > 1 or kind is draft.kind or ActorKind.UNKNOWN in (kind, draft.kind):
                yield draft
        if len(key) == 1 and key[0] in self._common:
            return
        if kind is not ActorKind.THING:
            yield from self._by_surname(key)
        if kind is ActorKind.PERSON and len(key) == 1:
            yield from self._by_first_name(key)
        if kind in _BODIES:
            yield from self._by_short_form(key, text)
            yield from self._by_organ(key)

    def _by_surname(self, key: Key) -> Iterator[Draft]:
        """ "Abdul-Mahdi" for "Adil Abdul-Mahdi"."""
        for full, draft in self._by_last.get(key[-1], ()):
            if draft.kind is ActorKind.PERSON and len(key) < len(full) and full[-len(key) :] == key:
                yield draft

    def _by_first_name(self, key: Key) -> Iterator[Draft]:
        """ "Karim" for "Karim Haddad"."""
        yield from (d for full, d in self._by_first.get(key[0], ()) if d.kind is ActorKind.PERSON)

    def _by_organ(self, key: Key) -> Iterator[Draft]:
        """ "Air Force" for "Indian Air Force": what a body is called after its country."""
        if self._roles.find_phrase(key) is None:
            return
        for full, draft in self._by_last.get(key[-1], ()):
            if draft.entry and draft.kind in _BODIES and len(key) < len(full) and full[-len(key) :] == key:
                yield draft

    def _by_short_form(self, key: Key, text: str) -> Iterator[Draft]:
        """ "NATO" for "North Atlantic Treaty Organization", "Northrop" for "Northrop Grumman"."""
        letters = text.replace(".", "")
        if letters.isupper() and 2 <= len(letters) <= 6:
            yield from (d for d in self._by_initials.get(letters.lower(), ()) if d.kind in _BODIES)
        for full, draft in self._by_first.get(key[0], ()):
            if draft.kind in _BODIES and len(key) < len(full) and full[: len(key)] == key and len(key[0]) > 3:
                yield draft
