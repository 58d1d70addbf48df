"""The README tells the truth: its session and its Python run as they are printed."""

from __future__ import annotations

import doctest
import re
from typing import TYPE_CHECKING

import pytest

from tests.contracts.sessions import ROOT, fits, open_session, other_versions, read_steps

if TYPE_CHECKING:
    from pathlib import Path

README = (ROOT / "README.md").read_text("utf-8")


@pytest.mark.model
def test_the_session_prints_what_the_readme_shows(tmp_path: Path) -> None:
    if other := other_versions():
        pytest.skip(f"the session was printed by other versions: {other}")
    session = open_session(tmp_path)
    steps = list(read_steps(README))
    assert len(steps) > 3, "the README has lost its session"
    for step in steps:
        printed = session.run(step)
        assert fits(step.shown, printed), "\n".join((f"run `make readme`; $ {step.command}", *printed))


@pytest.mark.model
def test_the_python_of_the_readme_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    blocks = re.findall(r"(?ms)^```pycon\n(.*?)^```$", README)
    assert blocks, "the README has lost its Python"
    test = doctest.DocTestParser().get_doctest("\n".join(blocks), {}, "README", "README.md", 0)
    said: list[str] = []
    doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(test, out=said.append)
    assert not said, "".join(said)


@pytest.mark.parametrize(
    ("shown", "printed", "expected"),
    [
        (("a", "b"), ("a", "b"), True),
        (("a", "..."), ("a", "b", "c"), True),
        (("a", "...", "c"), ("a", "b", "b", "c"), True),
        (("a", "..."), ("a",), True),
        (("a",), ("a", "b"), False),
        (("a.",), ("ab",), False),
        ((), ("a",), False),
    ],
)
def test_dots_stand_for_any_lines_and_nothing_else(shown, printed, expected):
    assert fits(shown, printed) is expected
