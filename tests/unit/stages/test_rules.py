from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graphbuild.lexicon.actor_rules import parse_actor_rules
from graphbuild.model.actor import Actor, ActorKind, ArticleActor
from graphbuild.stages.linking import link_actors
from graphbuild.stages.rules import SettledActors, combine, settle

if TYPE_CHECKING:
    from collections.abc import Sequence

Told = tuple[str, tuple[ArticleActor, ...]]


def actor(name: str, *also: str, kind: ActorKind = ActorKind.PERSON, **facts: str | None) -> ArticleActor:
    """An actor of an article, by default a person whom the gazetteer does not know."""
    key = facts.get("key") or "n:" + name.lower()
    known = None if key.startswith(("n:", "u:")) else key
    return ArticleActor(
        key, name, (name, *also), kind, facts.get("country"), facts.get("sector"), known, None, ()
    )


def settled(text: str, articles: Sequence[Told]) -> SettledActors:
    """What rules make of the actors of some articles."""
    return settle(link_actors(articles), articles, link_actors, parse_actor_rules(text, "actors.yaml"))


def names(found: SettledActors) -> list[str]:
    """The names of all actors."""
    return sorted(a.name for a in found.actors())


def who(found: SettledActors, told: Told, number: int = 0) -> Actor:
    """The actor that an article's actor belongs to."""
    wanted = found.id_of(told[0], told[1][number])
    return next(a for a in found.actors() if a.id == wanted)


ADA = ("a", (actor("Ada Holm", "Holm", country="NOR"),))
ADDA = ("b", (actor("Adda Holme", country="DNK", sector="GOV"),))
LONE = ("c", (actor("Holm"),))
KH = ("d", (actor("KH", kind=ActorKind.UNKNOWN),))
BRIGADES = ("e", (actor("Harbour Brigades", kind=ActorKind.GROUP, key="group:harbour", sector="REB"),))
CROWD = ("f", (actor("protesters", kind=ActorKind.UNNAMED, key="u:1"),))
CROWD_TOO = ("g", (actor("protesters", kind=ActorKind.UNNAMED, key="u:1"),))
ALL = (ADA, ADDA, LONE, KH, BRIGADES, CROWD, CROWD_TOO)


def test_without_rules_all_is_as_it_was_linked() -> None:
    index = link_actors(ALL)
    found = settled("", ALL)
    assert list(found.actors()) == list(index.actors())
    assert [found.id_of(a, x) for a, xs in ALL for x in xs] == [
        index.id_of(a, x) for a, xs in ALL for x in xs
    ]


def test_same_joins_and_the_best_known_lends_id_and_facts() -> None:
    before = link_actors(ALL)
    found = settled("same: [[KH, Harbour Brigades]]", ALL)
    assert who(found, KH) == who(found, BRIGADES)
    one = who(found, KH)
    assert one.id == before.id_of("e", BRIGADES[1][0])
    assert (one.name, one.kind, one.sector, one.entry) == (
        "Harbour Brigades", ActorKind.GROUP, "REB", "group:harbour",
    )  # fmt: skip
    assert one.aliases == ("Harbour Brigades", "KH")
    assert found.problems == ()


def test_what_the_best_known_leaves_open_the_others_say() -> None:
    found = settled("same: [[Ada Holm, Adda Holme]]", ALL)
    one = who(found, ADDA)
    assert (one.name, one.country, one.sector) == ("Ada Holm", "NOR", "GOV")


def test_entries_that_share_an_actor_join_all_they_name() -> None:
    found = settled("same: [[KH, Harbour Brigades], [Adda Holme, KH]]", ALL)
    assert who(found, KH) == who(found, BRIGADES) == who(found, ADDA)


def test_names_count_as_one_in_any_spelling() -> None:
    found = settled("same: [[kh, the HARBOUR-BRIGADES]]", ALL)
    assert who(found, KH) == who(found, BRIGADES)


