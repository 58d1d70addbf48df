"""Event nouns and light verbs."""

from __future__ import annotations

import pytest

from graphbuild.errors import LexiconError
from graphbuild.lexicon.nouns import load_nouns, parse_nouns


def small(**changes: object) -> dict[str, object]:
    data = {
        "sure": ["crash"],
        "with_arguments": ["order"],
        "ideas": ["hope"],
        "named": ["oscars"],
        "predicates": ["dead"],
        "light_verbs": {"carry out": "source", "suffer": "target"},
    }
    return {**data, **changes}


def test_nouns_and_light_verbs_are_read():
    nouns = parse_nouns(small())
    assert nouns.sure == {"crash"}
    assert nouns.with_arguments == {"order"}
    assert nouns.ideas == {"hope"}
    assert nouns.named == {"oscars"}
    assert nouns.predicates == {"dead"}
    assert dict(nouns.light_verbs) == {"carry out": "source", "suffer": "target"}


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"with_arguments": ["crash"]}, "crash"),
        ({"sure": ["crash", "crash"]}, "crash"),
        ({"ideas": ["hope", "crash"]}, "crash"),
        ({"named": ["order"]}, "order"),
        ({"light_verbs": {"hold": "subject"}}, "light_verbs.hold"),
        ({"maybe": []}, "maybe"),
    ],
)
def test_mistakes_are_refused_by_name(changes, named):
    with pytest.raises(LexiconError) as error:
        parse_nouns(small(**changes))
    assert named in str(error.value)


def test_the_installed_lists_tell_events_from_things():
    nouns = load_nouns()
    assert {"earthquake", "election", "merger", "bombing"} <= nouns.sure
    assert {"order", "launch", "delivery"} <= nouns.with_arguments
    assert nouns.light_verbs["launch"] == "source"
    assert nouns.light_verbs["suffer"] == "target"
    assert not {"table", "government"} & (nouns.sure | nouns.with_arguments)
