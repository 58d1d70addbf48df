from __future__ import annotations

from dataclasses import replace

from graphbuild.model.actor import ActorKind, ActorMention, ArticleActor, MentionForm, NameSeen
from graphbuild.model.text import Span
from graphbuild.stages.appearing import find_appearances
from tests.plain_reader import article, record_of

TEXT = "Ada Holm spoke. She left. Holm slept, Holm rose."
HOLM = ArticleActor(
    "n:ada holm", "Ada Holm", ("Ada Holm", "Holm"), ActorKind.PERSON, "NOR", None, None, None, ("chief",)
)


def _mention(text: str, start: int, form: MentionForm = MentionForm.NAME) -> ActorMention:
    return ActorMention(Span(start, start + len(text)), text, 0, form, HOLM.key)


def test_an_appearance_has_each_name_with_its_count_its_place_and_its_sentence() -> None:
    mentions = (
        _mention("Holm", 38), _mention("Ada Holm", 0), _mention("She", 16, MentionForm.PRONOUN), _mention("Holm", 26),
    )  # fmt: skip
    sentences = (Span(0, 15), Span(16, 25), Span(26, len(TEXT)))
    record = replace(
        record_of(article("a", "")), actors=(HOLM,), actor_mentions=mentions, sentences=sentences
    )
    (found,) = find_appearances(record, lambda article, actor: f"{article}/{actor.key}")
    assert (found.actor, found.article, found.name, found.roles) == (
        "a/n:ada holm",
        "a",
        "Ada Holm",
        ("chief",),
    )
    assert found.names == (
        NameSeen("Ada Holm", MentionForm.NAME, 1, Span(0, 8), Span(0, 15)),
        NameSeen("She", MentionForm.PRONOUN, 1, Span(16, 19), Span(16, 25)),
        NameSeen("Holm", MentionForm.NAME, 2, Span(26, 30), Span(26, len(TEXT))),
    )
    assert all(n.span.of(TEXT) == n.text for n in found.names)


def test_words_that_no_sentence_holds_are_their_own_evidence() -> None:
    record = replace(record_of(article("a", "")), actors=(HOLM,), actor_mentions=(_mention("Holm", 26),))
    (found,) = find_appearances(record, lambda _, actor: actor.key)
    assert found.names[0].sentence == Span(26, 30)


def test_actors_of_an_article_come_by_id() -> None:
    record = record_of(article("a", "Oman hit Iran"))
    assert [a.actor for a in find_appearances(record, lambda _, actor: actor.key)] == ["n:iran", "n:oman"]
