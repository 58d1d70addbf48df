"""A hand-made timeline of a made-up quarrel between two countries, for tests of what comes after a build."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from graphbuild.model.actor import (
    Actor,
    ActorKind,
    Appearance,
    MentionForm,
    NameSeen,
    Participant,
    Place,
    PlaceMention,
)
from graphbuild.model.event import (
    Event,
    EventMention,
    EventTime,
    Evidence,
    Quantity,
    SentenceRef,
    Status,
    Trigger,
)
from graphbuild.model.ids import actor_id, event_id, mention_id, place_id, story_id
from graphbuild.model.story import Story
from graphbuild.model.text import Article, Passage, PassageKind, PublishedFrom, Span
from graphbuild.model.time import Basis, Granularity, TimeSpan
from graphbuild.model.timeline import ReadArticle, Timeline

HERALD = """Border post shelled
On Monday the Avonian army shelled a border post near Drell, killing at least 11 people.
Borland accused Avonia of the attack. "We did not fire a shot," said Avonia's president, Ilva Tarn.
Tarn will meet Borland's premier next week, her office said.
"""
POST = """Avonia denies <b>attack</b> & blames rebels
Avonia denied on Tuesday that its army attacked Drell. Rebels may have fired the shells.
Nine people were killed, Borland said. Borland withdrew its ambassador in January.
Years ago the two had signed a treaty.
"""

AVONIA = Actor(
    actor_id("avonia"), "Avonia", ("Avonia", "Avonian"), ActorKind.COUNTRY, "AVO", "GOV", None, None, ()
)
ARMY = Actor(
    actor_id("army"),
    "Avonian Army",
    ("Avonian Army", "the Avonian army"),
    ActorKind.ORGANISATION,
    "AVO",
    "MIL",
    None,
    None,
    (),
)
BORLAND = Actor(actor_id("borland"), "Borland", ("Borland",), ActorKind.COUNTRY, "BOR", "GOV", None, None, ())
TARN = Actor(
    actor_id("tarn"),
    "Ilva Tarn",
    ("Ilva Tarn", "Tarn"),
    ActorKind.PERSON,
    "AVO",
    "GOV",
    None,
    "Q0",
    ("president",),
)
REBELS = Actor(actor_id("rebels"), "rebels", ("Rebels",), ActorKind.UNNAMED, None, "REB", None, None, ())
DRELL = Place(place_id("drell"), "Drell", "BOR", 1.5, 2.5, None)

DAY = TimeSpan(date(2021, 3, 8), date(2021, 3, 8), Granularity.DAY, Basis.RELATIVE)
NEXT_DAY = TimeSpan(date(2021, 3, 9), date(2021, 3, 9), Granularity.DAY, Basis.RELATIVE)
NEXT_WEEK = TimeSpan(date(2021, 3, 15), date(2021, 3, 21), Granularity.WEEK, Basis.RELATIVE)
JANUARY = TimeSpan(date(2021, 1, 1), date(2021, 1, 31), Granularity.MONTH, Basis.RELATIVE)
UNDATED = TimeSpan(None, None, Granularity.UNKNOWN, Basis.UNKNOWN)


@dataclass(frozen=True, slots=True)
class Told:
    """A report, as short as one can write it down."""

    article: str
    sentence: str
    trigger: str
    lemma: str
    time: TimeSpan
    type: str | None = None
    mode: str | None = None
    quad_class: int | None = None
    sources: tuple[Actor, ...] = ()
    targets: tuple[Actor, ...] = ()
    place: Place | None = None
    status: Status = Status.ASSERTED
    speaker: tuple[str, Actor] | None = None
    killed: tuple[str, float, float | None] | None = None


TEXTS = {"herald-1": HERALD, "post-7": POST}
OUTLETS = {"herald-1": "The Herald", "post-7": "The Post"}


def _span(told: Told, words: str) -> Span:
    text = TEXTS[told.article]
    start = text.index(words, text.index(told.sentence))
    return Span(start, start + len(words))


def _participant(told: Told, actor: Actor) -> Participant:
    return Participant(_span(told, told.trigger), told.trigger, actor.id)


def mention_of(told: Told, event: str | None = None) -> EventMention:
    """The mention that a report stands for; role words are, for brevity, the trigger's."""
    trigger = _span(told, told.trigger)
    speaker = told.speaker
    said = Participant(_span(told, speaker[0]), speaker[0], speaker[1].id) if speaker else None
    return EventMention(
        id=mention_id(told.article, trigger.start, trigger.end),
        article=told.article,
        sentence=SentenceRef(_span(told, told.sentence), TEXTS[told.article][: trigger.start].count("\n")),
        trigger=Trigger(trigger, told.trigger, told.lemma),
        action=told.lemma,
        type=told.type,
        mode=told.mode,
        code=None,
        quad_class=told.quad_class,
        sources=tuple(_participant(told, actor) for actor in told.sources),
        targets=tuple(_participant(told, actor) for actor in told.targets),
        place=PlaceMention(trigger, told.trigger, told.place) if told.place else None,
        time=EventTime(told.time, None, None, None) if told.time != UNDATED else None,
        status=told.status,
        attribution=said,
        quantities=_quantities(told),
        event=event,
    )


