"""What of an article is compared with others, so that one event is told from another.

A digest depends on its own article and on id, name, kind, country and sector of its actors,
and on nothing else of a build: builds keep digests by these (`graphbuild.parts`).
"""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from graphbuild.lexicon.actions import load_actions
from graphbuild.lexicon.cues import load_cues
from graphbuild.model.actor import Actor, ActorKind
from graphbuild.stages.merging import Comparison, Digest, digest, merge
from graphbuild.stages.stemming import stem
from graphbuild.stages.stories import Profile, find_stories, words_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from graphbuild.model.event import EventMention
    from graphbuild.model.timeline import ArticleRecord
    from graphbuild.stages.rules import Linked

_LONG_WORD = re.compile(r"[a-z0-9]{4,}")
_WORD = re.compile(r"[a-z0-9]{3,}")
# Words of grammar, which two sentences share whatever they tell.
_GRAMMAR = frozenset(
    [
        "about",
        "after",
        "again",
        "against",
        "all",
        "although",
        "and",
        "another",
        "any",
        "because",
        "been",
        "before",
        "being",
        "between",
        "both",
        "but",
        "could",
        "did",
        "does",
        "doing",
        "done",
        "during",
        "each",
        "either",
        "even",
        "every",
        "for",
        "from",
        "had",
        "has",
        "have",
        "having",
        "her",
        "here",
        "hers",
        "herself",
        "him",
        "himself",
        "his",
        "into",
        "its",
        "itself",
        "just",
        "like",
        "many",
        "mine",
        "might",
        "more",
        "most",
        "much",
        "must",
        "neither",
        "not",
        "once",
        "one",
        "only",
        "onto",
        "other",
        "others",
        "our",
        "ours",
        "over",
        "said",
        "says",
        "shall",
        "she",
        "should",
        "since",
        "some",
        "still",
        "such",
        "than",
        "that",
        "the",
        "their",
        "them",
        "themselves",
        "then",
        "there",
        "these",
        "they",
        "this",
        "those",
        "though",
        "through",
        "told",
        "two",
        "under",
        "until",
        "upon",
        "very",
        "was",
        "were",
        "what",
        "when",
        "where",
        "which",
        "while",
        "who",
        "whom",
        "whose",
        "will",
        "with",
        "would",
        "you",
        "your",
        "yours",
        "according",
        "also",
        "new",
    ]
)


@dataclass(frozen=True, slots=True)
class Compared:
    """What of an article is compared with others: its mentions, and what it is about."""

    digests: tuple[Digest, ...]
    profile: Profile


def comparison_of(index: Linked) -> Comparison:
    """How mentions of a build with these actors are compared."""
    cues, actions = load_cues(), load_actions()
    saying = (actions.of("say"), None)
    known = {a.id: a for a in index.actors()}
    sides = {a.id: _side(a) for a in known.values() if a.kind is not ActorKind.UNNAMED}
    no_parties = (ActorKind.THING, ActorKind.UNKNOWN)
    return Comparison(
        actions=lambda action: actions.of(action) or stem(action),
        senses=actions.may_be,
        is_known=lambda action: actions.of(action) is not None or bool(actions.may_be(action)),
        speech=lambda act: act in cues.deny or (act in cues.speech and actions.of(act) in saying),
        sides=sides,
        persons=frozenset(a for a in sides if known[a].kind is ActorKind.PERSON),
        things=frozenset(a for a in sides if known[a].kind in no_parties),
        names={a.id: _hashed_name(a.name) for a in known.values()},
        words=_hashed_words,
        role_words=_hashed_name,
    )


def compare_record(
    record: ArticleRecord, mentions: Sequence[EventMention], index: Linked, by: Comparison
) -> Compared:
    """What of a record is compared with others; ``mentions`` are its own, linked."""
    article = record.article
    digests = (digest(m, article.published, m.sentence.span.of(article.text), by) for m in mentions)
    return Compared(tuple(digests), _profile(record, mentions, index, by.sides))


class Merged(NamedTuple):
    """What belongs together: mention id to event id, article id to its story's first article."""

    events: Mapping[str, str]
    stories: Mapping[str, str]


def merge_compared(articles: Iterable[Compared]) -> Merged:
    """Which mentions tell one event and which articles one story, for all articles of a build."""
    found: list[Digest] = []
    profiles: list[Profile] = []
    for one in articles:
        found.extend(one.digests)
        profiles.append(one.profile)
    stories = find_stories(profiles)
    return Merged(merge(found, stories), stories)


@lru_cache(maxsize=256)
def _hashed_words(sentence: str) -> frozenset[int]:
    """The long words of a sentence by hash: digests are held for a whole corpus."""
    return _hashed(_LONG_WORD, sentence)


@lru_cache(maxsize=4_096)
def _hashed_name(words: str) -> frozenset[int]:
    """The words of a name or description by hash: "men" counts, too."""
    return _hashed(_WORD, words)


def _hashed(pattern: re.Pattern[str], words: str) -> frozenset[int]:
    found = pattern.findall(words.lower())
    return frozenset(zlib.crc32(stem(w).encode()) for w in found if w not in _GRAMMAR)


def _side(actor: Actor) -> str:
    """Whom an actor's deeds count for when reports are compared: a state's organs are the state."""
    is_state = actor.kind is ActorKind.COUNTRY or actor.sector in ("GOV", "MIL", "LEG", "COP")
    return actor.country if actor.country and is_state and actor.kind is not ActorKind.PERSON else actor.id


def _profile(
    record: ArticleRecord, mentions: Sequence[EventMention], index: Linked, known: Collection[str]
) -> Profile:
    """What an article is about, for telling stories apart: actors, places and the words of its prose."""
    actors = {i for a in record.actors if (i := index.id_of(record.article.id, a)) in known}
    places = {m.place.place.id for m in mentions if m.place}
    prose = "\n".join(p.span.of(record.article.text) for p in record.passages if p.is_read)
    return Profile(record.article.id, record.article.published, words_of(prose, stem) | actors | places)
