"""Digests of mentions for tests of merging, and a strategy that draws them."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import strategies as st

from graphbuild.model.event import Status
from graphbuild.stages.merging import Digest

DAY = date(2020, 1, 8)


def digest(name: str = "m", **given: Any) -> Digest:
    """A report that the USA attacked Iran on a day, but for what is given."""
    article = given.get("article", name)
    facts: dict[str, Any] = {
        "id": name,
        "order": (DAY.isoformat(), article, 0),
        "article": article,
        "topic": "ASSAULT",
        "action": "attack",
        "status": Status.ASSERTED,
        "sources": frozenset({"USA"}),
        "targets": frozenset({"IRN"}),
        "place": None,
        "country": None,
        "first": DAY,
        "last": DAY,
        "stated": True,
        "speech": False,
        "words": frozenset(),
        "counts": (),
    }
    for key in (
        "sources",
        "targets",
        "words",
        "agents",
        "patients",
        "senses",
        "numbers",
        "persons",
        "things",
    ):
        if key in given:
            given[key] = frozenset(given[key])
    return Digest(**(facts | given))


_days = st.sampled_from([None, *(date(2020, 1, d) for d in (1, 2, 8, 9))])
_actors = st.frozensets(st.sampled_from(["USA", "IRN", "a:1"]), max_size=2)


@st.composite
def digests(draw: st.DrawFn, size: int = 9) -> list[Digest]:
    """A small corpus whose mentions often look alike."""
    found = []
    for number in range(draw(st.integers(0, size))):
        ends = sorted((draw(_days), draw(_days)), key=lambda d: d or date.min)
        article = f"a{draw(st.integers(0, 3))}"
        action = draw(st.sampled_from(["attack", "raid", "say"]))
        found.append(
            digest(
                f"m{number}",
                article=article,
                order=(draw(st.sampled_from(["2020-01-08", "2020-01-09", "9999"])), article, number),
                action=action,
                topic=action if action == "say" else "ASSAULT",
                status=draw(st.sampled_from(Status)),
                sources=draw(_actors),
                targets=draw(_actors),
                place=draw(st.sampled_from([None, "p:1", "p:2"])),
                first=ends[0],
                last=ends[1] or ends[0],
                stated=draw(st.booleans()),
                speech=action == "say",
                words=draw(st.frozensets(st.integers(0, 5), max_size=4)),
                counts=draw(st.sampled_from([(), (("killed", 2.0, 2.0),), (("killed", 7.0, 21.0),)])),
            )
        )
    return found


STORIES = {"a0": "s0", "a1": "s0", "a2": "s0", "a3": "s1"}
"""The stories that drawn articles belong to."""