def _quantities(told: Told) -> tuple[Quantity, ...]:
    if told.killed is None:
        return ()
    words, low, high = told.killed
    return (Quantity("killed", low, high, None, _span(told, words), words),)


def event_of(*reports: Told) -> Event:
    """The event that these reports tell, with what the first of them says."""
    first = reports[0]
    mentions = [mention_of(told) for told in reports]
    return Event(
        id=event_id(mentions[0].id),
        type=first.type,
        mode=first.mode,
        code=None,
        quad_class=first.quad_class,
        action=first.lemma,
        sources=tuple(sorted(actor.id for actor in first.sources)),
        targets=tuple(sorted(actor.id for actor in first.targets)),
        place=first.place,
        time=first.time,
        status=first.status,
        quantities=mentions[0].quantities,
        evidence=tuple(
            Evidence(m.id, m.article, OUTLETS[m.article], m.status, m.sentence.span, told.sentence)
            for m, told in zip(mentions, reports, strict=True)
        ),
        outlets=tuple(sorted({OUTLETS[told.article] for told in reports})),
    )


SHELLED = "On Monday the Avonian army shelled a border post near Drell, killing at least 11 people."
DENIED = "Avonia denied on Tuesday that its army attacked Drell."
KILLED = "Nine people were killed, Borland said."
ACCUSED = "Borland accused Avonia of the attack."

PRESIDENT = '"We did not fire a shot," said Avonia\'s president, Ilva Tarn.'

CALLED = (
    ("herald-1", AVONIA, ("Avonia",), ACCUSED),
    ("herald-1", BORLAND, ("Borland",), ACCUSED),
    ("herald-1", TARN, ("Ilva Tarn", "Tarn"), PRESIDENT),
    ("post-7", AVONIA, ("Avonia",), DENIED),
    ("post-7", BORLAND, ("Borland",), KILLED),
)
"""(article, actor, what the article calls it, the sentence that does), each name twice."""

