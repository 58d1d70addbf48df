from __future__ import annotations

import pytest

from graphbuild.stages.stemming import stem


@pytest.mark.parametrize(
    ("one", "other"),
    [("resign", "resignation"), ("bomb", "bombing"), ("carry out", "carry")],
)
def test_a_verb_and_its_noun_have_one_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


def test_different_actions_keep_apart() -> None:
    assert len({stem(a) for a in ("attack", "arrest", "meet", "sign", "flee", "protest")}) == 6
