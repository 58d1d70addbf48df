"""Who does what in a clause: subjects, objects and prepositional phrases of a verb.

Labels are those of spaCy's English models (CLEAR style; Choi and Palmer 2012). Passives
are turned round here, and subjects that a clause shares with another (conjunction,
control, participles, relative clauses) are found, so that callers see logical roles.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphbuild.syntax.coordination import FINITE, coordinated_with, is_infinitive
from graphbuild.syntax.phrases import NOMINAL, conjuncts, dependents, is_relative_pronoun, left_edge

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graphbuild.model.parse import Parse

_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
# "accused X of attacking", "prevented X from leaving", "quoted X as saying": the object does what follows.
_OBJECT_CONTROL = frozenset({"of", "from", "for", "into", "as"})
_SUBJECT_CONTROL = frozenset({"promise", "vow", "threaten", "pledge"})
# "Released by the roadside", "done by the deadline": where and when, not who.
_MANNERS = frozenset({"response", "return", "turn", "retaliation", "revenge", "reply", "exchange", "advance"})
_BESIDE = frozenset(
    {
        "roadside",
        "wayside",
        "road",
        "river",
        "sea",
        "lake",
        "shore",
        "side",
        "gate",
        "door",
        "window",
        "deadline",
        "end",
    }
)
# What they say somebody says: "issued a declaration demanding".
_TEXTS = frozenset(
    {
        "statement",
        "declaration",
        "letter",
        "communique",
        "message",
        "resolution",
        "decree",
        "note",
        "petition",
        "appeal",
        "tweet",
    }
)
_DEEPEST = 12  # conjunctions and control chains in news are short; a broken parse may loop long


def is_passive(parse: Parse, verb: int) -> bool:
    """Whether a verb is passive, reduced passives included ("the man arrested")."""
    token = parse.tokens[verb]
    while not dependents(parse, verb, "auxpass", "nsubjpass"):
        if token.tag != "VBN" or dependents(parse, verb, "aux", "dobj"):
            return bool(token.tag == "VBN" and dependents(parse, verb, "agent"))
        if token.dep != "conj":
            return token.dep in ("acl", "advcl") or bool(dependents(parse, verb, "agent"))
        verb = token.head  # "were killed and wounded": the second shares the first one's helpers
        token = parse.tokens[verb]
    return True


def surface_subjects(parse: Parse, verb: int, depth: int = 0) -> tuple[int, ...]:
    """Heads of the grammatical subject, shared ones included; empty when there is none."""
    own = [s for s in dependents(parse, verb, *_SUBJECTS) if parse.tokens[s].dep != "expl"]
    token = parse.tokens[verb]
    if own:
        if is_relative_pronoun(parse, own[0]) and token.dep == "relcl":
            return _antecedent(parse, token.head)
        return tuple(m for s in own for m in conjuncts(parse, s))
    if depth > _DEEPEST or token.head == verb:
        return ()
    return _shared_subjects(parse, verb, depth + 1)


def _subject_of_modifier(parse: Parse, verb: int, depth: int) -> tuple[int, ...]:
    """The understood subject of a verb that hangs from a noun: the noun, or whose it is ("plan to attack")."""
    token = parse.tokens[verb]
    if token.tag not in ("VBG", "VBN"):
        return _owner_of_noun(parse, token.head, depth)
    says = token.tag == "VBG" and parse.tokens[token.head].lemma in _TEXTS
    return (says and _owner_of_noun(parse, token.head, depth)) or _antecedent(parse, token.head)


def _antecedent(parse: Parse, noun: int) -> tuple[int, ...]:
    """What a relative pronoun stands for: the noun, and what is coordinated before it."""
    return conjuncts(parse, noun)


def _shared_subjects(parse: Parse, verb: int, depth: int) -> tuple[int, ...]:
    token = parse.tokens[verb]
    governor = token.head
    mistaken = _behind_a_date(parse, verb)
    if mistaken is not None:
        return (mistaken,)
    match token.dep:
        case "conj" | "parataxis" if parse.tokens[governor].pos in ("VERB", "AUX"):
            return surface_subjects(parse, coordinated_with(parse, verb), depth)
        case "xcomp":
            return _controller(parse, governor, depth)
        case "advcl" if token.tag in ("VBG", "VBN", "VB") and parse.tokens[governor].pos in ("VERB", "AUX"):
            return surface_subjects(parse, governor, depth)
        case "acl":
            return _subject_of_modifier(parse, verb, depth)
        case "relcl":
            return () if dependents(parse, verb, "dobj") else _antecedent(parse, governor)
        case "pcomp":
            return _subject_of_gerund(parse, governor, depth)
        case _:
            return ()


def _behind_a_date(parse: Parse, verb: int) -> int | None:
    """ "Signed on Friday and Chile expelled": the subject that parsers coordinate with the day before it."""
    before = parse.tokens[verb - 1] if verb else None
    if before is None or before.dep != "conj" or before.pos not in NOMINAL:
        return None
    if parse.tokens[verb].dep != "conj" or parse.tokens[verb].tag not in FINITE:
        return None
    return before.index if _is_time(parse, before.head) and not _is_time(parse, before.index) else None


def _controller(parse: Parse, governor: int, depth: int) -> tuple[int, ...]:
    """The understood subject of an infinitive: the governor's object, else its subject."""
    if parse.tokens[governor].pos not in ("VERB", "AUX", "ADJ", "NOUN"):
        return ()
    objects = dependents(parse, governor, "dobj", "dative")
    if objects and parse.tokens[governor].lemma not in _SUBJECT_CONTROL:
        return conjuncts(parse, objects[0])
    if parse.tokens[governor].pos == "ADJ" and parse.tokens[governor].head != governor:
        return surface_subjects(parse, parse.tokens[governor].head, depth)
    return surface_subjects(parse, governor, depth)


