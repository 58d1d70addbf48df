"""Scores which mentions of events are one event, on ECB+ as published.

    python benchmarks/coref.py --data DIR [--topics 1,2,5]

DIR is searched to the bottom for the documents of ECB+ (``12_3ecbplus.xml``) and for its list of checked
sentences. All documents are read as one corpus, without dates, as ECB+ has none. A gold mention is ours where
one of its words lies in our trigger; those that we do not have are events of their own. Given are MUC, B³ and
CEAF-e (``scoring/links.py``, ``scoring/clusters.py``) and their mean, which is called CoNLL F1.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from graphbuild.model.text import Article
from graphbuild.pipeline import build
from published.ecb import CHECKED, read_checked, read_ecb
from scoring.clusters import Matched, score_clusters
from scoring.links import muc

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from graphbuild.model.event import EventMention
    from published.ecb import ChainedDocument
    from scoring.clusters import Shares


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", action="append", required=True, type=Path, metavar="DIR")
    parser.add_argument("--topics", metavar="LIST", help="only these topics: 12,18")
    options = parser.parse_args(arguments)
    wanted = set(options.topics.split(",")) if options.topics else None
    documents = [
        document
        for folder in options.data
        for document in find_documents(folder)
        if wanted is None or document.topic in wanted
    ]
    if not documents:
        print("no documents of ECB+ with checked sentences there", file=sys.stderr)
        return 2
    print(table(documents, code_events(documents)))
    return 0


def find_documents(folder: Path) -> Iterator[ChainedDocument]:
    """The documents below a folder that have checked sentences."""
    checked = {
        key: each for path in sorted(folder.rglob(CHECKED)) for key, each in read_checked(path).items()
    }
    for path in sorted(folder.rglob("*ecb*.xml")):
        document = read_ecb(path, checked)
        if document is not None:
            yield document


def code_events(documents: Sequence[ChainedDocument]) -> list[tuple[EventMention, ...]]:
    """Our mentions in each document, all of them built as one corpus."""
    articles = [Article(d.name, None, None, None, d.text, None, d.name) for d in documents]
    mentions = build(articles).mentions
    return [tuple(m for m in mentions if m.article == article.id) for article in articles]


def match_events(document: ChainedDocument, found: Sequence[EventMention]) -> Iterator[Matched]:
    """Each gold mention with the event that ours there tells, or with one of its own."""
    ordered = sorted(found, key=lambda m: m.trigger.span)
    for number, gold in enumerate(document.events):
        ours = (
            m.event
            for start, end in gold.words
            for m in ordered
            if m.trigger.span.start < end and start < m.trigger.span.end
        )
        single = f"{document.name}:{number}"
        yield Matched("event", gold.chain, next(ours, None) or single)


def table(documents: Sequence[ChainedDocument], found: Sequence[Sequence[EventMention]]) -> str:
    """All measures as a Markdown table."""
    matched = [
        m for document, ours in zip(documents, found, strict=True) for m in match_events(document, ours)
    ]
    ids = {m.event for ours in found for m in ours}
    known = sum(m.actor in ids for m in matched)
    scores = score_clusters(matched)
    shares: Mapping[str, Shares] = {"MUC": muc(matched), "B³": scores.b3, "CEAF-e": scores.ceafe}
    conll = sum(each.f1 for each in shares.values()) / len(shares)
    rows = [f"| {name} | {s.precision:.3f} | {s.recall:.3f} | {s.f1:.3f} |" for name, s in shares.items()]
    head = f"| ECB+, {len(documents)} articles, {len(matched)} mentions, {known} of them found | P | R | F1 |"
    return "\n".join((head, "|---|--:|--:|--:|", *rows, f"| CoNLL F1 | | | {conll:.3f} |"))


if __name__ == "__main__":
    sys.exit(main())
