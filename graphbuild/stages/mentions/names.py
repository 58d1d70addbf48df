"""Where names stand in a parse, and what kind of name each is.

The parser's entities are repaired by the gazetteer and completed by runs of proper nouns
that the parser left without a label.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graphbuild.lexicon.gazetteer import Entry, Gazetteer, NameForm
from graphbuild.model.parse import NamedEntity, Parse
from graphbuild.stages.mentions.offices import (
    PERSON,
    TITLES,
    is_office_of,
    is_role,
    is_title,
    opens_title,
    opens_with_office,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphbuild.lexicon.roles import Roles

ORG, GPE, THING, UNKNOWN = "ORG", "GPE", "PRODUCT", ""
_USED = {"PERSON": PERSON, "ORG": ORG, "GPE": GPE, "NORP": ORG, "LOC": GPE, "FAC": GPE, "PRODUCT": THING}
_OTHER = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "ORDINAL", "QUANTITY", "LANGUAGE", "LAW"})


@dataclass(frozen=True, slots=True)
class Name:
    """A name at tokens ``first`` to ``last`` (exclusive).

    ``head`` is the token by which the name hangs in its sentence; ``entries`` what the
    gazetteer knows under it, ``form`` how it was used there.
    """

    first: int
    last: int
    head: int
    label: str
    entries: tuple[Entry, ...]
    form: NameForm | None


def find_names(parse: Parse, gazetteer: Gazetteer, roles: Roles) -> tuple[Name, ...]:
    """All names in text order; none overlaps another."""
    taken: set[int] = set()
    found: list[Name] = []
    known = list(_known(parse, gazetteer))
    for entity in _repaired(parse, roles):
        if entity.label == PERSON and _is_brand(parse, entity, roles):
            taken.update(range(entity.first, entity.last))
            continue
        if any(_overrides(k, entity) for k in known if k.first < entity.last and entity.first < k.last):
            continue
        span = range(entity.first, entity.last)
        taken.update(span)
        found.append(_name(parse, entity.first, entity.last, entity.label, (), None))
    for name in known:
        span = range(name.first, name.last)
        if not taken.intersection(span):
            taken.update(span)
            found.append(name)
    found.extend(_loose(parse, taken, roles))
    return tuple(sorted(found, key=lambda n: n.first))


def _name(
    parse: Parse, first: int, last: int, label: str, entries: tuple[Entry, ...], form: NameForm | None
) -> Name:
    return Name(first, last, head_of(parse, first, last), label, entries, form)


def head_of(parse: Parse, first: int, last: int) -> int:
    """The token of a stretch whose own head is outside of it; the last such."""
    for index in range(last - 1, first - 1, -1):
        token = parse.tokens[index]
        if (not first <= token.head < last or token.head == index) and token.dep not in ("case", "punct"):
            return index
    return last - 1


def _known(parse: Parse, gazetteer: Gazetteer) -> Iterator[Name]:
    words = [t.text for t in parse.tokens]
    for sentence in parse.sentences:
        stop, at = sentence.last, sentence.first
        part = words[sentence.first : stop]
        while at < stop:
            matches = gazetteer.match(part, at - sentence.first) if _may_begin(words[at]) else ()
            if not matches:
                at += 1
                continue
            first = at + (1 if words[at].lower() == "the" else 0)
            at += matches[0].length
            if parse.tokens[first].entity in ("DATE", "MONEY", "PERCENT"):
                continue
            yield _name(parse, first, at, UNKNOWN, tuple(m.entry for m in matches), matches[0].form)


def _may_begin(word: str) -> bool:
    first = word[:1]
    return first.isupper() or first.isdigit() or word in ("the", "al")


def _repaired(parse: Parse, roles: Roles) -> Iterator[NamedEntity]:
    """The parser's entities without titles in front, possessives behind, and what a slash glued on."""
    for entity in parse.entities:
        label = _USED.get(entity.label)
        if label is None:
            continue
        first, last = _trimmed(parse, entity)
        while first < last and is_title(parse, first, last, label, roles):
            label = PERSON if opens_with_office(parse, first, last, roles) else label
            first += 1
        if first == last or opens_title(parse, first, last, roles):
            continue
        last = _whole(parse, last, label, roles)
        if any(parse.tokens[i].text[:1].isupper() for i in range(first, last)):
            yield NamedEntity(first, last, label)