def test_ids_address_whom_no_name_tells_apart() -> None:
    one, other = (link_actors(ALL).id_of(a, x[0]) for a, x in (CROWD, CROWD_TOO))
    found = settled(f'same: [["{one}", "{other}"]]', ALL)
    assert who(found, CROWD) == who(found, CROWD_TOO)
    assert found.problems == ()


def test_never_same_takes_an_actor_apart_and_each_part_has_its_own_facts() -> None:
    assert who(settled("", ALL), LONE) == who(settled("", ALL), ADA)
    articles = (("a", (actor("Ada Holm", country="NOR"),)), ADDA, LONE)
    found = settled("never-same: [[Holm, Ada Holm]]", articles)
    assert who(found, articles[0]).aliases == ("Ada Holm",)
    apart = who(found, LONE)
    assert (apart.name, apart.aliases, apart.country) == ("Holm", ("Holm",), None)
    assert found.problems == ()
    by_itself = link_actors([LONE])
    assert apart.id == by_itself.id_of("c", LONE[1][0])


def test_facts_reach_the_parts() -> None:
    articles = (("a", (actor("Ada Holm", country="NOR"),)), LONE)
    found = settled("never-same: [[Holm, Ada Holm]]\ncountry: {Holm: SWE}", articles)
    assert (who(found, LONE).country, who(found, articles[0]).country) == ("SWE", "NOR")


def test_one_known_entry_may_be_taken_apart_too() -> None:
    one = ("a", (actor("Harbour Brigades", key="group:harbour", kind=ActorKind.GROUP),))
    other = ("b", (actor("Dock Guard", key="group:harbour", kind=ActorKind.GROUP),))
    found = settled("never-same: [[Dock Guard, Harbour Brigades]]", (one, other))
    assert {who(found, one).name, who(found, other).name} == {"Dock Guard", "Harbour Brigades"}
    assert len({a.id for a in found.actors()}) == 2


def test_an_article_that_bears_neither_name_goes_with_the_one_shown() -> None:
    articles = (
        ("a", (actor("Ada Holm", key="person:ada"),)),
        ("b", (actor("A. Holm", key="person:ada"),)),
        ("c", (actor("Ada B. Holm", key="person:ada"),)),
    )
    found = settled("never-same: [[A. Holm, Ada B. Holm]]", articles)
    assert who(found, articles[0]) == who(found, articles[2]) != who(found, articles[1])


def test_three_names_of_one_entry_become_three_actors() -> None:
    articles = tuple(
        (k, (actor(n, key="person:x"),)) for k, n in zip("abc", ("Ann", "Bob", "Cid"), strict=True)
    )
    assert names(settled("never-same: [[Ann, Bob, Cid]]", articles)) == ["Ann", "Bob", "Cid"]
    assert names(settled("never-same: [[Ann, Bob]]", articles)) == ["Bob", "Cid"]


def test_what_an_article_itself_joins_stays_joined_and_is_told() -> None:
    found = settled("never-same: [[Holm, Ada Holm]]", ALL)
    assert [p.split(",")[0] for p in found.problems] == ["actors.yaml: never-same"]
    assert "article a itself" in found.problems[0]
    assert who(found, LONE) != who(found, ADA)


def test_never_same_that_holds_already_says_nothing() -> None:
    found = settled("never-same: [[Ada Holm, Adda Holme]]\nsame: [[Holm, Ada Holm]]", ALL)
    assert found.problems == ()
    assert list(found.actors()) == list(link_actors(ALL).actors())


@pytest.mark.parametrize("order", [1, -1])
def test_same_against_never_same_joins_nothing_through_any_way(order: int) -> None:
    entries = ["[Ada Holm, KH]", "[KH, Adda Holme]"][::order]
    found = settled(f"never-same: [[Ada Holm, Adda Holme]]\nsame: [{', '.join(entries)}]", ALL)
    assert list(found.actors()) == list(link_actors(ALL).actors())
    assert len(found.problems) == 2
    assert all("joins what actors.yaml: never-same, entry 1 keeps apart" in p for p in found.problems)


