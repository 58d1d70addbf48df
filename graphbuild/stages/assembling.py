"""Put together what the stages found: clauses with actors, places, times as event mentions."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from graphbuild.lexicon.codebook import AIMED_TYPES
from graphbuild.model.actor import Mentions, Participant, PlaceMention
from graphbuild.model.clause import Clause, Order, Standing, TriggerKind
from graphbuild.model.event import EventMention, EventTime, Link, Quantity, SentenceRef, Status, Trigger
from graphbuild.model.ids import mention_id
from graphbuild.model.text import Article, Span
from graphbuild.syntax.concern import ABOUT, concern_of
from graphbuild.syntax.phrases import phrase
from graphbuild.syntax.scope import owners

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from graphbuild.lexicon.codebook import EventType
    from graphbuild.lexicon.cues import Cues
    from graphbuild.model.parse import Parse

_ARMS = frozenset(
    [
        "fighter",
        "jet",
        "warplane",
        "bomber",
        "drone",
        "gunship",
        "helicopter",
        "warship",
        "gunboat",
        "artillery",
        "tank",
        "missile",
        "rocket",
        "shell",
        "mortar",
        "airstrike",
        "strike",
        "raid",
        "bombardment",
        "submarine",
        "fleet",
    ]
)
_CIVIL = frozenset(
    {"passenger", "cargo", "commercial", "civilian", "private", "business", "rescue", "airline"}
)
_WAYS = frozenset({"from", "to", "into", "through", "toward", "towards", "for"})
_MOTION = frozenset({"go", "travel", "fly", "return", "come"})


@dataclass(frozen=True, slots=True)
class Findings:
    """What the stages before found, clause by clause in the same order."""

    clauses: tuple[Clause, ...]
    standings: tuple[Standing, ...]
    times: tuple[EventTime | None, ...]
    quantities: tuple[tuple[Quantity, ...], ...]
    orders: tuple[Order, ...] = ()


def assemble(
    article: Article,
    parse: Parse,
    mentions: Mentions,
    findings: Findings,
    types: Mapping[str, EventType],
    cues: Cues,
) -> tuple[EventMention, ...]:
    """Event mentions in text order."""
    scopes = {c.head for c in findings.clauses}
    carried = {c.carrier: c.head for c in findings.clauses if c.carrier is not None}
    owner = [carried.get(o, o) if o is not None else None for o in owners(parse, scopes | carried.keys())]
    places = _places(parse, mentions, owner, cues)
    _share_places(parse, scopes, places)
    blamed = _accusations(findings.clauses)
    found = []
    for clause, standing, time, quantities in zip(
        findings.clauses, findings.standings, findings.times, findings.quantities, strict=True
    ):
        status = standing.status
        if status is Status.ASSERTED and standing.speech in blamed:
            status = Status.ALLEGED
        kind = clause.planned if status is Status.PLANNED and clause.planned else clause.type
        span = _trigger(parse, clause)
        sentence = parse.sentences[parse.sentence_of[clause.head]]
        sources = _agents(article, parse, mentions, clause.sources)
        found.append(
            EventMention(
                id=mention_id(article.id, span.start, span.end),
                article=article.id,
                sentence=SentenceRef(sentence.span, sentence.index),
                trigger=Trigger(span, span.of(article.text), clause.action),
                action=clause.action,
                type=kind,
                mode=clause.mode if kind == clause.type else None,
                code=clause.code if kind == clause.type else None,
                quad_class=types[kind].quad_class if kind else None,
                sources=sources,
                targets=_targets(article, parse, mentions, clause, sources),
                place=places.get(clause.head),
                time=_worded(time, article.text),
                status=status,
                attribution=_attribution(article, parse, mentions, standing, clause),
                quantities=quantities,
            )
        )
    return _linked(article, parse, findings.orders, found)


def _trigger(parse: Parse, clause: Clause) -> Span:
    """The characters of a trigger."""
    return Span(parse.tokens[clause.tokens[0]].start, max(parse.tokens[t].end for t in clause.tokens))


def _linked(
    article: Article, parse: Parse, orders: Sequence[Order], mentions: Sequence[EventMention]
) -> tuple[EventMention, ...]:
    """The mentions with what order words say of them."""
    links: dict[int, list[Link]] = {}
    for order in orders:
        words = Span(parse.tokens[order.first].start, parse.tokens[order.last - 1].end)
        link = Link(order.kind, mentions[order.other].id, words, words.of(article.text))
        links.setdefault(order.clause, []).append(link)
    return tuple([replace(m, links=tuple(links[i])) if i in links else m for i, m in enumerate(mentions)])


def _accusations(clauses: Sequence[Clause]) -> frozenset[int]:
    """Verbs of saying whose content is an accusation."""
    return frozenset(c.head for c in clauses if c.type == "ACCUSE" and c.kind is TriggerKind.VERB)


def _worded(time: EventTime | None, text: str) -> EventTime | None:
    if time is None or time.span is None:
        return time
    return EventTime(time.when, time.value, time.span, time.span.of(text))


def _agents(
    article: Article, parse: Parse, mentions: Mentions, heads: Sequence[int]
) -> tuple[Participant, ...]:
    """Who did it. Of things only arms act for their owner: a Ukrainian airliner's crash is no deed of Ukraine."""
    found = []
    for head, participant in zip(heads, _participants(article, parse, mentions, heads, ()), strict=True):
        acts = head in mentions.by_head or _is_arm(parse, head) or parse.tokens[head].pos == "PRON"
        found.append(participant if acts else replace(participant, actor=None))
    return tuple(found)