def _trimmed(parse: Parse, entity: NamedEntity) -> tuple[int, int]:
    """Where an entity ends before a slash, a possessive or a sign that the parser took in."""
    cut = (i for i in range(entity.first + 1, entity.last) if parse.tokens[i].text in ("/", "--", "|"))
    last = next(cut, entity.last)
    while last > entity.first:
        token = parse.tokens[last - 1]
        if token.tag != "POS" and token.pos not in ("PUNCT", "SPACE"):
            break
        last -= 1
    return entity.first, last


def _whole(parse: Parse, last: int, label: str, roles: Roles) -> int:
    """Where a person's name really ends: the parser cuts off surnames ("Karim | Haddad")."""
    tokens = parse.tokens
    while label in (PERSON, ORG) and last < len(tokens):
        token, before = tokens[last], tokens[last - 1]
        joined = before.dep == "compound" and before.head == last and token.start == before.end + 1
        if not joined or token.pos != "PROPN" or token.entity or roles.find(token.text.lower()) is not None:
            break
        last += 1
    return last


def _overrides(known: Name, entity: NamedEntity) -> bool:
    """Whether the gazetteer knows better than the parser of a stretch that both claim a part of."""
    if known.first <= entity.first and entity.last <= known.last:
        return True
    # "Iraqi National Security Council" is more than Iraq; "President Trump Tower" we cannot know.
    return entity.label != ORG and known.form is NameForm.NAME and known.last - known.first > 1


def _is_brand(parse: Parse, entity: NamedEntity, roles: Roles) -> bool:
    """Whether a "person" of several words only says which thing is meant: "Strike Eagle fighters"."""
    head = parse.tokens[head_of(parse, entity.first, entity.last)]
    governor = parse.tokens[head.head]
    if entity.last - entity.first < 2 or head.dep not in ("compound", "nmod", "amod"):
        return False
    return (
        governor.tag in ("NN", "NNS")
        and not governor.text[:1].isupper()
        and not _is_person(governor.lemma, roles)
    )


def _is_person(lemma: str, roles: Roles) -> bool:
    role = roles.find(lemma)
    return role is not None and role.person and lemma not in ("fighter", "bomber")


def _loose(parse: Parse, taken: set[int], roles: Roles) -> Iterator[Name]:
    """Runs of proper nouns that nobody claimed yet; a mere title ("Prime Minister") is none."""
    for sentence in parse.sentences:
        at = sentence.first
        while at < sentence.last:
            end = at
            while (
                end < sentence.last
                and end not in taken
                and (_is_loose(parse, end) or (end > at and _joins(parse, end)))
            ):
                end += 1
            if (
                end > at
                and any(len(parse.tokens[i].text) > 1 for i in range(at, end))
                and not is_role(parse, at, end, roles)
                and not opens_title(parse, at, end, roles)
                and not is_office_of(parse, end, taken, roles)
            ):
                yield _name(parse, at, end, UNKNOWN, (), None)
            at = max(end, at + 1)


def _is_loose(parse: Parse, index: int) -> bool:
    token = parse.tokens[index]
    if token.pos != "PROPN" or not token.text[:1].isupper() or token.entity in _OTHER:
        return False
    return token.text.lower().rstrip(".") not in TITLES


def _joins(parse: Parse, index: int) -> bool:
    """Whether a token ties two halves of one name without a blank: "Mar-a-Lago"."""
    token, before = parse.tokens[index], parse.tokens[index - 1]
    after = parse.tokens[index + 1] if index + 1 < len(parse.tokens) else None
    return (
        before.end == token.start
        and after is not None
        and after.start == token.end
        and token.text.isprintable()
        and (token.text == "-" or before.text == "-")
    )


def words_of(parse: Parse, first: int, last: int) -> str:
    """The words of a stretch as they stand in the text, blanks made single."""
    tokens = parse.tokens[first:last]
    out = ""
    for index, token in enumerate(tokens):
        if index and token.start > tokens[index - 1].end:
            out += " "
        out += token.text
    return out
