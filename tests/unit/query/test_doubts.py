from __future__ import annotations

import pytest

from graphbuild.lexicon.actor_rules import parse_actor_rules
from graphbuild.model.actor import Actor, ActorKind, Appearance, MentionForm, NameSeen
from graphbuild.model.ids import actor_id
from graphbuild.model.text import Article, Span
from graphbuild.model.timeline import ReadArticle, Timeline
from graphbuild.query.doubts import Doubt, describe_doubt, find_doubts

PERSON, BODY, UNKNOWN = ActorKind.PERSON, ActorKind.ORGANISATION, ActorKind.UNKNOWN


class Who:
    """An actor and the names that each article has for it."""

    def __init__(
        self,
        name: str,
        *articles: tuple[str, ...],
        kind: ActorKind = PERSON,
        entry: str | None = None,
        country: str | None = None,
        kinds: tuple[ActorKind, ...] = (),
    ) -> None:
        aliases = tuple(sorted({name, *(n for names in articles for n in names)}))
        key = actor_id(f"{name}{kind}{entry}{articles}")
        self.actor = Actor(key, name, aliases, kind, country, None, entry, None, ())
        self.articles = articles or ((name,),)
        self.kinds = kinds or (kind,) * len(self.articles)


def timeline(*everyone: Who) -> Timeline:
    articles: list[ReadArticle] = []
    appearances: list[Appearance] = []
    for who in everyone:
        for names, kind in zip(who.articles, who.kinds, strict=True):
            key = f"x{len(articles)}"
            text = " ".join(f"{name} spoke." for name in names)
            seen = []
            for name in names:
                at = text.index(f"{name} spoke.")
                seen.append(
                    NameSeen(
                        name, MentionForm.NAME, 2, Span(at, at + len(name)), Span(at, at + len(name) + 7)
                    )
                )
            appearances.append(
                Appearance(who.actor.id, key, names[0], kind, who.actor.country, None, (), tuple(seen))
            )
            articles.append(ReadArticle(Article(key, None, None, None, text, None, key), ()))
    actors = tuple(sorted((w.actor for w in everyone), key=lambda a: a.id))
    return Timeline(tuple(articles), (), (), actors, (), tuple(appearances))


def doubts(*everyone: Who, rules: str = "") -> list[Doubt]:
    return find_doubts(timeline(*everyone), parse_actor_rules(rules, "x"))


ADA = Who("Ada Holm", ("Ada Holm", "Holm"), ("Holm",), ("Holm",))
LONE = Who("Holm", ("Holm",))
BO = Who("Bo Holm", ("Bo Holm",))


def test_a_surname_that_was_joined_alone_is_a_doubt_with_both_sentences() -> None:
    (found,) = doubts(ADA)
    assert (found.mentions, found.verdict, found.names) == (4, "joined", ("Holm", "Ada Holm"))
    assert (found.section, found.entry) == ("never-same", "- [Holm, Ada Holm]")
    assert [q.sentence for q in found.evidence] == ["Ada Holm spoke.", "Holm spoke."]
    assert list(describe_doubt(found))[:2] == [
        "4 mentions: Holm = Ada Holm",
        "  joined: only the one word in 2 articles, and nobody else of the build fits it",
    ]


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        (LONE, BO, "surname"),
        (Who("KH", kind=UNKNOWN), Who("Knights of the Harbour", kind=BODY), "acronym"),
        (Who("Karim Haddad"), Who("Karem Haddad"), "spelling"),
        (Who("K Haddad"), Who("Karim Haddad"), "spelling"),
        (Who("Harbourline", kind=BODY), Who("Harbour Line", kind=BODY), "spelling"),
        (Who("Tiffany", kind=BODY), Who("Tiffany"), "one name"),
    ],
    ids=["surname", "acronym", "letter", "initial", "blank", "kind"],
)
def test_who_was_kept_apart_and_looks_alike_is_a_doubt(one: Who, other: Who, why: str) -> None:
    (found,) = doubts(one, other)
    assert found.verdict == "kept apart"
    assert why in found.why
    assert found.section == "same"
    assert len(found.evidence) == 2
    assert set(found.actors) == {one.actor.id, other.actor.id}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Who("Karim Haddad"), Who("Mona Haddad")),
        (Who("Karim Haddad", entry="person:a"), Who("Karem Haddad", entry="person:b")),
        (Who("Army of Iraq", country="IRQ", kind=BODY), Who("Army of Iran", country="IRN", kind=BODY)),
        (Who("Flight 752", kind=BODY), Who("Flight 753", kind=BODY)),
        (Who("protesters", kind=ActorKind.UNNAMED), Who("protesters ", kind=ActorKind.UNNAMED)),
    ],
    ids=["first names", "both known", "countries", "numbers", "unnamed"],
)
def test_who_differs_plainly_is_no_doubt(one: Who, other: Who) -> None:
    assert doubts(one, other) == []


def test_articles_that_disagree_on_a_kind_are_a_doubt_with_the_fact_to_write() -> None:
    (found,) = doubts(
        Who(
            "Tiffany Jewel",
            ("Tiffany Jewel",),
            ("Tiffany Jewel",),
            ("Tiffany Jewel",),
            kind=BODY,
            kinds=(BODY, BODY, PERSON),
        )
    )
    assert (found.section, found.entry) == ("kind", "Tiffany Jewel: organisation")
    assert "organisation in 2 articles, person in 1" in found.why


def test_an_acronym_and_another_full_name_are_doubts_where_the_gazetteer_knows_nobody() -> None:
    names = ("Knights Harbour", "KH", "Dock Guard")
    assert [d.names[0] for d in doubts(Who("Knights Harbour", names, kind=BODY))] == ["Dock Guard", "KH"]
    assert doubts(Who("Knights Harbour", names, kind=BODY, entry="org:kh")) == []


def test_the_most_mentioned_comes_first_and_order_makes_no_difference() -> None:
    everyone = (ADA, Who("Karim Haddad"), Who("Karem Haddad"))
    found = doubts(*everyone)
    assert [d.mentions for d in found] == [4, 2]
    assert [(d.names, d.entry) for d in doubts(*everyone[::-1])] == [(d.names, d.entry) for d in found]


@pytest.mark.parametrize(
    ("everyone", "rules"),
    [
        ((ADA,), "same: [[Holm, Ada Holm]]"),
        ((LONE, BO), "never-same: [[Bo Holm, Holm]]"),
        ((LONE, BO), f'never-same: [[Bo Holm, "{LONE.actor.id}"]]'),
        ((Who("Tiffany Co", ("Tiffany Co",), ("Tiffany Co",), kinds=(BODY, PERSON)),), "kind: {Tiffany Co: person}"),
    ],
)  # fmt: skip
def test_what_a_rule_says_is_no_doubt_any_more(everyone: tuple[Who, ...], rules: str) -> None:
    assert doubts(*everyone)
    assert doubts(*everyone, rules=rules) == []


@pytest.mark.parametrize(
    "everyone",
    [
        (ADA,),
        (LONE, BO),
        (Who("Tiffany", kind=BODY), Who("Tiffany")),
        (Who("Yes: Harbour"), Who("Yes: Harbor")),
    ],
)
def test_the_line_to_write_is_a_rule_that_reads_and_settles_it(everyone: tuple[Who, ...]) -> None:
    (found,) = doubts(*everyone)
    text = f"{found.section}:\n  {found.entry}\n"
    rule = (parse_actor_rules(text, "x").same or parse_actor_rules(text, "x").never_same)[0]
    assert len(rule.names) == 2
    assert doubts(*everyone, rules=text) == []