def _owner_of_noun(parse: Parse, noun: int, depth: int) -> tuple[int, ...]:
    """The understood subject of "plan to attack": the plan's owner."""
    owners = dependents(parse, noun, "poss")
    if owners:
        return conjuncts(parse, owners[0])
    token = parse.tokens[noun]
    if token.dep == "dobj" and parse.tokens[token.head].pos == "VERB":
        return surface_subjects(parse, token.head, depth)
    return ()


def _subject_of_gerund(parse: Parse, prep: int, depth: int) -> tuple[int, ...]:
    governor = parse.tokens[prep].head
    token = parse.tokens[governor]
    if (
        token.dep in ("dobj", "nsubjpass")
        and token.pos in NOMINAL
        and parse.tokens[prep].lemma in _OBJECT_CONTROL
    ):
        return conjuncts(parse, governor)  # "accused X of attacking", with "of" hung from X
    if token.pos not in ("VERB", "AUX"):
        return ()
    if parse.tokens[prep].lemma in _OBJECT_CONTROL:
        objects = dependents(parse, governor, "dobj", "nsubjpass")
        if objects:
            return conjuncts(parse, objects[0])
    return surface_subjects(parse, governor, depth)


def _direct_objects(parse: Parse, verb: int) -> tuple[int, ...]:
    objects = tuple(
        m
        for o in dependents(parse, verb, "dobj")
        for m in (*conjuncts(parse, o), *_rest_of_list(parse, verb, o))
    )
    token = parse.tokens[verb]
    if objects and is_relative_pronoun(parse, objects[0]) and token.dep == "relcl":
        return _antecedent(parse, token.head)
    if objects or token.dep != "relcl":
        return objects
    own = dependents(parse, verb, "nsubj")
    if own and not is_relative_pronoun(parse, own[0]):
        # "the town (that) rebels seized": the gap is the object unless a preposition takes it.
        return _antecedent(parse, token.head)
    return ()


def _rest_of_list(parse: Parse, verb: int, first: int) -> tuple[int, ...]:
    """ "A doctor, two nurses and a driver": what parsers often cut off behind the comma."""
    rest = [
        n
        for n in dependents(parse, verb, "npadvmod", "appos")
        if n > first and parse.tokens[n].pos in NOMINAL and parse.tokens[left_edge(parse, n) - 1].text == ","
    ]
    return tuple(m for n in rest if len(conjuncts(parse, n)) > 1 for m in conjuncts(parse, n))


