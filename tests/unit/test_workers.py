from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING

import pytest

from graphbuild import workers
from graphbuild.errors import BuildError, ModelError
from graphbuild.workers import PARCEL, reader
from tests.plain_reader import article, read_plainly

if TYPE_CHECKING:
    from graphbuild.model.text import Article
    from graphbuild.model.timeline import ArticleRecord


def _plainly(articles: list[Article], model: str) -> list[ArticleRecord]:
    if model == "deadly":
        os.kill(os.getpid(), signal.SIGKILL)
    return list(read_plainly(articles))


def test_several_processes_give_the_records_of_one_in_the_same_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_read_parcel", _plainly)
    articles = [article(str(n), "Iran hit Iraq") for n in range(2 * PARCEL + 3)]
    assert list(reader("m", 2)(articles)) == list(read_plainly(articles))


@pytest.mark.parametrize("number", [1, 2])
def test_a_build_with_nothing_new_loads_no_model(number: int) -> None:
    assert list(reader("no_such_model", number)([])) == []


@pytest.mark.parametrize("number", [1, 2])
def test_a_missing_model_is_told_whatever_the_number_of_processes(number: int) -> None:
    with pytest.raises(ModelError, match="no_such_model"):
        list(reader("no_such_model", number)([article("a", "Iran hit Iraq")]))


def test_a_process_that_dies_is_told_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_read_parcel", _plainly)
    with pytest.raises(BuildError, match="fewer --workers"):
        list(reader("deadly", 2)([article("a", "Iran hit Iraq")]))


def test_only_a_few_parcels_are_read_ahead(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_read_parcel", _plainly)
    taken: list[int] = []

    def endless() -> object:
        for number in range(100 * PARCEL):
            taken.append(number)
            yield article(str(number), "Iran hit Iraq")

    records = reader("m", 2)(endless())  # type: ignore[arg-type]
    next(records)
    assert len(taken) <= 2 * workers.WAITING * PARCEL
    records.close()  # type: ignore[attr-defined]
