"""Figures kept as a file, held against new ones, and as tables for people."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from scoring.tally import Tally

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    # Data set, then the row ("all" or an event type), then the level.
    Figures = Mapping[str, Mapping[str, Mapping[str, Tally]]]

ALL = "all"

# A model's last digit differs by processor, and with it now and then an event.
_SHARE = 0.01
_LEAST = 1


def dump(figures: Figures) -> str:
    """Figures as JSON with a line for each, so that a change is a change of lines."""
    sets = ",\n".join(
        f"{json.dumps(name)}: {{\n"
        + ",\n".join(f"  {json.dumps(row)}: {{\n{_lines(tallies)}\n  }}" for row, tallies in rows.items())
        + "\n}"
        for name, rows in figures.items()
    )
    return f"{{\n{sets}\n}}\n"


def _lines(tallies: Mapping[str, Tally]) -> str:
    return ",\n".join(f"    {json.dumps(level)}: {json.dumps(_leaf(t))}" for level, t in tallies.items())


def _leaf(tally: Tally) -> dict[str, float]:
    shares = {"precision": tally.precision, "recall": tally.recall, "f1": tally.f1}
    counts = {"right": tally.right, "found": tally.found, "gold": tally.gold}
    return {**counts, **{name: round(share, 3) for name, share in shares.items()}}


def load(text: str) -> Figures:
    """Figures that ``dump`` wrote."""
    return {
        name: {
            row: {level: Tally(t["right"], t["found"], t["gold"]) for level, t in levels.items()}
            for row, levels in rows.items()
        }
        for name, rows in json.loads(text).items()
    }


def differences(kept: Figures, new: Figures) -> Iterator[str]:
    """What is not as it was, beyond a count in a hundred (and one at least); data that is not there is passed over."""
    for name in (name for name in kept if name in new):
        for row in sorted(kept[name].keys() | new[name].keys()):
            old_row, new_row = kept[name].get(row, {}), new[name].get(row, {})
            for level in sorted(old_row.keys() | new_row.keys()):
                old, now = old_row.get(level, Tally(0, 0, 0)), new_row.get(level, Tally(0, 0, 0))
                if _far(old.right, now.right) or _far(old.found, now.found) or old.gold != now.gold:
                    yield f"{name} {row} {level}: {_say(old)} before, {_say(now)} now"


def _far(old: int, now: int) -> bool:
    return abs(old - now) > max(_LEAST, _SHARE * old)


def _say(tally: Tally) -> str:
    return f"{tally.right} right of {tally.found} found and {tally.gold} there (F1 {tally.f1:.3f})"


def tables(figures: Figures) -> str:
    """Figures as Markdown: for each data set the levels, then for each event type its levels."""
    return "\n\n".join(part for name, rows in figures.items() for part in _tables(name, rows))


def _tables(name: str, rows: Mapping[str, Mapping[str, Tally]]) -> Iterator[str]:
    head = f"| {name} | there | found | precision | recall | F1 |\n|---|--:|--:|--:|--:|--:|"
    lines = (f"| {level} | {_cells(tally)} |" for level, tally in rows[ALL].items())
    yield "\n".join((head, *lines))
    types = {row: levels for row, levels in rows.items() if row != ALL}
    if types:
        levels = list(dict.fromkeys(level for row in types.values() for level in row))
        others = [level for level in levels if level != levels[0]]
        head = f"| {name}, by {levels[0]} | there | found | precision | recall | F1 |"
        head += "".join(f" {level} F1 |" for level in others)
        lines = (
            f"| {row} | {_cells(tallies[levels[0]])} |"
            + "".join(f" {_share(tallies[o].f1)} |" for o in others)
            for row, tallies in types.items()
        )
        yield "\n".join((head, "|---|" + "--:|" * (5 + len(others)), *lines))


def _cells(tally: Tally) -> str:
    shares = " | ".join(map(_share, (tally.precision, tally.recall, tally.f1)))
    return f"{tally.gold} | {tally.found} | {shares}"


def _share(share: float) -> str:
    return f"{share:.3f}".removeprefix("0")
