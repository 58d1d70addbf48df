"""Pronouns whose antecedent is safe; all others stay open.

A pronoun is resolved to the one candidate of the right sort in its sentence before it or
in the sentence before that. Two or more candidates decide only for the subject of the
previous clause when the pronoun is a subject too (centering: Grosz, Joshi and Weinstein
1995); otherwise the pronoun stays open.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graphbuild.model.actor import ActorKind
from graphbuild.syntax.arguments import surface_subjects
from graphbuild.syntax.phrases import NOMINAL, ancestors
from graphbuild.syntax.quotes import quoted_tokens
from graphbuild.syntax.speech import find_speech, speakers_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from graphbuild.lexicon.roles import Role, Roles
    from graphbuild.model.parse import Parse
    from graphbuild.stages.mentions.actors import Draft

# Reflexives are left out: they bring nobody into a clause who is not its subject.
_PERSONAL = frozenset({"he", "she", "him", "her", "his", "hers"})
_NEUTER = frozenset({"it", "its"})
_PLURAL = frozenset({"they", "them", "their"})
_SPEAKER = frozenset({"i", "me", "my", "mine", "we", "us", "our", "ours"})
# What takes up the subject of its clause: "forced Apple to lower its prices", "Airbus says they will".
_OF_SUBJECT = frozenset({"its", "they", "their"})
_SIDE = frozenset({"we", "us", "our", "ours"})
_PEOPLE = (ActorKind.PERSON, ActorKind.UNNAMED)
_BODIES = (ActorKind.ORGANISATION, ActorKind.COUNTRY, ActorKind.GROUP)
# Only somebody can be so: "it is willing to leave" is no weather.
_MINDED = frozenset(
    {
        "willing", "unwilling", "ready", "prepared", "able", "unable", "reluctant", "eager", "keen", "determined",
        "committed", "opposed", "concerned", "worried", "confident", "hopeful", "open", "aware", "unaware", "responsible",
        "happy", "pleased", "satisfied", "disappointed", "angry", "grateful", "afraid", "hesitant", "loath", "bound",
    }
)  # fmt: skip
_SUBJECTS = ("nsubj", "nsubjpass")


@dataclass(frozen=True, slots=True)
class _Reading:
    """The text that pronouns stand in: its parse, which of its tokens are quoted, what role nouns mean."""

    parse: Parse
    quoted: frozenset[int]
    roles: Roles


def resolve_pronouns(
    parse: Parse, by_head: Mapping[int, Draft], roles: Roles, reports: Callable[[str], bool]
) -> dict[int, Draft]:
    """The actors of pronouns, by token; pronouns that stay open are left out."""
    quoted = quoted_tokens(parse)
    reading = _Reading(parse, quoted, roles)
    known = dict(by_head)
    found: dict[int, Draft] = {}
    heads_by_sentence: dict[int, list[int]] = {}
    for head in sorted(by_head):
        heads_by_sentence.setdefault(parse.sentence_of[head], []).append(head)
    for token in parse.tokens:
        if token.pos != "PRON" or token.tag not in ("PRP", "PRP$"):
            continue
        word = token.text.lower()
        if word in _SPEAKER:
            draft = _speaker(parse, token.index, quoted, known, reports)
        else:
            draft = _antecedent(reading, token.index, word, known, heads_by_sentence)
        if draft is not None:
            known[token.index] = found[token.index] = draft
            heads_by_sentence.setdefault(parse.sentence_of[token.index], []).append(token.index)
    return found


def _speaker(
    parse: Parse,
    index: int,
    quoted: frozenset[int],
    known: Mapping[int, Draft],
    reports: Callable[[str], bool],
) -> Draft | None:
    """ "I" in a quotation is whoever speaks, "we" whom the speaker speaks for."""
    if index not in quoted:
        return None
    top = index
    for above in ancestors(parse, index):  # "He said: 'They told us we lost'": who says all of it
        if above not in quoted:
            break
        top = above
    speakers = speakers_of(parse, top, find_speech(parse, top, quoted, reports))
    speaker = known.get(speakers[0]) if len(speakers) == 1 else None
    is_many = speaker is not None and parse.tokens[index].text.lower() in _SIDE
    return speaker.side or speaker if speaker is not None and is_many else speaker


def _role_of(reading: _Reading, draft: Draft) -> Role | None:
    """What the noun of a description says, also where the description itself is a pronoun."""
    words = min(draft.names, default="").lower().split()
    return reading.roles.find(words[-1]) if words else None


def _suits(reading: _Reading, head: int, draft: Draft, word: str) -> bool:
    token = reading.parse.tokens[head]
    plural = token.tag in ("NNS", "NNPS") and draft.kind is not ActorKind.PERSON  # "Jobs"
    role = _role_of(reading, draft) if draft.kind is ActorKind.UNNAMED else None
    is_body = role is not None and role.group and not role.person
    if word in _PERSONAL:
        return draft.kind in (*_PEOPLE, ActorKind.UNKNOWN) and not plural and not is_body
    if word in _NEUTER:  # "Qatar Airways" is one company
        return (is_body or draft.kind in (*_BODIES, ActorKind.UNKNOWN)) and token.tag != "NNS"
    if word in _PLURAL:
        return plural or draft.kind is ActorKind.GROUP
    return False


def _antecedent(
    reading: _Reading, index: int, word: str, known: Mapping[int, Draft], heads: Mapping[int, list[int]]
) -> Draft | None:
    parse, quoted = reading.parse, reading.quoted
    is_subject = parse.tokens[index].dep in _SUBJECTS
    if word in _NEUTER and is_subject and _is_weather(parse, index):
        return None
    doer = _subject_above(parse, index) if word in _OF_SUBJECT else None
    if doer is not None and (doer in quoted) == (index in quoted) and _is_body(parse, doer, known):
        return known[doer]
    here = parse.sentence_of[index]
    for number in (here, here - 1):
        before = [h for h in heads.get(number, ()) if h < index]
        candidates = [
            h for h in before if (h in quoted) == (index in quoted) and _suits(reading, h, known[h], word)
        ]
        if word in _NEUTER and _has_rival(parse, index, number, candidates):
            return None
        if word in _PERSONAL and any(_may_be_person(known[h]) for h in before):
            return None
        if candidates:
            return _chosen(parse, index, candidates, known)
    return None


def _chosen(parse: Parse, index: int, candidates: Sequence[int], known: Mapping[int, Draft]) -> Draft | None:
    """The only candidate, or of several the only one that is a subject, for a subject or owner."""
    different = {known[h].key: h for h in candidates}
    if len(different) > 1:
        is_central = parse.tokens[index].dep in (*_SUBJECTS, "poss")
        different = {known[h].key: h for h in candidates if is_central and parse.tokens[h].dep in _SUBJECTS}
    return known[next(iter(different.values()))] if len(different) == 1 else None


def _subject_above(parse: Parse, index: int) -> int | None:
    """The subject of the nearest clause around a pronoun that is not its own: "Airbus says they will".

    An owner in a list is who stands before it in the list: "a firm and its workers".
    """
    owned = parse.tokens[parse.tokens[index].head]
    if parse.tokens[index].dep == "poss" and owned.dep == "conj" and parse.tokens[owned.head].pos in NOMINAL:
        return owned.head
    for above in ancestors(parse, index):
        if parse.tokens[above].pos not in ("VERB", "AUX"):
            continue
        subjects = surface_subjects(parse, above)
        if subjects and subjects[0] != index:
            return subjects[0] if len(subjects) == 1 and subjects[0] < index else None
    return None


def _is_body(parse: Parse, head: int, known: Mapping[int, Draft]) -> bool:
    """Whether one body is named: "Apple", not "companies" and not "Paris"."""
    draft = known.get(head)
    is_body = draft is not None and draft.kind in (ActorKind.ORGANISATION, ActorKind.GROUP)
    return is_body and draft is not None and not draft.is_place and parse.tokens[head].tag != "NNS"


def _may_be_person(draft: Draft) -> bool:
    """Whether a name that only the parser takes for a body's has the form of a person's."""
    name = max(draft.names, default="", key=lambda n: (draft.names[n], n))
    is_guess = draft.kind is ActorKind.ORGANISATION and draft.entry is None and not draft.is_place
    return is_guess and name.count(" ") == 1 and not any(c in name for c in ".&-0123456789")


def _has_rival(parse: Parse, index: int, number: int, candidates: Sequence[int]) -> bool:
    """Whether "it" may be what no candidate is: the subject of a clause before it, in one sentence.

    "The bomb that Iran built was found before it went off."
    """
    if number < 0:
        return False
    sentence = parse.sentences[number]
    subjects = [
        t.index
        for t in parse.tokens[sentence.first : min(sentence.last, index)]
        if t.dep in _SUBJECTS and t.tag in ("NN", "NNP") and t.head != parse.tokens[index].head
    ]
    return bool(subjects) and not any(s in candidates for s in subjects)


def _is_weather(parse: Parse, index: int) -> bool:
    """ "It is unclear whether", "it was reported that": a subject in name only."""
    verb = parse.tokens[index].head
    labels = {parse.tokens[c].dep: parse.tokens[c].lemma for c in parse.children[verb]}
    if parse.tokens[verb].lemma != "be" or labels.get("acomp") in _MINDED:
        return False
    return "acomp" in labels or "ccomp" in labels
