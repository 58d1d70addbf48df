"""What each article calls the actors of a build: the evidence for who is who."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING

from graphbuild.model.actor import ActorMention, Appearance, MentionForm, NameSeen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from graphbuild.model.actor import ArticleActor
    from graphbuild.model.text import Span
    from graphbuild.model.timeline import ArticleRecord


def find_appearances(
    record: ArticleRecord, id_of: Callable[[str, ArticleActor], str]
) -> Iterator[Appearance]:
    """The actors of one article under the ids that ``id_of`` gives them, sorted by id, then by place."""
    mentions: dict[str, list[ActorMention]] = defaultdict(list)
    for mention in record.actor_mentions:
        mentions[mention.actor].append(mention)
    found = [
        Appearance(
            id_of(record.article.id, actor),
            record.article.id,
            actor.name,
            actor.kind,
            actor.country,
            actor.sector,
            actor.roles,
            tuple(_names(mentions[actor.key], record.sentences)),
        )
        for actor in record.actors
    ]
    yield from sorted(found, key=lambda a: (a.actor, a.names[0].span.start if a.names else -1, a.name))


def _names(mentions: Iterable[ActorMention], sentences: Sequence[Span]) -> Iterator[NameSeen]:
    same: dict[tuple[MentionForm, str], list[ActorMention]] = defaultdict(list)
    for mention in sorted(mentions, key=lambda m: m.span):
        same[mention.form, mention.text].append(mention)
    for (form, text), alike in same.items():
        yield NameSeen(text, form, len(alike), alike[0].span, _sentence(alike[0].span, sentences))


def _sentence(span: Span, sentences: Sequence[Span]) -> Span:
    """The sentence that begins last before the words; the words alone where none holds them."""
    number = bisect_right(sentences, span.start, key=lambda s: s.start) - 1
    return sentences[number] if number >= 0 and sentences[number].end >= span.end else span
