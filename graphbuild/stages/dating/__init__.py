"""When each clause happened: the time expression that governs it, or what can be inferred.

In order: a time expression in the clause itself; that of the clause whose subject or
helpers it shares; the day of publication for what a report tells as the news of the day;
else only a bound: not after publication where the text says that it happened, not before it
where it says in the present that it is to come. Order words (`find_order`) then bound what
has no day of its own (`bound`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphbuild.stages.dating.bounds import agreeing, bound
from graphbuild.stages.dating.defaults import Telling, default_time, is_ahead, not_later
from graphbuild.stages.dating.lending import Likeness, carry_over
from graphbuild.stages.dating.news import find_news
from graphbuild.stages.dating.order import find_order
from graphbuild.stages.dating.stated import by_scope, governing, turn_weekday
from graphbuild.syntax.scope import owners

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from graphbuild.model.clause import Clause, Standing
    from graphbuild.model.event import EventTime
    from graphbuild.model.parse import Parse
    from graphbuild.model.time import Timex

__all__ = ["Likeness", "agreeing", "bound", "find_order", "find_times"]


def find_times(
    parse: Parse,
    clauses: Sequence[Clause],
    standings: Sequence[Standing],
    timexes: Sequence[Timex],
    published: date | None,
    likeness: Likeness,
) -> tuple[EventTime | None, ...]:
    """The time of each clause, in the same order; None where nothing is known.

    ``likeness`` gives what a clause's action is compared by, and the actors in it.
    """
    scopes = {c.head for c in clauses} | {
        t.index for t in parse.tokens if t.pos in ("VERB", "AUX") and t.dep not in ("aux", "auxpass")
    }
    stated = by_scope(parse, timexes, owners(parse, scopes))
    news = find_news(parse, stated, published)
    triggers = frozenset(c.head for c in clauses)
    telling = Telling(parse, news, published, triggers) if news and published else None
    found: list[EventTime | None] = []
    for clause, standing in zip(clauses, standings, strict=True):
        own = governing(parse, clause, standing, stated)
        own = turn_weekday(parse, own, standing, published) if own else None
        if own and is_ahead(own, standing, published):
            own = not_later(own, published)
        found.append(own or (default_time(telling, clause, standing) if telling else None))
    return carry_over(parse, clauses, found, likeness)