def _targets(
    article: Article, parse: Parse, mentions: Mentions, clause: Clause, sources: Sequence[Participant]
) -> tuple[Participant, ...]:
    """To whom it was done. What is aimed at somebody has a thing for its target only in words: "cut aid to Mali"."""
    taken = {s.actor for s in sources} - {None}
    found = []
    for head, participant in zip(
        clause.targets, _participants(article, parse, mentions, clause.targets, tuple(taken)), strict=True
    ):
        aim = concern_of(parse, head, mentions.by_head, ABOUT) if clause.type in AIMED_TYPES else None
        actor = mentions.by_head[aim].actor if aim is not None else None
        if participant.actor is None and actor is not None and actor not in taken:
            found.append(replace(participant, actor=actor))
        else:
            found.append(participant)
    return tuple(found)


def _is_arm(parse: Parse, head: int) -> bool:
    """Whether a thing is an arm of its owner: a U.S. drone, not a Ukrainian passenger jet."""
    words = {parse.tokens[c].lemma for c in parse.children[head]}
    return parse.tokens[head].lemma in _ARMS and not words & _CIVIL


def _participants(
    article: Article, parse: Parse, mentions: Mentions, heads: Sequence[int], taken: Sequence[str | None]
) -> tuple[Participant, ...]:
    found = []
    for head in heads:
        span = phrase(parse, head)
        actor = _actor_of(parse, mentions, head)
        if actor in taken and actor is not None and head not in mentions.by_head:
            actor = None
        found.append(Participant(span, span.of(article.text), actor))
    return tuple(found)


def _actor_of(parse: Parse, mentions: Mentions, head: int) -> str | None:
    """The actor a phrase stands for; a thing stands for its owner ("a U.S. base", "a camp for refugees").

    A city that something comes from or goes to is a place, not a government.
    """
    where = mentions.places.get(head)
    on_the_way = parse.tokens[parse.tokens[head].head].lemma in _WAYS
    if where is not None and where.place.latitude is not None and on_the_way:
        return None
    if head in mentions.by_head:
        return mentions.by_head[head].actor
    if parse.tokens[head].pos == "PRON":
        return None
    concerned = concern_of(parse, head, mentions.by_head, ("of",))
    return None if concerned is None else mentions.by_head[concerned].actor


def _attribution(
    article: Article, parse: Parse, mentions: Mentions, standing: Standing, clause: Clause
) -> Participant | None:
    if not standing.speakers or standing.speech == clause.head:
        return None
    return _participants(article, parse, mentions, standing.speakers[:1], ())[0]


def _places(
    parse: Parse, mentions: Mentions, owner: Sequence[int | None], cues: Cues
) -> dict[int, PlaceMention]:
    """The place of each clause: the first name under a preposition of place in the clause."""
    found: dict[int, PlaceMention] = {}
    for head, place in mentions.places.items():
        scope = owner[head]
        if scope is not None and (_locative(parse, head, cues) or _is_before(parse, head, scope)):
            current = found.get(scope)
            if current is None or _is_finer(parse, place, current):
                found[scope] = place
    return found


def _is_before(parse: Parse, head: int, noun: int) -> bool:
    """ "The Kabul attack": a place in front of an event noun."""
    token = parse.tokens[head]
    if token.text.replace(".", "").isupper():  # "U.S. air strikes" are by, not in, the United States
        return False
    return token.dep in ("compound", "nmod") and token.head == noun and parse.tokens[noun].pos == "NOUN"


def _share_places(parse: Parse, scopes: AbstractSet[int], places: dict[int, PlaceMention]) -> None:
    """A complement or purpose without a place of its own is where its governor is: "went to X to meet"."""
    for head in sorted(scopes):
        token = parse.tokens[head]
        if (
            head not in places
            and token.dep in ("xcomp", "advcl")
            and token.head in places
            and token.tag in ("VB", "VBG")
        ):
            places[head] = places[token.head]


def _locative(parse: Parse, head: int, cues: Cues) -> bool:
    token = parse.tokens[head]
    for _ in range(4):
        if token.dep == "pobj":
            prep = parse.tokens[token.head]
            if prep.lemma == "to":
                return parse.tokens[prep.head].lemma in _MOTION
            return prep.lemma in cues.locative
        if token.dep not in ("conj", "appos", "poss", "compound", "nmod") or token.head == token.index:
            return False
        token = parse.tokens[token.head]
    return False


def _is_finer(parse: Parse, one: PlaceMention, other: PlaceMention) -> bool:
    """A place with coordinates says more than a country or region that holds it."""
    return other.place.latitude is None and one.place.latitude is not None
