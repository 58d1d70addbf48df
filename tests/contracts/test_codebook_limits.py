"""Sentences that must not be coded as what they look like, by the whole chain of stages.

The examples of the codebook say what its patterns code; these say what they must leave to others.
"""

from __future__ import annotations

import pytest

from graphbuild.model.text import Article
from graphbuild.pipeline import load_toolkit, read_records

# Sentence, the word that looks like an event of another type, and what it is.
CASES = (
    # accidents kill without an attacker
    ("The helicopter crashed, killing four soldiers.", "killing", "DIE"),
    ("A plane crash killing 176 people shocked the town.", "killing", "DIE"),
    ("The airliner crashed on Wednesday, killing 176.", "killing", "DIE"),
    ("The helicopter crashed, wounding four soldiers.", "wounding", None),
    ("The wall collapsed, killing two protesters.", "killing", "DIE"),
    ("Rebels stormed the camp, killing four soldiers.", "killing", "ASSAULT"),
    # flights are cancelled by weather and airlines, not only in anger
    ("Dozens of flights were cancelled because of snow.", "cancelled", None),
    ("The airline cancelled its flights to Tehran.", "cancelled", None),
    ("Lufthansa suspended its flights to Tehran.", "suspended", None),
    # revenge is no good that is promised
    ("Iran vowed revenge for the raid.", "vowed", "THREATEN"),
    ("Iran promised revenge for the raid.", "promised", "THREATEN"),
    ("The rebels pledged retaliation.", "pledged", "THREATEN"),
    # what a thing meets with is nobody whom it sees
    ("The arrest was met with cries of joy.", "met", None),
    ("The president met with cries of anger from the crowd.", "met", None),
    ("The plan was met with jeers and boos.", "met", None),
    # figures of speech, and words with another sense
    ("The army launched an attack on the village.", "attack", "ASSAULT"),
    ("The government launched a campaign against malaria.", "campaign", None),
    ("He acquired a reputation for honesty.", "acquired", None),
    ("The central bank resigned itself to inflation.", "resigned", None),
    ("Police fired tear gas at the students.", "fired", "ASSAULT"),
    ("The talks died on Friday.", "died", None),
    ("Tension rose along the border.", "rose", None),
    ("The city fell to the rebels.", "fell", None),
    ("The rebels released a video.", "released", None),
    ("He retired to bed.", "retired", None),
    ("He named his son Omar.", "named", None),
    ("A flood of refugees crossed the border.", "flood", None),
    ("The storm of protest surprised the minister.", "storm", None),
    # PLOVER's politicians step down, others resign
    ("The prime minister resigned on Monday.", "resigned", "RETREAT"),
    ("The chief executive of the bank resigned on Monday.", "resigned", "RESIGN"),
    # suits of a business, and of a man of business
    ("Oracle sued Google.", "sued", "SUE"),
    ("Oracle's lawsuit against Google failed.", "lawsuit", "SUE"),
    ("A Kenyan businessman sued Tanzania.", "sued", "ACCUSE"),
    # a fall of prices is no accident
    ("Share prices crashed on Friday.", "crashed", "FALL"),
    ("The stock market crash wiped out savings.", "stock market crash", "FALL"),
    ("A Syrian jet crashed near the border.", "crashed", "DISASTER"),
)


@pytest.mark.model
def test_words_are_not_coded_as_what_they_look_like():
    articles = [
        Article(f"limit {n}", None, None, None, text, None, "tests") for n, (text, _, _) in enumerate(CASES)
    ]
    wrong = {}
    for (text, word, wanted), record in zip(CASES, read_records(articles, load_toolkit()), strict=True):
        found = {event.trigger.text: event.type for event in record.events}
        if found.get(word, "no event") != wanted:
            wrong[text] = found
    assert not wrong, "\n".join(f"{text} {found}" for text, found in wrong.items())


@pytest.mark.model
def test_no_price_of_shares_or_quake_has_a_quad_class():
    text = "Shares in the bank plunged on Friday. An earthquake struck the island."
    record = next(iter(read_records([Article("s", None, None, None, text, None, "tests")], load_toolkit())))
    typed = [(e.type, e.quad_class, e.code) for e in record.events if e.type]
    assert ("FALL", None, None) in typed
    assert {kind for kind, *rest in typed if rest != [None, None]} == set()
