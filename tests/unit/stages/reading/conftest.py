from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from graphbuild.stages.reading import ReadOptions, read_articles

if TYPE_CHECKING:
    from graphbuild.model.text import Article
    from graphbuild.stages.reading import Failure

DATA = Path(__file__).parents[3] / "data" / "reading"


@pytest.fixture
def read():
    """Read files of tests/data/reading, by name, or paths; what is found without its folder."""

    def read_inputs(*names: str | Path, **options: object) -> list[Article | Failure]:
        return list(read_articles([str(DATA / name) for name in names], ReadOptions(**options)))

    return read_inputs


@pytest.fixture
def write(tmp_path):
    """Write a file and give its path."""

    def write_file(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write_file
