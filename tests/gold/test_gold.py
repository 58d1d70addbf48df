"""The program against texts whose events a person wrote down."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graphbuild.model.text import Article
from graphbuild.pipeline import load_toolkit, read_records
from tests.gold.corpus import GoldCase, read_cases
from tests.gold.matching import misses, offences

if TYPE_CHECKING:
    from graphbuild.model.timeline import ArticleRecord

CASES = tuple(read_cases())
pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def records() -> dict[str, ArticleRecord]:
    """All cases read in one go: batches are how the program works, and quicker."""
    articles = [Article(c.name, None, None, c.published, c.text, None, c.name) for c in CASES]
    return {r.article.id: r for r in read_records(articles, load_toolkit())}


def _case(case: GoldCase) -> object:
    marks = [pytest.mark.xfail(reason=case.xfail, strict=True)] if case.xfail else []
    return pytest.param(case, id=case.name, marks=marks)


@pytest.mark.parametrize("case", [_case(c) for c in CASES])
def test_reads_what_a_careful_analyst_reads(case: GoldCase, records: dict[str, ArticleRecord]) -> None:
    record = records[case.name]
    wrong = [f"{e.trigger[0]}: {miss}" for e in case.events for miss in misses(record, e)]
    wrong += [
        f"never {n}: {[m.trigger.text for m in found]}" for n in case.never if (found := offences(record, n))
    ]
    assert not wrong, "\n".join(wrong)
