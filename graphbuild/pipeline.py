"""The order of the stages, and nothing else.

Everything up to ``ArticleRecord`` knows one article only; linking and merging are the two
steps that look across articles.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from graphbuild.comparing import compare_record, comparison_of, merge_compared
from graphbuild.lexicon.actions import load_actions
from graphbuild.lexicon.actor_rules import NO_RULES, ActorRules
from graphbuild.lexicon.codebook_reader import load_codebook
from graphbuild.lexicon.cues import load_cues
from graphbuild.lexicon.gazetteer import load_gazetteer
from graphbuild.lexicon.nouns import load_nouns
from graphbuild.lexicon.places import load_places
from graphbuild.lexicon.roles import load_roles
from graphbuild.model.actor import ActorKind
from graphbuild.model.timeline import ArticleRecord, ReadArticle, Timeline
from graphbuild.stages.appearing import find_appearances
from graphbuild.stages.assembling import Findings, assemble
from graphbuild.stages.clauses import Knowledge, explain_clauses, find_clauses, find_idle
from graphbuild.stages.cleaning import mark_passages
from graphbuild.stages.copies import group_copies, prose_of, sketch
from graphbuild.stages.dating import agreeing, bound, find_order, find_times
from graphbuild.stages.linking import ActorIndex, link_actors
from graphbuild.stages.mentions import ActorKnowledge, find_mentions
from graphbuild.stages.ordering import link_events
from graphbuild.stages.parsing import DEFAULT_MODEL, Parser, load_parser
from graphbuild.stages.quantities import find_quantities
from graphbuild.stages.rules import ArticleActors, Linked, SettledActors, settle
from graphbuild.stages.status import find_standing
from graphbuild.stages.stemming import stem
from graphbuild.stages.storylines import tell_stories
from graphbuild.stages.telling import group_by_event, make_event
from graphbuild.stages.timexes import explain_timexes, find_timexes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from graphbuild.comparing import Merged
    from graphbuild.lexicon.codebook import Codebook
    from graphbuild.model.actor import Mentions, Participant
    from graphbuild.model.clause import Clause
    from graphbuild.model.event import EventMention
    from graphbuild.model.explanation import Explanation, IdleTrigger
    from graphbuild.model.parse import Parse
    from graphbuild.model.story import Story
    from graphbuild.model.text import Article, Passage
    from graphbuild.model.time import Anchor


@dataclass(frozen=True, slots=True)
class Toolkit:
    """Everything the stages know: the parser model and the lexicons."""

    parser: Parser
    events: Knowledge
    actors: ActorKnowledge

    @property
    def codebook(self) -> Codebook:
        """The codebook in use."""
        return self.events.codebook


@cache
def load_toolkit(model: str = DEFAULT_MODEL) -> Toolkit:
    """Load a parser model and the installed lexicons.

    Raises ModelError for a model that is missing or unfit, LexiconError for malformed data.
    """
    cues = load_cues()
    return Toolkit(
        load_parser(model),
        Knowledge(load_codebook(), cues, load_nouns()),
        ActorKnowledge(load_gazetteer(), load_roles(), load_places(), cues.reports),
    )


def read_records(articles: Iterable[Article], kit: Toolkit) -> Iterator[ArticleRecord]:
    """One record an article, in the same order; parsing runs in batches across articles."""
    waiting: list[tuple[Article, tuple[Passage, ...]]] = []

    def cleaned() -> Iterator[tuple[Article, tuple[Passage, ...]]]:
        for article in articles:
            waiting.append((article, mark_passages(article)))
            yield waiting[-1]

    for parse in kit.parser.parse(cleaned()):
        article, passages = waiting.pop(0)
        yield read_record(article, passages, parse, kit)


def read_record(article: Article, passages: Sequence[Passage], parse: Parse, kit: Toolkit) -> ArticleRecord:
    """Every stage that looks at one parsed article."""
    timexes = find_timexes(article.text, article.published, [p.span for p in passages if p.is_read])
    mentions = find_mentions(parse, article.text, kit.actors)
    clauses = find_clauses(parse, mentions, kit.events)
    standings = find_standing(parse, clauses, kit.events.cues)
    times = find_times(parse, clauses, standings, timexes, article.published, _likeness(mentions))
    orders = agreeing(find_order(parse, clauses, standings, timexes, kit.events.cues.reports), times)
    times = bound(orders, standings, times, article.published)
    quantities = find_quantities(parse, clauses, article.text)
    findings = Findings(clauses, standings, times, quantities, orders)
    events = assemble(article, parse, mentions, findings, kit.codebook.types, kit.events.cues)
    actors = tuple(mentions.by_head.values())
    sentences = tuple(s.span for s in parse.sentences)
    sketched = sketch(article, prose_of(passages, sentences))
    return ArticleRecord(
        article, tuple(passages), timexes, mentions.actors, actors, events, sentences, sketched
    )


@dataclass(frozen=True, slots=True)
class Inspection:
    """A record with what the stages passed on to make it, for people who ask why."""

    record: ArticleRecord
    parse: Parse
    clauses: tuple[Clause, ...]
    explanations: tuple[Explanation, ...]
    idle: tuple[IdleTrigger, ...]
    anchors: tuple[Anchor, ...]


def inspect_article(article: Article, kit: Toolkit) -> Inspection:
    """Read one article and keep its parse and clauses, each clause and each time with why it was read so."""
    passages = mark_passages(article)
    parse = next(kit.parser.parse([(article, passages)]))
    mentions = find_mentions(parse, article.text, kit.actors)
    clauses = find_clauses(parse, mentions, kit.events)
    explanations = explain_clauses(parse, mentions, clauses, kit.events)
    idle = find_idle(parse, mentions, clauses, kit.events)
    record = read_record(article, passages, parse, kit)
    anchors = explain_timexes(article.text, article.published, [p.span for p in passages if p.is_read])
    return Inspection(record, parse, clauses, explanations, idle, anchors)


def _likeness(mentions: Mentions) -> Callable[[Clause], tuple[str, frozenset[str]]]:
    """What tells that two clauses of an article are of one event: action and actors."""
    actions = load_actions()

    def of(clause: Clause) -> tuple[str, frozenset[str]]:
        found = (mentions.by_head.get(h) for h in (*clause.sources, *clause.targets))
        return actions.of(clause.action) or stem(clause.action), frozenset(m.actor for m in found if m)

    return of


def link_record(record: ArticleRecord, index: Linked) -> tuple[EventMention, ...]:
    """A record's mentions with the ids of linked actors in place of its own keys."""
    ids = {a.key: index.id_of(record.article.id, a) for a in record.actors}

    def linked(participant: Participant) -> Participant:
        return replace(participant, actor=ids.get(participant.actor) if participant.actor else None)

    return tuple(
        replace(
            m,
            sources=tuple(map(linked, m.sources)),
            targets=tuple(map(linked, m.targets)),
            attribution=linked(m.attribution) if m.attribution else None,
        )
        for m in record.events
    )


