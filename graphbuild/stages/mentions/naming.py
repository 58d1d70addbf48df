"""Which names of an article name the same actor.

A name of several words opens an actor; surnames, acronyms and short forms join one only
when exactly one fits, so that strangers are not merged.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from graphbuild.lexicon.gazetteer import Entry
from graphbuild.model.actor import ActorKind
from graphbuild.model.parse import Parse
from graphbuild.stages.mentions.actors import Draft, initials, name_key
from graphbuild.stages.mentions.names import GPE, ORG, PERSON, THING, Name, words_of

_KINDS = {
    PERSON: ActorKind.PERSON,
    ORG: ActorKind.ORGANISATION,
    GPE: ActorKind.ORGANISATION,
    THING: ActorKind.THING,
}


def name_actors(parse: Parse, names: Sequence[Name], entries: Mapping[int, Entry]) -> dict[int, Draft]:
    """For each name (by its index) the actor it names.

    ``entries`` are the gazetteer entries chosen for names, by the index of the name.
    """
    keys = [name_key(words_of(parse, n.first, n.last)) for n in names]
    drafts: dict[str, Draft] = {}
    words: dict[str, set[tuple[str, ...]]] = {}
    assigned: dict[int, Draft] = {}
    # Longest first, so that "Esper" in the headline finds "Mark Esper" in the body.
    order = sorted(range(len(names)), key=lambda i: (i not in entries, -len(keys[i]), i))
    for index in order:
        if not keys[index]:
            continue
        if index in entries:
            draft = _of_entry(entries[index], drafts)
        else:
            draft = _join_or_open(parse, names, index, keys, drafts, words, assigned)
        words.setdefault(draft.key, set()).add(keys[index])
        draft.names[words_of(parse, names[index].first, names[index].last)] += 1
        assigned[index] = draft
    return assigned


def _of_entry(entry: Entry, drafts: dict[str, Draft]) -> Draft:
    if entry.key not in drafts:
        drafts[entry.key] = Draft(
            entry.key, entry.kind, entry.country, entry.sector, entry.key, entry.wikidata, known_as=entry.name
        )
    return drafts[entry.key]


def _join_or_open(
    parse: Parse,
    names: Sequence[Name],
    index: int,
    keys: Sequence[tuple[str, ...]],
    drafts: dict[str, Draft],
    words: Mapping[str, Iterable[tuple[str, ...]]],
    assigned: Mapping[int, Draft],
) -> Draft:
    name, key = names[index], keys[index]
    bracketed = _before_bracket(parse, names, index, assigned)
    if bracketed is not None:
        return bracketed
    kind = _KINDS.get(name.label, ActorKind.UNKNOWN)
    common = len(key) == 1 and key[0] in {t.text for t in parse.tokens if t.text.islower()}
    text = words_of(parse, name.first, name.last)
    fitting = [
        d
        for k, d in drafts.items()
        if any(_fits(key, text, kind, other, d.kind) for other in words.get(k, ()))
    ]
    if len(fitting) == 1:
        if fitting[0].kind is ActorKind.UNKNOWN:
            fitting[0].kind = kind
        return fitting[0]
    local = "n:" + " ".join(key)
    if local not in drafts:
        drafts[local] = Draft(local, kind)
    return drafts[local]


def _before_bracket(
    parse: Parse, names: Sequence[Name], index: int, assigned: Mapping[int, Draft]
) -> Draft | None:
    """ "Kata'ib Hezbollah (KH)": the actor whose abbreviation this is."""
    name = names[index]
    tokens = parse.tokens
    if (
        name.first < 2
        or name.last >= len(tokens)
        or tokens[name.first - 1].text != "("
        or tokens[name.last].text != ")"
    ):
        return None
    letters = words_of(parse, name.first, name.last).replace(".", "")
    if not letters.isupper():
        return None
    for other, draft in assigned.items():
        if names[other].last == name.first - 1:
            return draft
    return None


def _fits(
    key: tuple[str, ...], text: str, kind: ActorKind, full: tuple[str, ...], full_kind: ActorKind
) -> bool:
    """Whether ``key`` is a usual short form of the name ``full``."""
    if key == full:
        return kind is full_kind or ActorKind.UNKNOWN in (kind, full_kind) or len(key) > 1
    people = full_kind is ActorKind.PERSON and kind in (
        ActorKind.PERSON,
        ActorKind.UNKNOWN,
        ActorKind.ORGANISATION,
    )
    if people:
        return len(key) < len(full) and full[-len(key) :] == key and len(key[-1]) > 2
    if full_kind is ActorKind.PERSON or kind is ActorKind.PERSON:
        return False
    letters = text.replace(".", "")
    if letters.isupper() and 2 <= len(letters) <= 6 and len(full) > 1:
        return initials(full) == letters.lower() or "".join(w[0] for w in full) == letters.lower()
    if full_kind is ActorKind.ORGANISATION and len(key) < len(full):
        return full[: len(key)] == key and len(key[0]) > 3 and kind is not ActorKind.THING
    return False
