from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest

from graphbuild.model.actor import ActorKind, ArticleActor
from graphbuild.stages.linking import ActorIndex, link_actors

PERSON, ORGANISATION, UNKNOWN = ActorKind.PERSON, ActorKind.ORGANISATION, ActorKind.UNKNOWN


def _actor(
    name: str,
    kind: ActorKind = PERSON,
    country: str | None = None,
    key: str | None = None,
    roles: tuple[str, ...] = (),
) -> ArticleActor:
    local = key or "n:" + name.lower().replace("-", " ").replace("'", "")
    entry = local if not local.startswith(("n:", "u:")) else None
    return ArticleActor(local, name, (name,), kind, country, None, entry, None, roles)


def _same(one: ArticleActor, other: ArticleActor, *more: ArticleActor) -> bool:
    articles = [(str(n), (a,)) for n, a in enumerate((one, other, *more))]
    index = link_actors(articles)
    return index.id_of("0", one) == index.id_of("1", other)


def test_the_same_full_name_is_the_same_actor() -> None:
    assert _same(_actor("Karim Haddad"), _actor("Karim Haddad"))
    assert not _same(_actor("Karim Haddad"), _actor("Karima Haddad"))


def test_what_the_gazetteer_knows_is_the_same_whatever_it_is_called() -> None:
    assert _same(_actor("Britain", key="country:GBR"), _actor("the UK", key="country:GBR"))


@pytest.mark.parametrize(
    ("surname", "full"),
    [
        ("Haddad", "Karim Haddad"),
        ("Ben-Ami", "Noa Ben-Ami"),
        ("al-Hakim", "Omar al-Hakim"),
        ("Hakim", "Omar al-Hakim"),
    ],
)
def test_a_bare_surname_joins_the_one_fuller_name(surname: str, full: str) -> None:
    assert _same(_actor(surname), _actor(full))
    assert _same(_actor(surname, UNKNOWN), _actor(full))


def test_any_spelling_of_the_full_name_lends_its_surname() -> None:
    full = replace(
        _actor("Karem Hadad", key="person:karem-hadad"), aliases=("Karim al-Haddad", "Karem Hadad")
    )
    assert _same(_actor("Haddad"), full)
    assert _same(_actor("Hadad"), full)


def test_a_bare_surname_that_two_people_share_joins_neither() -> None:
    short, one, two = _actor("Haddad"), _actor("Karim Haddad"), _actor("Mona Haddad")
    assert not _same(short, one, two)
    assert not _same(short, two, one)


@pytest.mark.parametrize(
    ("short", "full"),
    [
        (_actor("Haddad", country="LBN"), _actor("Karim Haddad", country="IRQ")),
        (_actor("Haddad", roles=("finance minister",)), _actor("Karim Haddad", roles=("striker",))),
        (_actor("Haddad", ORGANISATION), _actor("Karim Haddad")),
        (_actor("Haddad"), _actor("Karim Haddad", ORGANISATION)),
        (_actor("Haddad", key="org:haddad"), _actor("Karim Haddad")),
        (_actor("Karim"), _actor("Karim Haddad")),
    ],
    ids=["country", "office", "body", "firm", "known", "first name"],
)
def test_a_bare_surname_of_somebody_else_stays_apart(short: ArticleActor, full: ArticleActor) -> None:
    assert not _same(short, full)


def test_an_office_in_common_by_another_word_is_in_common() -> None:
    assert _same(_actor("Haddad", roles=("minister",)), _actor("Karim Haddad", roles=("finance minister",)))


def test_who_has_no_name_is_an_actor_of_one_article() -> None:
    official = _actor("officials", ActorKind.UNNAMED, key="u:3")
    assert not _same(official, official)


def test_an_actor_has_every_alias_and_the_facts_of_the_majority() -> None:
    actors = [
        _actor("Karim Haddad", country="IRQ", roles=("premier",)),
        _actor("Karim Haddad", country="IRQ"),
        _actor("Karim Haddad", UNKNOWN, "IRN", roles=("leader",)),
        _actor("Haddad"),
    ]
    index = link_actors((str(n), (a,)) for n, a in enumerate(actors))
    (found,) = index.actors()
    assert (found.name, found.aliases) == ("Karim Haddad", ("Haddad", "Karim Haddad"))
    assert (found.kind, found.country, found.roles) == (PERSON, "IRQ", ("leader", "premier"))


def test_the_order_of_articles_makes_no_difference() -> None:
    actors = [
        _actor("Haddad"),
        _actor("Karim Haddad", country="IRQ"),
        _actor("Karim Haddad", country="IRN"),
        _actor("Mona Ali"),
    ]

    def linked(order: tuple[int, ...]) -> tuple[object, ...]:
        index: ActorIndex = link_actors((str(n), (actors[n],)) for n in order)
        return (*index.actors(), *(index.id_of(str(n), a) for n, a in enumerate(actors)))

    assert len({linked(order) for order in permutations(range(4))}) == 1


def test_actors_come_sorted_by_id_and_an_empty_build_has_none() -> None:
    index = link_actors([("a", tuple(_actor(f"Name{n} Other{n}") for n in range(9)))])
    ids = [a.id for a in index.actors()]
    assert ids == sorted(ids)
    assert list(link_actors([]).actors()) == []


def test_a_bare_surname_of_two_articles_is_two_people_unless_a_full_name_is_known() -> None:
    assert not _same(_actor("Smith"), _actor("Smith"))
    assert _same(_actor("Smith"), _actor("Smith"), _actor("Jane Smith"))
    assert not _same(_actor("Smith"), _actor("Smith"), _actor("Jane Smith"), _actor("John Smith"))


def test_a_body_of_one_word_is_the_same_everywhere() -> None:
    assert _same(_actor("Acmecorp", ORGANISATION), _actor("Acmecorp", ORGANISATION))