def test_facts_are_set_and_unset() -> None:
    found = settled(
        "rename: {KH: Knight Harbour}\nkind: {KH: organisation}\ncountry: {Ada Holm: none, KH: SWE}\n"
        "sector: {Adda Holme: none, KH: BUS}\nalias: {KH: [the Knights]}",
        ALL,
    )
    one = who(found, KH)
    assert (one.name, one.kind, one.country, one.sector) == (
        "Knight Harbour", ActorKind.ORGANISATION, "SWE", "BUS",
    )  # fmt: skip
    assert one.aliases == ("KH", "Knight Harbour", "the Knights")
    assert who(found, ADA).country is None
    assert who(found, ADDA).sector is None
    assert one.id == who(settled("", ALL), KH).id
    assert found.problems == ()


def test_a_name_given_by_a_rule_addresses_too_but_a_name_that_was_read_comes_first() -> None:
    given = "rename: {KH: Knight Harbour}\nalias: {Ada Holm: [Adda Holme]}\n"
    found = settled(given + "country: {Knight Harbour: SWE, Adda Holme: FIN}", ALL)
    assert who(found, KH).country == "SWE"
    assert (who(found, ADDA).country, who(found, ADA).country) == ("FIN", "NOR")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("same: [[KH, Nobody There]]", "same, entry 1: no actor of this build is called 'Nobody There'"),
        ("never-same: [[KH, Nobody There]]", "never-same, entry 1: no actor of this build"),
        ("kind: {Nobody There: person}", "kind: Nobody There: no actor of this build"),
        ("alias: {Nobody There: [X]}", "alias: Nobody There: no actor of this build"),
        ('rename: {"a:0000000000000000": X}', "rename: a:0000000000000000: no actor of this build"),
        ("country: {protesters: SWE}", "2 actors of this build are called 'protesters'; write the id"),
        ("same: [[protesters, KH]]", "same, entry 1: 2 actors of this build are called 'protesters'"),
    ],
)
def test_a_name_that_finds_nobody_or_several_is_told_once(text: str, said: str) -> None:
    found = settled(text, ALL)
    assert len(found.problems) == 1
    assert said in found.problems[0]
    assert list(found.actors()) == list(link_actors(ALL).actors())


def test_the_names_that_are_found_are_joined_all_the_same() -> None:
    found = settled("same: [[KH, Nobody There, Harbour Brigades]]", ALL)
    assert who(found, KH) == who(found, BRIGADES)
    assert len(found.problems) == 1


def test_facts_that_contradict_each_other_are_told_and_none_is_set() -> None:
    found = settled("country: {Ada Holm: SWE, a holm: FIN, Holm: DNK}", ALL)
    assert who(found, ADA).country == "NOR"
    assert len(found.problems) == 3
    assert "country: Holm says otherwise of the same actor" in found.problems[0] + found.problems[1]
    assert settled("country: {Ada Holm: SWE, Holm: SWE}", ALL).problems == ()


def test_a_name_of_two_that_are_joined_is_the_name_of_one() -> None:
    articles = (("a", (actor("Ada Holm", "The Fox"),)), ("b", (actor("Adda Holme", "The Fox"),)))
    found = settled("same: [[Ada Holm, Adda Holme]]\nsector: {The Fox: SPY}", articles)
    assert [a.sector for a in found.actors()] == ["SPY"]
    assert len(settled("sector: {The Fox: SPY}", articles).problems) == 1


def test_combining_does_not_depend_on_order() -> None:
    actors = list(link_actors(ALL).actors())
    assert combine(actors) == combine(actors[::-1]) == combine([combine(actors[:2]), *actors])


def test_a_rule_never_changes_whom_the_linking_found() -> None:
    index = link_actors(ALL)
    before = list(index.actors())
    settle(
        index,
        ALL,
        link_actors,
        parse_actor_rules("same: [[KH, Ada Holm]]\nnever-same: [[Holm, Ada Holm]]", "x"),
    )
    assert list(index.actors()) == before
