"""How merging grows: seconds and memory for 1,000, 10,000 and 100,000 mentions, and the growth exponent.

    python benchmarks/merging.py [--sizes 1000 10000 100000] [--most 1.15]

Mentions are made with a fixed seed, 300 a day however many there are: stories of a few days, told by several articles of a
few sentences, with actors as unevenly frequent as in news, words of one story in common, and
bare retellings that name nobody. Each size runs in a process of its own, whose peak memory is
told. The exponent is the slope of log seconds over log mentions from the first size to the
last; the exit status is 1 where it is above ``--most``.
"""

from __future__ import annotations

import argparse
import gc
import json
import math
import random
import resource
import subprocess
import sys
import time
from datetime import date, timedelta
from typing import TYPE_CHECKING

from graphbuild.model.event import Status
from graphbuild.stages.merging import Digest, merge

if TYPE_CHECKING:
    from collections.abc import Iterator

DEEDS = (
    "attack",
    "meet",
    "say",
    "arrest",
    "agree",
    "protest",
    "visit",
    "kill",
    "accuse",
    "withdraw",
    "acquire",
)
PER_STORY, PER_ARTICLE, PER_DAY = 60, 6, 300
FIRST = date(2019, 1, 1)
_ROUNDS = 3  # the best counts: others may be at work on the machine


def make_mentions(count: int) -> Iterator[tuple[Digest, str]]:
    """``count`` mentions, each with the story of its article."""
    dice = random.Random(20200108)
    actors = [f"a:{n}" for n in range(max(50, count // 20))]
    weights = [1 / (n + 1) for n in range(len(actors))]
    for number in range(count):
        story, article = number // PER_STORY, number // PER_ARTICLE
        if number % PER_STORY == 0:
            cast = dice.choices(actors, weights, k=6)
            begun = FIRST + timedelta(days=dice.randrange(max(3, count // PER_DAY)))
        yield _mention(dice, number, f"article:{article}", (cast, begun, story)), f"story:{story}"


def _mention(dice: random.Random, number: int, article: str, told: tuple[list[str], date, int]) -> Digest:
    cast, begun, story = told
    day = begun + timedelta(days=dice.randrange(5))
    action = dice.choice(DEEDS)
    named = dice.random() < 0.7
    when = day if dice.random() < 0.6 else None
    return Digest(
        id=f"m:{number}",
        order=(day.isoformat(), article, number),
        article=article,
        topic=action.upper(),
        action=action,
        status=dice.choices((Status.ASSERTED, Status.PLANNED, Status.DENIED), (8, 1, 1))[0],
        sources=frozenset({dice.choice(cast)}) if named else frozenset(),
        targets=frozenset({dice.choice(cast)}) if named and dice.random() < 0.6 else frozenset(),
        place=None,
        country=None,
        first=when,
        last=when,
        stated=dice.random() < 0.5,
        speech=action == "say",
        words=frozenset(1_000 * story + dice.randrange(80) for _ in range(12)),
        counts=(),
        sentence=number % PER_ARTICLE,
        specific=True,
        patients=frozenset({1_000 * story + dice.randrange(20)}) if dice.random() < 0.5 else frozenset(),
    )


def measure(count: int) -> None:
    """Merge ``count`` mentions and print seconds, megabytes at most, and events as JSON."""
    made = list(make_mentions(count))
    stories = {d.article: story for d, story in made}
    digests = [d for d, _ in made]
    gc.disable()  # as a build does
    seconds = math.inf
    for _ in range(_ROUNDS):
        begun = time.perf_counter()
        events = len(set(merge(digests, stories).values()))
        seconds = min(seconds, time.perf_counter() - begun)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"mentions": count, "seconds": seconds, "megabytes": peak, "events": events}))


def main() -> int:
    """Print a line for each size and the growth exponent."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    options.add_argument("--most", type=float, default=1.15)
    options.add_argument("--one", type=int, help=argparse.SUPPRESS)
    asked = options.parse_args()
    if asked.one:
        measure(asked.one)
        return 0
    lines = []
    for size in asked.sizes:
        run = subprocess.run(
            [sys.executable, __file__, "--one", str(size)], capture_output=True, text=True, check=True
        )
        lines.append(json.loads(run.stdout))
        print(
            "{mentions:>9,} mentions  {seconds:8.2f} s  {megabytes:7.0f} MB  {events:,} events".format(
                **lines[-1]
            )
        )
    first, last = lines[0], lines[-1]
    exponent = math.log(last["seconds"] / first["seconds"]) / math.log(last["mentions"] / first["mentions"])
    print(f"growth exponent {exponent:.2f} (at most {asked.most})")
    return int(exponent > asked.most)


if __name__ == "__main__":
    sys.exit(main())
