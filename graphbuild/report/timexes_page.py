"""One text with its time expressions marked, as a static page: no script, nothing fetched."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from graphbuild.model.time import TimexType
from graphbuild.query.wording import harmless, one_line, say_basis, spell_time
from graphbuild.report.scene import DARK, LIGHT, Ink
from graphbuild.report.svg import open_templates

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from graphbuild.model.text import Article
    from graphbuild.model.time import Timex

_MEANINGS = {
    TimexType.DATE: "a stretch of the calendar",
    TimexType.TIME: "a time of day",
    TimexType.DURATION: "how long",
    TimexType.SET: "how often",
}
_NO_DAY = "on no calendar day"


@dataclass(frozen=True, slots=True)
class _Mark:
    """A time expression with the text between it and the one before."""

    before: str
    words: str
    anchor: str
    kind: str
    value: str
    days: str
    basis: str


@dataclass(frozen=True, slots=True)
class _Kind:
    """A line of the legend."""

    name: str
    meaning: str
    count: int


@dataclass(frozen=True, slots=True)
class _Page:
    """All that the template prints."""

    title: str
    facts: tuple[str, ...]
    kinds: tuple[_Kind, ...]
    marks: tuple[_Mark, ...]
    rest: str


def render_timexes(article: Article, timexes: Iterable[Timex]) -> bytes:
    """The page, as HTML; ``timexes`` are in order and do not overlap.

    The text stands as the article has it, but for control characters and overrides of the
    reading direction, each of which is U+FFFD.
    """
    found = tuple(timexes)
    text = harmless(article.text)
    page = _Page(
        title=one_line(article.title or article.origin),
        facts=tuple(_facts(article)),
        kinds=tuple(_kinds(found)),
        marks=tuple(_marks(text, found)),
        rest=text[found[-1].span.end if found else 0 :],
    )
    template = open_templates().get_template("timexes.html")
    return template.render(page=page, light=_variables(LIGHT), dark=_variables(DARK)).encode(errors="replace")


def _variables(colours: Mapping[Ink, str]) -> Markup:
    return Markup("; ".join(f"--{ink}: {colour}" for ink, colour in colours.items()))


def _facts(article: Article) -> Iterator[str]:
    if article.outlet is not None:
        yield one_line(article.outlet)
    if article.published is None:
        yield "publication date unknown: relative dates stay open"
    else:
        known = f" ({article.published_from.value})" if article.published_from else ""
        yield f"published {article.published}{known}"
    yield f"article {one_line(article.id)}"


def _kinds(timexes: Iterable[Timex]) -> Iterator[_Kind]:
    counted = Counter(timex.type for timex in timexes)
    for kind, meaning in _MEANINGS.items():
        yield _Kind(kind.value, meaning, counted[kind])


def _marks(text: str, timexes: Iterable[Timex]) -> Iterator[_Mark]:
    done = 0
    for number, timex in enumerate(timexes, 1):
        yield _Mark(
            before=text[done : timex.span.start],
            words=timex.span.of(text),
            anchor=f"t{number}",
            kind=timex.type.value,
            value=" ".join(filter(None, (timex.value, timex.mod))),
            days=spell_time(timex.when) if timex.when else _NO_DAY,
            basis=say_basis(timex.when) if timex.when else "",
        )
        done = timex.span.end
