"""A crowded timeline: many actors and events, every status, old years, open ends, hostile names."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from graphbuild.model.actor import Actor, ActorKind
from graphbuild.model.event import Event, Evidence, Status
from graphbuild.model.ids import actor_id, event_id, mention_id
from graphbuild.model.text import Span
from graphbuild.model.time import Basis, Granularity, TimeSpan
from graphbuild.model.timeline import Timeline

NAMES = (
    "Avonia", "Borland", "Ministry of Foreign Affairs of Avonia", "Ilva Tarn", "Northern Liberation Front",
    "Corvan", "Dunmark", "Port Authority", "Egil Strand", "United Council", "Coastal Guard", "Fenn",
    "Galt & Sons <Holding>", "High Court of Borland", "$5 Coalition", "Inner Sea Fleet", "Jora Lind",
    "Kest", "Lower House", "Møre", "Émile Ürsu", "東海", "Old Guard", "Pell",
)  # fmt: skip
ACTIONS = (
    ("strike", "ASSAULT", 4), ("threaten", "THREATEN", 3), ("say", None, None), ("meet", "CONSULT", 1),
    ("impose sanctions on", "SANCTION", 4), ("send aid to", "AID", 2),
)  # fmt: skip
OUTLETS = ("The Courier", "The Herald", "The Ledger", "The Post")


def crowd(count: int = 250, seed: int = 1) -> Timeline:
    """So many events between so many actors, the same for the same seed."""
    chance = Random(seed)
    actors = [Actor(actor_id(n), n, (n,), ActorKind.ORGANISATION, None, None, None, None, ()) for n in NAMES]
    events = [_event(chance, number, actors) for number in range(count)]
    return Timeline(
        articles=(),
        mentions=(),
        events=tuple(sorted(events, key=lambda event: event.id)),
        actors=tuple(sorted(actors, key=lambda actor: actor.id)),
        places=(),
    )


def _event(chance: Random, number: int, actors: list[Actor]) -> Event:
    weights = [1 / (rank + 1) for rank in range(len(actors))]
    source, target = chance.choices(actors, weights, k=2)
    action, kind, quad = chance.choice(ACTIONS)
    status = chance.choices(tuple(Status), (10, 1, 2, 2, 1))[0]
    outlets = tuple(sorted(chance.sample(OUTLETS, chance.choice((1, 1, 2, 3)))))
    mention = mention_id(f"crowd-{number}", 0, 5)
    return Event(
        id=event_id(mention),
        type=kind,
        mode=None,
        code=None,
        quad_class=quad,
        action=action,
        sources=(source.id,) if chance.random() < 0.9 else (),
        targets=(target.id,) if target is not source else (),
        place=None,
        time=_time(chance),
        status=status,
        quantities=(),
        evidence=tuple(
            Evidence(f"{mention}-{outlet}", f"crowd-{number}", outlet, status, Span(0, 9), "They did.")
            for outlet in outlets
        ),
        outlets=outlets,
    )


def _time(chance: Random) -> TimeSpan:
    day = date(2021, 3, 1) + timedelta(days=int(chance.triangular(0, 15, 7)))
    monday = day - timedelta(days=day.weekday())
    return chance.choices(
        (
            TimeSpan(day, day, Granularity.DAY, Basis.RELATIVE),
            TimeSpan(monday, monday + timedelta(days=6), Granularity.WEEK, Basis.RELATIVE),
            TimeSpan(date(1979, 5, 4), date(1979, 5, 4), Granularity.DAY, Basis.STATED),
            TimeSpan(date(2020, 1, 1), date(2020, 12, 31), Granularity.YEAR, Basis.STATED),
            TimeSpan(None, day, Granularity.RANGE, Basis.STATED),
            TimeSpan(day, None, Granularity.RANGE, Basis.STATED),
            TimeSpan(None, None, Granularity.UNKNOWN, Basis.UNKNOWN),
        ),
        (16, 2, 1, 1, 1, 1, 2),
    )[0]
