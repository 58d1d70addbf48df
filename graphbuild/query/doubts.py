"""Who may be joined, or kept apart, wrongly: each doubt with its reason, evidence and the rule that settles it."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graphbuild.lexicon.actor_rules import NO_RULES, ActorRules, name_key
from graphbuild.model.actor import ActorKind
from graphbuild.query.apart import find_apart
from graphbuild.query.joined import find_joined
from graphbuild.query.quotes import Quote, articles_by_id, quote, say_quote
from graphbuild.query.sightings import Sighting, Suspicion, Verdict
from graphbuild.query.wording import count_of, one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from graphbuild.model.actor import Actor, Appearance
    from graphbuild.model.text import Article
    from graphbuild.model.timeline import Timeline

_PLAIN = re.compile(r"[A-Za-zÀ-ÿ][\w' .&-]*[\w.]|[A-Za-z]")
_WORDS_OF_YAML = frozenset({"yes", "no", "true", "false", "null", "on", "off", "y", "n"})


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something to look at.

    ``section`` and ``entry`` are what to put into `actors.yaml`, if the doubt is right;
    ``mentions`` how many words would then stand for somebody else; ``evidence`` a sentence
    for either side.
    """

    mentions: int
    verdict: Verdict
    why: str
    names: tuple[str, str]
    actors: tuple[str, ...]
    evidence: tuple[Quote, ...]
    section: str
    entry: str


def find_doubts(timeline: Timeline, rules: ActorRules = NO_RULES) -> list[Doubt]:
    """All doubts, those that concern the most mentions first; what rules say already is none."""
    known = {a.id: a for a in timeline.actors if a.kind is not ActorKind.UNNAMED}
    sightings = _sight(known, timeline.appearances)
    found = [*find_joined(sightings), *find_apart(sightings)]
    told = [s for s in found if s.mentions and not _is_settled(s, rules)]
    articles = articles_by_id(timeline, {where.article for s in told for where, _ in s.evidence})
    address = _addresses(known.values())
    return sorted(
        (_doubt(s, articles, address) for s in told),
        key=lambda d: (-d.mentions, d.names, d.section, d.entry),
    )


def describe_doubt(doubt: Doubt) -> Iterator[str]:
    """A doubt as lines."""
    sign = "=" if doubt.verdict is Verdict.JOINED else "|"
    one, other = map(one_line, doubt.names)
    yield f"{count_of(doubt.mentions, 'mention')}: {one} {sign} {other}"
    yield f"  {doubt.verdict.value}: {doubt.why}"
    yield from (f"  {say_quote(seen)}" for seen in doubt.evidence)
    yield f"  if that is wrong, under {doubt.section}:  {doubt.entry}"
    yield ""


def _sight(known: Mapping[str, Actor], appearances: Iterable[Appearance]) -> list[Sighting]:
    seen: dict[str, list[Appearance]] = defaultdict(list)
    for appearance in appearances:
        if appearance.actor in known:
            seen[appearance.actor].append(appearance)
    return [Sighting(known[key], tuple(seen[key])) for key in sorted(seen)]


def _doubt(found: Suspicion, articles: Mapping[str, Article], address: Mapping[str, str]) -> Doubt:
    evidence = tuple(quote(articles[where.article], name) for where, name in found.evidence)
    if found.section in ("same", "never-same"):
        by_id = found.section == "same"
        called = [address[a] for a in found.actors] if by_id else list(found.names)
        entry = f"- [{', '.join(map(_yaml, called))}]"
        if by_id and called != list(found.names):
            entry += f"  # {'; '.join(map(one_line, found.names))}"
    else:
        entry = f"{_yaml(address[found.actors[0]])}: {found.value}"
    return Doubt(
        found.mentions, found.verdict, found.why, found.names, found.actors, evidence, found.section, entry
    )


def _addresses(actors: Iterable[Actor]) -> dict[str, str]:
    """How a rule can call each actor: by the name it is shown by, or by id where that is several's."""
    named: dict[str, list[Actor]] = defaultdict(list)
    for actor in actors:
        named[name_key(actor.name)].append(actor)
    return {a.id: a.name if len(alike) == 1 else a.id for alike in named.values() for a in alike}


def _yaml(name: str) -> str:
    is_plain = _PLAIN.fullmatch(name) and name.casefold() not in _WORDS_OF_YAML
    return name if is_plain else json.dumps(name, ensure_ascii=False)


def _is_settled(found: Suspicion, rules: ActorRules) -> bool:
    facts = {"kind": rules.kind, "country": rules.country}.get(found.section)
    if facts is not None:
        keys = {*map(name_key, found.names), *found.actors}
        return any(name_key(f.name) in keys or f.name in keys for f in facts)
    sides = [{name_key(name)} for name in found.names]
    if len(found.actors) == 2:
        sides = [side | {actor} for side, actor in zip(sides, found.actors, strict=True)]
    for together in (*rules.same, *rules.never_same):
        said = {*map(name_key, together.names), *together.names}
        if all(side & said for side in sides):
            return True
    return False