def prepositions(parse: Parse, head: int) -> Mapping[str, tuple[int, ...]]:
    """Objects by preposition, for a verb or a noun; "out of" is one preposition."""
    found: dict[str, list[int]] = {}
    for prep in dependents(parse, head, "prep", "agent", "dative"):
        if parse.labels[prep] != "dative" or parse.tokens[prep].pos == "ADP":
            _collect(parse, prep, found)
    if not found:
        return {}
    kept = {name: tuple([o for o in objects if _is_role(parse, name, o)]) for name, objects in found.items()}
    return {name: objects for name, objects in kept.items() if objects}


def _is_role(parse: Parse, name: str, head: int) -> bool:
    """Whether what a preposition names can play a part: neither a time nor a set phrase ("in response")."""
    is_set_phrase = (
        name == "in" and parse.tokens[head].lemma in _MANNERS and parse.tokens[head - 1].tag == "IN"
    )
    return not is_set_phrase and not _is_time(parse, head)


def agents_of(parse: Parse, noun: int) -> tuple[int, ...]:
    """Who did what a noun suffered or is: "an attack carried out by rebels"."""
    return tuple(
        m
        for verb in dependents(parse, noun, "acl")
        for by in dependents(parse, verb, "agent")
        for o in dependents(parse, by, "pobj")
        for m in conjuncts(parse, o)
    )


def _collect(parse: Parse, prep: int, found: dict[str, list[int]]) -> None:
    waiting = [(prep, parse.tokens[prep].lemma)]
    while waiting:
        top, name = waiting.pop()
        if parse.tokens[top].text.lower() == "according":
            continue
        for child in parse.children[top]:
            token = parse.tokens[child]
            if token.dep in ("pobj", "pcomp"):
                found.setdefault(name, []).extend(conjuncts(parse, child))
            elif token.dep == "conj" and token.pos == "ADP":
                waiting.append((child, token.lemma))
            elif token.dep == "prep" and token.pos == "ADP":
                waiting.append((child, f"{name} {token.lemma}"))


def verb_slots(parse: Parse, verb: int) -> dict[str, tuple[int, ...]]:
    """The logical roles of a verb: slot to head tokens, only what is filled.

    Slots: subject, object, indirect, complement, content, predicate, and prepositions by
    name. The prepositions of the object count for the verb too where it has none of that
    name ("imposed sanctions on X").
    """
    slots: dict[str, tuple[int, ...]] = dict(prepositions(parse, verb))
    surface = surface_subjects(parse, verb)
    objects = _direct_objects(parse, verb)
    if is_passive(parse, verb):
        by = slots.get("by", ()) if dependents(parse, verb, "agent") else ()
        slots["subject"] = tuple(a for a in by if parse.tokens[a].lemma not in _BESIDE)
        if objects:  # "was given aid": the second object of a passive stays where it is
            slots["indirect"], slots["object"] = surface, objects
        else:
            slots["object"] = surface
    else:
        slots["subject"], slots["object"] = surface, objects
    datives = tuple(
        m
        for d in dependents(parse, verb, "dative")
        if parse.tokens[d].pos != "ADP"
        for m in conjuncts(parse, d)
    )
    if datives:
        slots["indirect"] = datives
    content = dependents(parse, verb, "ccomp")
    infinitives = tuple(c for c in content if is_infinitive(parse, c) and dependents(parse, c, "nsubj"))
    purposes = tuple(c for c in dependents(parse, verb, "advcl") if is_infinitive(parse, c))
    slots["complement"] = dependents(parse, verb, "xcomp") or infinitives or purposes
    slots["content"] = tuple(c for c in content if c not in infinitives)
    if infinitives and not slots["object"]:  # "allowed X to leave" is read as one clause under "allowed"
        slots["object"] = tuple(
            m for s in dependents(parse, infinitives[0], "nsubj") for m in conjuncts(parse, s)
        )
    slots["predicate"] = dependents(parse, verb, "attr", "acomp", "oprd")
    for thing in objects[:1]:
        for name, inner in prepositions(parse, thing).items():
            slots.setdefault(name, inner)
    kept = {name: tuple([h for h in heads if not _is_time(parse, h)]) for name, heads in slots.items()}
    return {name: heads for name, heads in kept.items() if heads}


def _is_time(parse: Parse, head: int) -> bool:
    """Whether a phrase says when ("on Monday"), which is no role."""
    token = parse.tokens[head]
    return token.entity in ("DATE", "TIME") and token.pos in NOMINAL
