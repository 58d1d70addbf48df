"""ECB+ XML: tokens, mentions of events, and which of them are one event, within and across articles.

ECB+ (https://github.com/cltl/ecbPlus, CC BY 3.0) lists in ``ECBplus_coreference_sentences.csv`` the
sentences whose annotation was checked; only these are read.
"""

from __future__ import annotations

import csv
import re
import xml.etree.ElementTree as ET
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from published.sentences import Piece

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from collections.abc import Set as AbstractSet
    from pathlib import Path

CHECKED = "ECBplus_coreference_sentences.csv"
_TIGHT = re.compile(r"[,.;:!?%)\]]|'s$|n't$")
_EVENT = re.compile(r"(?:NEG_)?ACTION_")


@dataclass(frozen=True, slots=True)
class ChainedEvent:
    """A mention of an event: half-open ranges of characters, one a word, and the chain it belongs to."""

    words: tuple[tuple[int, int], ...]
    chain: str


@dataclass(frozen=True, slots=True)
class ChainedDocument:
    """An article of a topic: the text of its checked sentences, and the events in it."""

    topic: str
    name: str
    text: str
    events: tuple[ChainedEvent, ...]


def read_checked(path: Path) -> Mapping[tuple[str, str], AbstractSet[int]]:
    """Topic and file ("9ecb") to the numbers of the sentences whose annotation was checked."""
    found: dict[tuple[str, str], set[int]] = defaultdict(set)
    with path.open(encoding="utf-8", newline="") as file:
        for topic, name, sentence in list(csv.reader(file))[1:]:
            found[topic, name].add(int(sentence))
    return found


def read_ecb(path: Path, checked: Mapping[tuple[str, str], AbstractSet[int]]) -> ChainedDocument | None:
    """A document, None where none of its sentences was checked."""
    topic, _, name = path.stem.partition("_")
    sentences = checked.get((topic, name), frozenset())
    root = ET.parse(path).getroot()
    pieces = [_piece(token) for token in root.iter("token") if int(token.get("sentence", "")) in sentences]
    if not pieces:
        return None
    text, places = _join(pieces)
    chains = dict(_chains(root, path.stem))
    return ChainedDocument(topic, path.stem, text, tuple(_events(root, path.stem, places, chains)))


def _piece(token: ET.Element) -> Piece:
    return Piece(token.get("t_id", ""), int(token.get("sentence", "")), token.text or "")


def _join(pieces: Iterable[Piece]) -> tuple[str, Mapping[str, tuple[int, int]]]:
    """One sentence a line, and where each token stands."""
    text, sentence = "", None
    places: dict[str, tuple[int, int]] = {}
    for piece in pieces:
        if piece.sentence != sentence:
            text, sentence = text + ("\n" if text else ""), piece.sentence
        elif not _TIGHT.match(piece.words):
            text += " "
        places[piece.id] = (len(text), len(text) + len(piece.words))
        text += piece.words
    return text, places


def _chains(root: ET.Element, document: str) -> Iterator[tuple[str, str]]:
    """Mention to chain: an instance of the corpus, or one that only this document has."""
    instances = {mark.get("m_id"): mark.get("instance_id") for mark in root.find("Markables") or ()}
    for relation in root.find("Relations") or ():
        target = next((each.get("m_id") for each in relation.iter("target")), None)
        chain = instances.get(target) or relation.get("note") or f"{document}:{target}"
        if relation.tag == "INTRA_DOC_COREF":
            chain = f"{document}:{chain}"
        for source in relation.iter("source"):
            yield source.get("m_id", ""), chain


def _events(
    root: ET.Element, document: str, places: Mapping[str, tuple[int, int]], chains: Mapping[str, str]
) -> Iterator[ChainedEvent]:
    for mark in root.find("Markables") or ():
        tokens = [anchor.get("t_id", "") for anchor in mark.iter("token_anchor")]
        if _EVENT.match(mark.tag) and tokens and tokens[0] in places:
            key = mark.get("m_id", "")
            words = tuple(places[token] for token in tokens if token in places)
            yield ChainedEvent(words, chains.get(key, f"{document}:single {key}"))
