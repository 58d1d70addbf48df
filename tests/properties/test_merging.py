from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuild.model.event import Status
from graphbuild.stages.merging import merge
from tests.digests import STORIES, digests

if TYPE_CHECKING:
    from graphbuild.stages.merging import Digest

many = settings(max_examples=80, deadline=None)


def _events(told: list[Digest]) -> list[list[Digest]]:
    found: dict[str, list[Digest]] = defaultdict(list)
    by_id = {d.id: d for d in told}
    for mention, event in merge(told, STORIES).items():
        found[event].append(by_id[mention])
    return list(found.values())


@many
@given(digests(), st.randoms(use_true_random=False))
def test_any_order_of_mentions_gives_the_same_events(told: list[Digest], random: object) -> None:
    before = merge(told, STORIES)
    random.shuffle(told)  # type: ignore[attr-defined]
    assert merge(told, STORIES) == before


@many
@given(digests())
def test_merging_is_a_partition_and_loses_nobody(told: list[Digest]) -> None:
    assert sorted(merge(told, STORIES)) == sorted(d.id for d in told)


@many
@given(digests())
def test_merging_the_mentions_of_one_event_keeps_what_was_planned_from_what_happened(
    told: list[Digest],
) -> None:
    ahead = {Status.PLANNED, Status.HYPOTHETICAL}
    for members in _events(told):
        assert len({d.status in ahead for d in members}) == 1


@many
@given(digests())
def test_no_two_mentions_of_an_event_are_apart_in_time_or_place(told: list[Digest]) -> None:
    for members in _events(told):
        for one in members:
            for other in members:
                assert not (one.place and other.place and one.place != other.place)
                if one.stated and other.stated and one.last and other.first:
                    assert one.last >= other.first


@many
@given(digests(size=2))
def test_two_mentions_that_name_different_actors_in_a_role_are_two_events(told: list[Digest]) -> None:
    for members in _events(told):
        for one in members:
            for other in members:
                assert not one.sources or not other.sources or one.sources & other.sources
                assert not one.targets or not other.targets or one.targets & other.targets


@many
@given(digests())
def test_the_mentions_of_one_event_are_one_event_without_all_others(told: list[Digest]) -> None:
    for members in _events(told):
        assert len(set(merge(members, STORIES).values())) == 1
