"""Which clauses of an article came before, after or during which, by its order words.

True before complete: both ends must be clauses of their own that happened (or one of them is
planned to come after), and nothing that two places tell the other way round is told at all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graphbuild.model.clause import Order
from graphbuild.model.event import LinkKind, Status
from graphbuild.model.text import PassageKind
from graphbuild.model.time import TimexType
from graphbuild.stages.dating.defaults import HAPPENED
from graphbuild.stages.dating.orderwords import OrderWord, is_past, order_words
from graphbuild.syntax.phrases import conjuncts, dependents
from graphbuild.syntax.scope import tokens_at

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from graphbuild.model.clause import Clause, Standing
    from graphbuild.model.parse import Parse
    from graphbuild.model.time import Timex

_OPEN = frozenset({Status.DENIED, Status.HYPOTHETICAL})
_OCCUR = frozenset({"come", "happen", "occur", "take", "begin", "start", "erupt", "follow"})
_UNITS = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "decade", "moment"})
_PARTS = frozenset({"series", "wave", "string", "spate", "round", "number", "start", "beginning", "outbreak"})
_SOON = frozenset({"shortly", "soon", "immediately", "just", "right", "long", "moments"})
_DAYS = re.compile(r"P(\d{1,3})D", re.ASCII)
_CLIMBED = 3


@dataclass(frozen=True, slots=True)
class _Scene:
    """The parse, its clauses by head and by light verb, and the measures by the token behind them."""

    parse: Parse
    clauses: Sequence[Clause]
    standings: Sequence[Standing]
    at: Mapping[int, int]
    measures: Mapping[int, tuple[int, int | None]]
    reports: Callable[[str], bool]


def find_order(
    parse: Parse,
    clauses: Sequence[Clause],
    standings: Sequence[Standing],
    timexes: Sequence[Timex],
    reports: Callable[[str], bool],
) -> tuple[Order, ...]:
    """What order words say of clauses, in text order; ``reports`` tells verbs of saying.

    Of two clauses it is said once: the first words that say it count, and contradictions
    drop all.
    """
    at = {c.carrier: i for i, c in enumerate(clauses) if c.carrier is not None}
    at.update((c.head, i) for i, c in enumerate(clauses))
    scene = _Scene(parse, clauses, standings, at, _measures(parse, timexes), reports)
    found: dict[tuple[int, int], Order] = {}
    clashing: set[tuple[int, int]] = set()
    for word in order_words(parse):
        for order in _orders(scene, word):
            pair = (order.clause, order.other)
            known, turned = found.get(pair), found.get((order.other, order.clause))
            if (known and known.kind is not order.kind) or (turned and not _agree(order, turned)):
                clashing |= {pair, (order.other, order.clause)}
            elif known is None and turned is None:
                found[pair] = order
    return tuple(order for pair, order in found.items() if pair not in clashing)


def _agree(one: Order, turned: Order) -> bool:
    return {one.kind, turned.kind} == {LinkKind.BEFORE, LinkKind.AFTER}


def _orders(scene: _Scene, word: OrderWord) -> Iterator[Order]:
    """What an order word says of clauses: a noun phrase may name several."""
    one = _outer(scene, word.token)
    if one is None or _is_said_as(scene, word):
        return
    others = [_told_before(scene, one)] if word.across else list(_inner(scene, word.other))
    first, days = scene.measures.get(word.first, (word.first, None))
    for other in others:
        if other is not None and _may_link(scene, one, word.kind, other):
            yield Order(one, word.kind, other, first, word.last, days, word.across)


def _is_said_as(scene: _Scene, word: OrderWord) -> bool:
    """ "It was late, as he told reporters" sets no time."""
    lemma = scene.parse.tokens[word.first].lemma
    return lemma == "as" and any(scene.reports(scene.parse.tokens[t].lemma) for t in (word.token, word.other))


def _outer(scene: _Scene, index: int) -> int | None:
    """The clause that an order phrase hanging from a token is about."""
    tokens = scene.parse.tokens
    for _ in range(_CLIMBED):  # "at the base hours after": the parser hangs it from "hours"
        token = tokens[index]
        if not (token.lemma in _UNITS or token.pos == "ADP") or token.head == index:
            break
        index = token.head
    token = tokens[index]
    if token.pos in ("NOUN", "PROPN"):
        # After an object the phrase as often belongs to the verb.
        return scene.at.get(index) if token.dep in ("nsubj", "nsubjpass", "ROOT") else None
    return _of_verb(scene, index)


def _of_verb(scene: _Scene, verb: int) -> int | None:
    """The clause of a verb; of one that only says that something happened, that of its subject."""
    parse = scene.parse
    if parse.tokens[verb].lemma in _OCCUR:
        for subject in dependents(parse, verb, "nsubj", "nsubjpass"):
            if subject in scene.at:
                return scene.at[subject]
    if verb in scene.at:
        return scene.at[verb]
    return next((scene.at[x] for x in dependents(parse, verb, "xcomp") if x in scene.at), None)


def _inner(scene: _Scene, index: int) -> Iterator[int]:
    """The clauses under an order word: a verb's, or those of coordinated nouns ("a series of strikes")."""
    parse = scene.parse
    if parse.tokens[index].pos in ("VERB", "AUX"):
        of_verb = _of_verb(scene, index)
        if of_verb is not None:
            yield of_verb
        return
    for noun in conjuncts(parse, index):
        if noun in scene.at:
            yield scene.at[noun]
        elif parse.tokens[noun].lemma in _PARTS:
            of = (p for p in dependents(parse, noun, "prep") if parse.tokens[p].lemma == "of")
            inner = (o for p in of for o in dependents(parse, p, "pobj"))
            yield from (scene.at[o] for o in inner if o in scene.at)


