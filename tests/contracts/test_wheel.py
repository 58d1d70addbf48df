"""A wheel built from the repository works outside of it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.contracts.sessions import ROOT

SOURCES = ("graphbuild", "ontology", "setup.cfg", "pyproject.toml", "README.md", "LICENSE")
ARTICLE = (
    "Date: 2021-03-10\n\nRebels kidnapped two engineers near Bor on Monday. Troops freed them on Tuesday.\n"
)


def run(*words: object, cwd: Path, path: str = "") -> str:
    done = subprocess.run(
        [sys.executable, "-m", *map(str, words)],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": path},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stdout
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a copy: a build leaves files beside its sources."""
    folder = tmp_path_factory.mktemp("wheel")
    source = folder / "source"
    source.mkdir()
    for name in SOURCES:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, source / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, source / name)
    run("pip", "wheel", "--no-deps", "--no-build-isolation", "--no-index", "-w", folder, source, cwd=folder)
    (built,) = folder.glob("graphbuild-*.whl")
    return built


def test_it_holds_every_module_and_every_file_of_knowledge(wheel: Path) -> None:
    inside = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    wanted = {
        (Path("graphbuild") / path.relative_to(ROOT)).as_posix()
        if path.is_relative_to(ROOT / "ontology")
        else path.relative_to(ROOT).as_posix()
        for folder in ("graphbuild", "ontology")
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and not path.name.startswith(".")
    }
    assert inside == wanted


def test_it_brings_its_licence(wheel: Path) -> None:
    assert any(name.endswith("/LICENSE") for name in zipfile.ZipFile(wheel).namelist())


@pytest.mark.model
def test_it_builds_and_answers_far_from_the_repository(wheel: Path, tmp_path: Path) -> None:
    target = tmp_path / "installed"
    run("pip", "install", "--no-deps", "--no-index", "--target", target, wheel, cwd=tmp_path)
    assert list((target / "bin").iterdir()), "no command is installed"

    def graphbuild(*words: object) -> str:
        return run("graphbuild", *words, cwd=tmp_path, path=str(target))

    where = "import graphbuild, graphbuild.ontology as o; print(graphbuild.__file__, *o.__path__)"
    done = subprocess.run(
        [sys.executable, "-c", where],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(target)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert all(part.startswith(str(target)) for part in done.stdout.split())
    assert "ASSAULT" in graphbuild("codebook", "list")
    (tmp_path / "bor.txt").write_text(ARTICLE, "utf-8")
    assert "0 inputs failed" in graphbuild("build", "bor.txt", "-o", "out")
    assert "kidnap" in graphbuild("find", "-d", "out", "--did", "ASSAULT")
    assert "2021-03-08" in graphbuild("query", "-d", "out", "--canned", "who-did-what")
