"""Made-up reports of one landslide, and what syndication makes of them."""

from __future__ import annotations

import re
from datetime import date

from graphbuild.model.text import Article, Passage, PassageKind, Span
from graphbuild.model.timeline import ArticleRecord
from graphbuild.stages.copies import sketch

DAY = date(2022, 5, 3)

WIRE = (
    "A landslide buried two villages in the Orrin valley on Monday, killing at least 14 people.",
    "Rescue teams from the town of Teller reached the first houses after six hours, the mayor's office said.",
    "The slope above Upper Orrin had been closed to walkers since a smaller slide in March.",
    "Engineers from the regional road authority warned last week that drains were blocked.",
    "Electricity to about 3,000 homes was cut when the mud took down a line near Teller.",
    "The governor, Mara Lindqvist, cancelled a trip abroad and called the cabinet for Tuesday.",
    "Farmers along the lower river were told to move their animals before nightfall.",
    "Forecasters expect another 40 millimetres of rain in the hills by Wednesday morning.",
)
OTHER_WRITER = (
    "At least 14 villagers died on Monday when mud swept through Upper and Lower Orrin.",
    'Governor Mara Lindqvist said: "We will not rest until every family has been found and every house searched."',
    "Survivors described a noise like an aeroplane before the hillside gave way.",
    "It took crews from Teller most of the day to dig a way in, and phones there do not work.",
    "The road authority had spoken of blocked drains only days earlier.",
    "More rain is on its way, and people by the river have been sent to a school in Teller.",
)
LEAD = "Fourteen people or more lost their lives when mud covered two Orrin valley villages, officials said Monday."


def article(
    key: str,
    sentences: tuple[str, ...],
    outlet: str | None = None,
    title: str | None = None,
    published: date | None = DAY,
) -> Article:
    """An article with one sentence a line."""
    return Article(key, outlet or key.title(), title, published, "\n".join(sentences), None, f"{key}.txt")


def lines_of(found: Article) -> tuple[Span, ...]:
    """The sentences of such an article."""
    return tuple(Span(*match.span()) for match in re.finditer(r"[^\n]+", found.text))


def record(found: Article) -> ArticleRecord:
    """A record with all that copies are told by, and no events."""
    lines = lines_of(found)
    passages = (Passage(Span(0, len(found.text)), PassageKind.PROSE),) if found.text else ()
    return ArticleRecord(found, passages, (), (), (), (), lines, sketch(found, lines))