REPORTS = (
    (
        Told(
            "herald-1", SHELLED, "shelled", "shell", DAY, "ASSAULT", "heavy-weapons", 4,
            (ARMY,), (BORLAND,), DRELL, killed=("at least 11", 11, None),
        ),
        Told(
            "post-7", DENIED, "attacked", "attack", DAY, "ASSAULT", None, 4,
            (ARMY,), (BORLAND,), DRELL, Status.DENIED, speaker=("Avonia", AVONIA),
        ),
    ),
    (Told("herald-1", ACCUSED, "accused", "accuse", DAY, "ACCUSE", None, 3, (BORLAND,), (AVONIA,)),),
    (
        Told(
            "herald-1", '"We did not fire a shot," said Avonia\'s president, Ilva Tarn.', "fire", "fire",
            UNDATED, "ASSAULT", None, 4, (AVONIA,), (), None, Status.DENIED, speaker=("Ilva Tarn", TARN),
        ),
    ),
    (
        Told(
            "herald-1", "Tarn will meet Borland's premier next week, her office said.", "meet", "meet",
            NEXT_WEEK, "CONSULT", None, 1, (TARN,), (BORLAND,), None, Status.PLANNED,
        ),
    ),
    (Told("post-7", DENIED, "denied", "deny", NEXT_DAY, "REJECT", None, 3, (AVONIA,), (BORLAND,)),),
    (
        Told(
            "post-7", "Rebels may have fired the shells.", "fired", "fire", UNDATED, "ASSAULT", None, 4,
            (REBELS,), (), None, Status.HYPOTHETICAL,
        ),
    ),
    (
        Told(
            "post-7", KILLED, "killed", "kill", UNDATED, "ASSAULT", None, 4, (), (), None, Status.ALLEGED,
            speaker=("Borland", BORLAND), killed=("Nine", 9, 9),
        ),
    ),
    (
        Told(
            "post-7", "Borland withdrew its ambassador in January.", "withdrew", "withdraw", JANUARY,
            "SANCTION", "withdraw", 4, (BORLAND,), (AVONIA,),
        ),
    ),
    (Told("post-7", "Years ago the two had signed a treaty.", "signed", "sign", UNDATED, None, None, None,
          (AVONIA, BORLAND)),),
)  # fmt: skip


def sample_timeline() -> Timeline:
    """Nine events in two articles by two outlets: every status, undated ones, a contradicted one."""
    events = [event_of(*reports) for reports in REPORTS]
    mentions = [
        replace(mention_of(told), event=event.id)
        for event, reports in zip(events, REPORTS, strict=True)
        for told in reports
    ]
    return Timeline(
        articles=(
            _article("herald-1", "Border post shelled", date(2021, 3, 9)),
            _article("post-7", "Avonia denies <b>attack</b> & blames rebels", date(2021, 3, 9)),
        ),
        mentions=tuple(sorted(mentions, key=lambda mention: mention.id)),
        events=tuple(sorted(events, key=lambda event: event.id)),
        actors=tuple(sorted((AVONIA, ARMY, BORLAND, TARN, REBELS), key=lambda actor: actor.id)),
        places=(DRELL,),
        appearances=tuple(sorted(map(_appearance, CALLED), key=lambda a: (a.article, a.actor))),
        stories=(_story(events),),
    )


def _story(events: list[Event]) -> Story:
    told = tuple(sorted(event.id for event in events if event.time != UNDATED))
    return Story(
        story_id("herald-1"), "Border post shelled", "herald-1", date(2021, 1, 1), date(2021, 3, 9),
        ("herald-1", "post-7"), told, (BORLAND.id, AVONIA.id, ARMY.id),
    )  # fmt: skip


def _appearance(called: tuple[str, Actor, tuple[str, ...], str]) -> Appearance:
    article, actor, names, sentence = called
    text = TEXTS[article]
    start = text.index(sentence)
    seen = [(name, text.index(name, start)) for name in names]
    return Appearance(
        actor.id, article, names[0], actor.kind, actor.country, actor.sector, actor.roles,
        tuple(
            NameSeen(name, MentionForm.NAME, 2, Span(at, at + len(name)), Span(start, start + len(sentence)))
            for name, at in seen
        ),
    )  # fmt: skip


def _article(key: str, title: str, published: date) -> ReadArticle:
    text = TEXTS[key]
    article = Article(key, OUTLETS[key], title, published, text, None, f"{key}.txt", PublishedFrom.HEADER)
    headline = text.index("\n")
    return ReadArticle(
        article,
        (
            Passage(Span(0, headline), PassageKind.HEADLINE),
            Passage(Span(headline + 1, len(text)), PassageKind.PROSE),
        ),
    )
