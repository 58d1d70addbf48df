"""Parses written down, so that the stages after parsing are tested without a parser.

A file of `data/parses/` holds blocks: a line ``# name: text``, then a line for each token,
``form lemma POS TAG dep head [entity]``, with ``/`` between sentences and an empty line
at the end. ``head`` counts tokens of the block from 1, 0 is a root; ``entity`` is a label,
with ``+`` in front where the token goes on with the entity before it.

``python -m tests.parses "Rebels fled."`` prints the block of a text as the default model
parses it; read it, and put right what is wrong, before it goes into a file.
"""

from __future__ import annotations

import itertools
import re
import sys
from functools import cache
from pathlib import Path

from graphbuild.model.clause import Clause, TriggerKind
from graphbuild.model.parse import NamedEntity, Parse, Sentence, Token
from graphbuild.model.text import PassageKind, Span

FOLDER = Path(__file__).parent / "data" / "parses"


def make_parse(block: str, text: str | None = None, kind: PassageKind = PassageKind.PROSE) -> Parse:
    """The parse that the lines of a block say; without ``text`` words stand one blank apart."""
    rows = [line.split() for line in block.strip().splitlines()]
    words = [row[0] for row in rows if row != ["/"]]
    text = " ".join(words) if text is None else text
    tokens: list[Token] = []
    entities: list[NamedEntity] = []
    breaks = [0]
    at = 0
    for row in rows:
        if row == ["/"]:
            breaks.append(len(tokens))
            continue
        form, lemma, pos, tag, dep, head = row[:6]
        start = text.index(form, at)
        at = start + len(form)
        index = len(tokens)
        label = _add_entity(entities, index, row[6] if len(row) > 6 else "")
        above = int(head) - 1 if int(head) else index
        tokens.append(Token(index, start, at, form, lemma, pos, tag, dep, above, label))
    breaks.append(len(tokens))
    sentences = [
        Sentence(Span(tokens[first].start, tokens[last - 1].end), number, first, last, kind)
        for number, (first, last) in enumerate(itertools.pairwise(breaks))
    ]
    return Parse(tuple(tokens), tuple(sentences), tuple(entities))


def _add_entity(entities: list[NamedEntity], index: int, mark: str) -> str:
    label = mark.removeprefix("+")
    if mark.startswith("+"):
        entities[-1] = NamedEntity(entities[-1].first, index + 1, label)
    elif label:
        entities.append(NamedEntity(index, index + 1, label))
    return label


@cache
def _blocks() -> dict[str, tuple[str, str]]:
    found: dict[str, tuple[str, str]] = {}
    for path in sorted(FOLDER.glob("*.txt")):
        for block in re.split(r"\n\s*\n", path.read_text("utf-8").strip()):
            head, _, body = block.partition("\n")
            match = re.fullmatch(r"# (\w+): (.+)", head)
            assert match, f"{path.name}: no block begins with {head!r}"
            assert match[1] not in found, f"{path.name}: {match[1]} is there twice"
            found[match[1]] = (match[2], body)
    return found


def names() -> tuple[str, ...]:
    """The names of all parses that are written down."""
    return tuple(_blocks())


def text_of(name: str) -> str:
    """The text of a parse that is written down."""
    return _blocks()[name][0]


@cache
def parse_of(name: str) -> Parse:
    """A parse that is written down."""
    text, body = _blocks()[name]
    return make_parse(body, text)


def index_of(parse: Parse, word: str) -> int:
    """The first token with this form; "word/2" is the second."""
    form, _, number = word.partition("/")
    found = [t.index for t in parse.tokens if t.text == form]
    assert found, f"no token {form!r} in {[t.text for t in parse.tokens]}"
    return found[int(number or 1) - 1]


def words_at(parse: Parse, indices: tuple[int, ...] | frozenset[int]) -> list[str]:
    """The forms of tokens, in text order."""
    return [parse.tokens[i].text for i in sorted(indices)]


def clause_at(parse: Parse, word: str, **given: object) -> Clause:
    """The clause of a trigger with nothing but what is given; a noun by its part of speech."""
    head = index_of(parse, word)
    facts = {
        "head": head,
        "tokens": (head,),
        "kind": TriggerKind.NOUN if parse.tokens[head].pos == "NOUN" else TriggerKind.VERB,
        "action": parse.tokens[head].lemma,
        **dict.fromkeys(("type", "planned", "mode", "code", "carrier", "pattern")),
        "sources": (),
        "targets": (),
    }
    return Clause(**(facts | given))  # type: ignore[arg-type]


def dump(name: str, text: str) -> str:
    """The block of a text as the default model parses it."""
    from graphbuild.stages.parsing import load_parser

    doc = load_parser().nlp(text)
    lines = [f"# {name}: {text}"]
    for token in doc:
        if token.is_sent_start and token.i:
            lines.append("/")
        mark = ("+" if token.ent_iob_ == "I" else "") + token.ent_type_
        head = 0 if token.head == token else token.head.i + 1
        fields = (token.text, token.lemma_.lower(), token.pos_, token.tag_, token.dep_, head, mark)
        lines.append(" ".join(str(f) for f in fields).rstrip())
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.stdout.write("\n".join(dump(f"text{n}", t) for n, t in enumerate(sys.argv[1:], 1)))
