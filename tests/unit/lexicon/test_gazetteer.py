from __future__ import annotations

import pytest

from graphbuild.lexicon.gazetteer import Gazetteer, load_gazetteer


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


def keys(gazetteer: Gazetteer, name: str) -> list[str]:
    return [match.entry.key for match in gazetteer.find(name)]


def test_every_name_in_the_data_is_found_again(gazetteer: Gazetteer) -> None:
    for entry in gazetteer.entries:
        for name in entry.names:
            words = name.split()
            found = [m for m in gazetteer.match(words, 0) if m.entry is entry]
            assert [m.length for m in found] == [len(words)], (entry.key, name)
