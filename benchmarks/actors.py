"""Scores who is who: our actors across articles against the entity chains of MEANTIME.

    python benchmarks/actors.py --data DIR [--check | --renew]

DIR is searched to the bottom for MEANTIME documents (CAT XML with ENTITY_MENTION) as published. All
of them are read as one corpus. What is counted is said in ``scoring/clusters.py``.

``--check`` holds the figures against ``benchmarks/figures/actors.json`` and fails where a share differs by
more than one in a hundred; ``--renew`` writes them there and into ``docs/accuracy.md``.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from coding import code_actors
from events import find_documents
from scoring.clusters import by_kind, match_mentions, score_clusters

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from scoring.clusters import Matched

    # By the sort of entity, "all" first.
    Figures = Mapping[str, Mapping[str, float]]

ALL = "all"
HERE = Path(__file__).resolve().parent
KEPT = HERE / "figures" / "actors.json"
PAGE = HERE.parent / "docs" / "accuracy.md"
_BETWEEN = re.compile(r"(?<=<!-- figures: actors -->\n\n).*?(?=\n\n<!-- end of figures -->)", re.DOTALL)
_FAR = 0.01
_DIGITS = 3


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table; compare or write it when asked to."""
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
        print("no MEANTIME documents there", file=sys.stderr)
        return 2
    print(table(figures))
    if options.renew:
        KEPT.write_text(dump(figures), encoding="utf-8")
        page = PAGE.read_text("utf-8")
        PAGE.write_text(_BETWEEN.sub(lambda _: table(figures), page), encoding="utf-8")
    changed = list(differences(load(KEPT.read_text("utf-8")), figures)) if options.check else []
    print("\n".join(changed), file=sys.stderr, end="\n" if changed else "")
    return 1 if changed else 0


def measure(folders: Sequence[Path]) -> Figures:
    """Figures for all entities and for each sort of them; empty where the folders hold no documents."""
    documents = [document for folder in folders for document in find_documents(folder)]
    if not documents:
        return {}
    found = code_actors(documents)
    matched = [
        mention
        for document, ours in zip(documents, found, strict=True)
        for mention in match_mentions(document.text, document.entities, ours)
    ]
    gold = Counter(mention.kind for document in documents for mention in document.entities)
    sorts = {kind: _shares(each, gold[kind]) for kind, each in by_kind(matched).items()}
    return {ALL: _shares(matched, sum(gold.values())), **sorts}


def _shares(matched: Sequence[Matched], gold: int) -> Mapping[str, float]:
    """What share of the gold mentions was found, and how these were put together."""
    scores = score_clusters(matched)
    return {
        "found": len(matched) / gold if gold else 0.0,
        "B³ P": scores.b3.precision,
        "B³ R": scores.b3.recall,
        "B³ F1": scores.b3.f1,
        "pairs P": scores.pairs.precision,
        "pairs R": scores.pairs.recall,
        "pairs F1": scores.pairs.f1,
        "CEAF-e F1": scores.ceafe.f1,
    }


def dump(figures: Figures) -> str:
    """Figures as JSON with a line for each sort of entity."""
    rows = (
        f"{json.dumps(kind)}: "
        + json.dumps({name: round(share, _DIGITS) for name, share in row.items()}, ensure_ascii=False)
        for kind, row in figures.items()
    )
    return "{\n" + ",\n".join(rows) + "\n}\n"


def load(text: str) -> Figures:
    """Figures that ``dump`` wrote."""
    return {kind: dict(row) for kind, row in json.loads(text).items()}


def differences(kept: Figures, new: Figures) -> Iterator[str]:
    """What is not as it was, beyond one in a hundred."""
    for kind in sorted(kept.keys() | new.keys()):
        old_row, new_row = kept.get(kind, {}), new.get(kind, {})
        for name in sorted(old_row.keys() | new_row.keys()):
            old, now = old_row.get(name, 0.0), new_row.get(name, 0.0)
            if abs(old - now) > _FAR:
                yield f"{kind} {name}: {old:.3f} before, {now:.3f} now"


def table(figures: Figures) -> str:
    """Figures as a Markdown table."""
    names = list(figures[ALL])
    head = f"| MEANTIME entities | {' | '.join(names)} |\n|---|{'--:|' * len(names)}"
    rows = (f"| {kind} | {' | '.join(map(_share, row.values()))} |" for kind, row in figures.items())
    return "\n".join((head, *rows))


def _share(share: float) -> str:
    return f"{share:.3f}".removeprefix("0")


if __name__ == "__main__":
    sys.exit(main())