def _told_before(scene: _Scene, clause: int) -> int | None:
    """The event that the sentence before tells: its main verb in the past, or what is said there."""
    parse = scene.parse
    number = parse.sentence_of[scene.clauses[clause].head] - 1
    if number < 0 or parse.sentences[number].kind is not PassageKind.PROSE:
        return None
    sentence = parse.sentences[number]
    roots = [i for i in range(sentence.first, sentence.last) if parse.tokens[i].dep == "ROOT"]
    if len(roots) != 1:
        return None
    content = dependents(parse, roots[0], "ccomp", "parataxis")
    if len(content) > 1:
        return None
    verb = content[0] if content else roots[0]
    found = _of_verb(scene, verb) if is_past(parse, verb) else None
    told = found is not None and scene.standings[found].status in HAPPENED
    return found if told else None


def _may_link(scene: _Scene, one: int, kind: LinkKind, other: int) -> bool:
    """Whether two clauses can stand so: what is planned comes after what happened."""
    a, b = _status(scene, one), _status(scene, other)
    if one == other or a in _OPEN or b in _OPEN or scene.clauses[one].head == scene.clauses[other].head:
        return False
    if (a in HAPPENED) == (b in HAPPENED):
        return True
    return kind is (LinkKind.BEFORE if a in HAPPENED else LinkKind.AFTER)


def _status(scene: _Scene, clause: int) -> Status:
    """The status of a clause; what is told in the present under an order word is still to come.

    "Until we find it", "after we have found it": nothing was found yet, but in a headline.
    """
    parse, told = scene.parse, scene.standings[clause].status
    verb = parse.tokens[scene.clauses[clause].carrier or scene.clauses[clause].head]
    marked = verb.dep == "advcl" and dependents(parse, verb.index, "mark")
    body = parse.sentences[parse.sentence_of[verb.index]].kind is PassageKind.PROSE
    finite = [verb, *(parse.tokens[a] for a in dependents(parse, verb.index, "aux", "auxpass"))]
    present = any(t.tag in ("VBZ", "VBP") for t in finite)
    return Status.PLANNED if marked and body and present and told in HAPPENED else told


def _measures(parse: Parse, timexes: Iterable[Timex]) -> dict[int, tuple[int, int | None]]:
    """For each token behind a measure ("two days", "shortly") where that begins, and its days."""
    found: dict[int, tuple[int, int | None]] = {}
    for before in parse.tokens[:-1]:
        if before.dep in ("advmod", "npadvmod") and before.text.lower() in _SOON:
            found[before.index + 1] = (before.index, None)
        elif before.lemma == "day" and parse.tokens[before.index - 1].text.lower() == "the":
            found[before.index + 1] = (before.index - 1, 1)  # "the day after the strike"
    durations = {t.span: t for t in timexes if t.type is TimexType.DURATION}
    for span, (first, last) in tokens_at(parse, durations).items():
        timex = durations[span]
        counted = _DAYS.fullmatch(timex.value) if timex.mod is None else None
        behind = last - 1 if parse.tokens[last - 1].pos in ("ADP", "SCONJ") else last  # "hours after"
        found[behind] = (first, int(counted[1]) if counted else None)
    return found
