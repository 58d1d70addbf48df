from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graphbuild.building import Job, Notices, build_folder
from graphbuild.lexicon.actor_rules import ActorRules, Fact, Names
from graphbuild.query.checking import check_folder
from graphbuild.store import folder as files
from tests.plain_reader import article, read_plainly

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from graphbuild.model.text import Article
    from graphbuild.model.timeline import ArticleRecord

few = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
ARTICLES = (
    article("a", "Iran hit Iraq 2020-01-02\nIraq blame Iran"),
    article("b", "iran deny -\nOman thank Iraq"),
    article("c", "Qatar host Oman 2020-01-05\nOMAN thank Qatar"),
)
_who = st.sampled_from(["Iran", "IRAQ", "oman", "Qatar", "Nobody", "Sea"])


def _entries(values: st.SearchStrategy[str | None]) -> st.SearchStrategy[tuple[Fact, ...]]:
    return st.lists(st.builds(Fact, st.just("x"), _who, values), max_size=3).map(tuple)


_together = st.lists(
    st.builds(Names, st.just("x"), st.lists(_who, min_size=2, max_size=3, unique=True).map(tuple)), max_size=3
).map(tuple)
_rules = st.builds(
    ActorRules,
    same=_together,
    never_same=_together,
    rename=_entries(st.sampled_from(["Sea", "Iran"])),
    kind=_entries(st.sampled_from(["country", "person"])),
    country=_entries(st.sampled_from(["IRN", None])),
    sector=_entries(st.sampled_from(["GOV", None])),
    alias=_entries(st.sampled_from(["Sea", "Land"])),
)


def _build(rules: ActorRules, target: Path) -> tuple[dict[str, bytes], list[str], list[str]]:
    """The bytes of a build, what was reported of rules, and which articles were read for it."""
    said: list[str] = []
    read: list[str] = []

    def reading(articles: Iterable[Article]) -> Iterator[ArticleRecord]:
        for record in read_plainly(articles):
            read.append(record.article.id)
            yield record

    notices = Notices(lambda _: None, lambda _: None, lambda _: None, said.append)
    build_folder(Job(ARTICLES, reading, "m", "s", rules), target, notices)
    return {p.name: p.read_bytes() for p in target.iterdir() if p.is_file()}, said, read


def _fresh(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    return folder


@few
@given(_rules, st.randoms())
def test_the_order_of_rules_makes_no_difference(tmp_path: Path, rules: ActorRules, random: object) -> None:
    def mixed(entries: tuple[object, ...]) -> tuple[object, ...]:
        return tuple(random.sample(entries, len(entries)))  # type: ignore[attr-defined]

    sections = ("same", "never_same", "rename", "kind", "country", "sector", "alias")
    other = ActorRules(**{name: mixed(getattr(rules, name)) for name in sections})  # type: ignore[arg-type]
    one, said, _ = _build(rules, _fresh(tmp_path / "one"))
    two, said_too, _ = _build(other, _fresh(tmp_path / "two"))
    assert one == two
    assert sorted(said) == sorted(said_too)


@few
@given(_rules, _rules)
def test_rules_changed_later_give_the_bytes_of_a_fresh_build_and_nothing_is_read_again(
    tmp_path: Path, before: ActorRules, rules: ActorRules
) -> None:
    target = _fresh(tmp_path / "steps")
    _build(before, target)
    steps, said, read = _build(rules, target)
    assert read == []
    assert (steps, said) == _build(rules, _fresh(tmp_path / "whole"))[:2]


@few
@given(_rules)
def test_a_build_with_rules_passes_its_own_check(tmp_path: Path, rules: ActorRules) -> None:
    target = _fresh(tmp_path / "out")
    _build(rules, target)
    assert [c.findings for c in check_folder(target) if c.wrong] == []


@few
@given(_rules)
def test_no_actor_of_a_build_bears_two_names_that_are_never_one(tmp_path: Path, rules: ActorRules) -> None:
    target = _fresh(tmp_path / "out")
    _, said, _ = _build(ActorRules(same=rules.same, never_same=rules.never_same), target)
    for actor in files.open_timeline(target).actors:
        names = {name.lower() for name in actor.aliases}
        for rule in rules.never_same:
            assert len(names & {name.lower() for name in rule.names}) < 2, said
