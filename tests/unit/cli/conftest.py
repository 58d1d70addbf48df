from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from graphbuild.cli import options
from graphbuild.cli.main import cli
from tests.unit.sample_timeline import sample_timeline

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture
def ask(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Run a command on the hand-made timeline, whatever folder it names."""
    monkeypatch.setattr(options, "open_build", lambda folder: sample_timeline())
    return lambda *words: CliRunner().invoke(cli, words)
