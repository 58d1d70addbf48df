from __future__ import annotations

from itertools import combinations

import pytest

from graphbuild.errors import LexiconError
from graphbuild.lexicon.actions import Actions, load_actions, parse_actions, parse_senses


@pytest.fixture(scope="module")
def actions() -> Actions:
    return load_actions()


@pytest.mark.parametrize(
    "words",
    [
        "acquire buy purchase takeover acquisition",
        "resign quit resignation abdicate",
        "earthquake quake tremor temblor",
        "die death perish demise",
        "kill murder assassination slaying",
        "foil thwart avert prevent",
        "dismiss sack sacking dismissal",
        "appoint name appointment",
        "demonstration protest march",
        "hack cyberattack cyber-attack",
        "ceasefire cease-fire truce",
        "crash accident collide derailment",
        "airstrike air-raid drone-strike",
        "rise climb jump soar increase",
        "fall drop plunge tumble",
        "win beat defeat victory",
        "sell sale divest",
        "steal theft robbery heist",
        "apologise apologize apology",
    ],
)
def test_words_that_retell_one_event_are_in_one_group(actions: Actions, words: str) -> None:
    groups = {word: actions.of(word) for word in words.split()}
    assert None not in groups.values(), groups
    assert len(set(groups.values())) == 1, groups


@pytest.mark.parametrize(
    "words",
    [
        "shoot kill injure",
        "arrest indict convict sentence pardon",
        "convict acquit",
        "kill massacre execute",
        "acquire merge sell bid",
        "rise fall rebound raise cut",
        "win lose draw",
        "begin suspend stop resume",
        "postpone cancel",
        "accuse deny admit confirm",
        "promise threaten warn",
        "negotiate agree sign",
        "announce reveal unveil say",
        "airstrike invade ceasefire withdraw",
        "nominate elect appoint resign dismiss",
        "earthquake flood tsunami storm",
        "arrive depart return",
        "marry divorce",
        "propose approve reject amend repeal",
        "bomb defuse",
        "coup assassinate",
    ],
)
def test_words_that_a_careful_reader_keeps_apart_share_no_group(actions: Actions, words: str) -> None:
    for one, other in combinations(words.split(), 2):
        assert actions.of(one) != actions.of(other), (one, other)


@pytest.mark.parametrize(
    "word", ["strike", "fire", "hit", "issue", "decline", "close", "call", "table", "", "the"]
)
def test_words_of_many_senses_and_words_of_no_action_are_in_no_group(actions: Actions, word: str) -> None:
    assert actions.of(word) is None


def test_a_verb_is_looked_up_with_its_particle(actions: Actions) -> None:
    assert actions.of("step down") == actions.of("resignation") == "resign"
    assert actions.of("step") is None
    assert actions.of("call off") == "cancel"
    assert actions.of("call") is None


def test_a_hyphen_is_a_blank(actions: Actions) -> None:
    assert actions.of("air-strike") == actions.of("air strike") == "airstrike"


def test_every_group_is_called_by_one_of_its_words(actions: Actions) -> None:
    assert all(actions.of(name) == name for name in actions.groups.values())


def test_the_lexicon_is_as_large_as_news_needs(actions: Actions) -> None:
    assert len(set(actions.groups.values())) >= 300


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ([], "expected a mapping"),
        ({"buy": "buy"}, "buy: expected a list"),
        ({"buy": [["buy"]]}, "buy: expected text"),
        ({"buy": ["buy", "get"], "win": ["get", "win"]}, "win: 'get' is in buy too"),
        ({"halt": ["cease-fire", "halt"], "war": ["cease fire", "war"]}, "war: 'cease fire' is in halt too"),
        ({"buy": ["buy", "buy"]}, "buy: listed twice: buy"),
        ({"halt": ["cease fire", "cease-fire", "halt"]}, "halt: one word with hyphen and with blank"),
        ({"buy": ["get", "buy"]}, "buy: not sorted: 'buy'"),
        ({"buy": ["Get", "buy"]}, "buy: no lower-case lemma: 'Get'"),
        ({"buy": ["buy", "g8"]}, "buy: no lower-case lemma: 'g8'"),
        ({"buy": ["buy", "get  up"]}, "buy: no lower-case lemma"),
        ({"buy": ["buy"]}, "buy: wants two words or more"),
        ({"buy": ["get", "take"]}, "buy: wants two words or more, its own name"),
    ],
)
def test_contradictions_in_the_file_are_refused_by_file_and_entry(data: object, message: str) -> None:
    with pytest.raises(LexiconError, match=r"^actions\.yaml.*" + message):
        parse_actions(data)


@pytest.mark.parametrize(
    ("senses", "named"),
    [
        ({"strike": ["nothing"]}, "nothing"),
        ({"strike": ["die", "buy"]}, "sorted"),
        ({"Strike": ["buy"]}, "lemma"),
        ({"purchase": ["buy"]}, "other group"),
    ],
)
def test_senses_that_are_no_senses_are_refused(senses: dict[str, list[str]], named: str) -> None:
    groups = parse_actions({"buy": ["buy", "purchase"], "die": ["die", "perish"]})
    with pytest.raises(LexiconError, match=named):
        parse_senses(senses, groups)


def test_a_word_keeps_its_group_besides_its_senses(actions: Actions) -> None:
    assert actions.of("crash") == "crash"
    assert "run over" in actions.may_be("crash")
    assert actions.may_be("purchase") == frozenset()
