"""Scores events on gold data as it is published: PLOVER records and MEANTIME.

    python benchmarks/events.py --data DIR [--data DIR] [--check | --renew]

DIR is searched to the bottom for PLOVER gold standard records (a JSON file with a list of them) and
for MEANTIME documents (CAT XML with EVENT_MENTION; ``list_instances.csv`` beside them gives the days
of events). What is counted is said in ``scoring/dyads.py`` and ``scoring/slots.py``.

``--check`` holds the figures against ``benchmarks/figures/events.json`` and fails where they differ by
more than a count in a hundred; ``--renew`` writes them there and into ``docs/accuracy.md``.
"""

from __future__ import annotations

import argparse
import re
import sys
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import TYPE_CHECKING

from coding import code_documents, code_records
from comparing import ALL, differences, dump, load, tables
from published.cat import read_cat, read_instances
from published.plover import read_plover
from scoring.dyads import score_dyads
from scoring.slots import score_slots

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from comparing import Figures
    from published.cat import CatDocument
    from published.plover import Record

HERE = Path(__file__).resolve().parent
KEPT = HERE / "figures" / "events.json"
PAGE = HERE.parent / "docs" / "accuracy.md"
PLOVER, MEANTIME = "PLOVER", "MEANTIME"
_BETWEEN = re.compile(r"(?<=<!-- figures: events -->\n\n).*?(?=\n\n<!-- end of figures -->)", re.DOTALL)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the tables; compare or write them when asked to."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", action="append", required=True, type=Path, metavar="DIR")
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--check", action="store_true", help="fail where figures differ from those kept")
    what.add_argument("--renew", action="store_true", help="keep these figures")
    options = parser.parse_args(arguments)
    figures = measure(options.data)
    if not figures:
        print("no PLOVER records and no MEANTIME documents there", file=sys.stderr)
        return 2
    print(tables(figures))
    if options.renew:
        renew(figures)
    changed = list(differences(load(KEPT.read_text("utf-8")), figures)) if options.check else []
    print("\n".join(changed), file=sys.stderr, end="\n" if changed else "")
    return 1 if changed else 0


def measure(folders: Sequence[Path]) -> Figures:
    """Figures by data set, for what the folders hold."""
    figures = {}
    records = [record for folder in folders for record in find_records(folder)]
    if records:
        scores = score_dyads(list(zip(records, code_records(records), strict=True)))
        figures[PLOVER] = {ALL: scores.overall, **scores.by_type}
    documents = [document for folder in folders for document in find_documents(folder)]
    if documents:
        found = code_documents(documents)
        events = [document.events for document in documents]
        figures[MEANTIME] = {ALL: score_slots(list(zip(events, found, strict=True)))}
    return figures


def renew(figures: Figures) -> None:
    """Keep figures in their file and on the page; sets that were not measured stay as they are."""
    kept = load(KEPT.read_text("utf-8")) if KEPT.exists() else {}
    whole = {**kept, **figures}
    KEPT.write_text(dump(whole), encoding="utf-8")
    page = PAGE.read_text("utf-8")
    PAGE.write_text(_BETWEEN.sub(lambda _: tables(whole), page), encoding="utf-8")


def find_records(folder: Path) -> Iterator[Record]:
    """The records of every JSON file below a folder that is a list of them."""
    for path in sorted(folder.rglob("*.json")):
        try:
            yield from read_plover(path)
        except ValueError as error:  # some other JSON, or none
            print(f"passed over: {error}", file=sys.stderr)


def find_documents(folder: Path) -> Iterator[CatDocument]:
    """The CAT documents below a folder that have mentions of events and a date."""
    lists = sorted(folder.rglob("list_instances.csv"))
    instances = {key: each for path in lists for key, each in read_instances(path).items()}
    for path in sorted(folder.rglob("*.xml")):
        if next(ET.parse(path).getroot().iter("EVENT_MENTION"), None) is not None:
            yield read_cat(path, instances)


if __name__ == "__main__":
    sys.exit(main())