def link_records(records: Iterable[ArticleRecord]) -> ActorIndex:
    """Link the actors of all records."""
    return link_actors(_actors_of(records))


def settle_actors(articles: Sequence[ArticleActors], rules: ActorRules) -> SettledActors:
    """Link the actors of all articles; the analyst's rules have the last word."""
    return settle(link_actors(articles), articles, link_actors, rules)


def _actors_of(records: Iterable[ArticleRecord]) -> Iterator[ArticleActors]:
    return ((r.article.id, r.actors) for r in records)


def find_storylines(timeline: Timeline, groups: Mapping[str, str]) -> tuple[Story, ...]:
    """The stories of a timeline whose articles are grouped so; sorted by id."""
    named = {a.id for a in timeline.actors if a.kind is not ActorKind.UNNAMED}
    return tell_stories((read.article for read in timeline.articles), timeline.events, groups, named, stem)


def merge_records(records: Iterable[ArticleRecord], index: Linked) -> Merged:
    """Which mentions tell one event and which articles one story; ``records`` are read once."""
    by = comparison_of(index)
    return merge_compared(compare_record(r, link_record(r, index), index, by) for r in records)


def build(articles: Iterable[Article], model: str = DEFAULT_MODEL, rules: ActorRules = NO_RULES) -> Timeline:
    """Build a timeline in memory; for many articles use the `graphbuild build` command."""
    records = sorted(read_records(articles, load_toolkit(model)), key=lambda r: r.article.id)
    index = settle_actors(list(_actors_of(records)), rules)
    actors = tuple(index.actors())
    events_of, stories_of = merge_records(records, index)
    outlets = {r.article.id: r.article.outlet for r in records}
    published = {r.article.id: r.article.published for r in records}
    mentions = [replace(m, event=events_of[m.id]) for r in records for m in link_record(r, index)]
    texts = {r.article.id: r.article.text for r in records}
    in_order = sorted(
        mentions,
        key=lambda m: (m.event or "", str(published[m.article] or "9999"), m.article, m.trigger.span.start),
    )
    told = ((m, m.sentence.span.of(texts[m.article])) for m in in_order)
    copies = group_copies(lambda: records)
    events = [make_event(event, group, outlets, copies) for event, group in group_by_event(told)]
    links = link_events(
        [(m.id, link) for m in mentions for link in m.links], events_of, {e.id: e.time for e in events}
    )
    places = {m.place.place.id: m.place.place for m in mentions if m.place}
    timeline = Timeline(
        articles=tuple(ReadArticle(r.article, r.passages, copies.get(r.article.id)) for r in records),
        mentions=tuple(sorted(mentions, key=lambda m: m.id)),
        events=tuple(replace(e, links=links.get(e.id, ())) for e in events),
        actors=actors,
        places=tuple(places[key] for key in sorted(places)),
        appearances=tuple(a for r in records for a in find_appearances(r, index.id_of)),
    )
    return replace(timeline, stories=find_storylines(timeline, stories_of))
