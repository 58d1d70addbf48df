import os

import pytest

from graphbuild.stages.reading.options import Failure
from graphbuild.stages.reading.sources import Source, expand


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in (
        "b/2.txt",
        "b/1.txt",
        "a.txt",
        "c.html",
        "c_files/style.css",
        ".hidden/x.txt",
        "b/.y.txt",
        "README.md",
    ):
        path = tmp_path / "news" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("A town slept.")
    return tmp_path / "news"


def origins(*inputs):
    return [found.origin for found in expand(inputs)]


def test_a_folder_is_walked_in_order_without_hidden_files_and_clutter(folder):
    assert origins("news") == ["news/a.txt", "news/b/1.txt", "news/b/2.txt", "news/c.html"]


def test_the_order_and_number_of_inputs_changes_nothing(folder):
    assert origins("news/b", "news/a.txt", "news/b") == origins("news/a.txt", "news/b")
    assert origins("news", "news/a.txt", "-") == [
        "news/a.txt",
        "news/b/1.txt",
        "news/b/2.txt",
        "news/c.html",
        "<stdin>",
    ]


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("news/*.txt", ["news/a.txt"]),
        ("news/**/*.txt", ["news/a.txt", "news/b/1.txt", "news/b/2.txt"]),
        ("news/b/[1-2].txt", ["news/b/1.txt", "news/b/2.txt"]),
        ("news/?", ["news/b/1.txt", "news/b/2.txt"]),
        ("news/.hidden/*", ["news/.hidden/x.txt"]),
    ],
)
def test_a_pattern_stands_for_what_it_matches(folder, pattern, found):
    assert origins(pattern) == found


def test_an_absolute_pattern_works_too(folder):
    assert origins(f"{folder}/*.txt") == [f"{folder.as_posix()}/a.txt"]


def test_a_file_whose_name_looks_like_a_pattern_is_that_file(folder):
    (folder / "[1].txt").write_text("A town woke.")
    assert origins("news/[1].txt") == ["news/[1].txt"]


@pytest.mark.parametrize(
    "wrong", ["news/none.txt", "news/*.pdf", "", "news/a.txt/x", "bad\0name", "news/**x/*", "/**x"]
)
def test_what_stands_for_nothing_is_a_failure(folder, wrong):
    (found,) = expand([wrong]) if wrong else expand(["news/none"])
    assert isinstance(found, Failure)
    assert found.reason


def test_an_empty_folder_is_a_failure(tmp_path):
    (found,) = expand([str(tmp_path)])
    assert "holds no files" in found.reason


def test_a_link_that_leads_back_is_named_once_and_ends(folder):
    (folder / "b" / "loop").symlink_to(folder, target_is_directory=True)
    found = list(expand(["news"]))
    assert [f.origin for f in found if isinstance(f, Failure)] == ["news/b/loop"]
    assert len(found) == 5


def test_a_link_to_itself_and_a_dead_link_are_named(folder):
    (folder / "self").symlink_to(folder / "self")
    (folder / "dead").symlink_to(folder / "gone")
    assert [f.origin for f in expand(["news"]) if isinstance(f, Failure)] == ["news/dead", "news/self"]


def test_loops_inside_a_pattern_end(folder):
    for name in ("x", "y"):
        (folder / name).symlink_to(folder, target_is_directory=True)
    assert "news/b/1.txt" in origins("news/**/*.txt")


def test_a_folder_linked_twice_is_walked_once(folder):
    (folder / "d").symlink_to(folder / "b", target_is_directory=True)
    assert sum(isinstance(f, Source) for f in expand(["news"])) == 4


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_folder_without_rights_is_a_failure_and_the_rest_is_read(folder):
    (folder / "b").chmod(0)
    found = list(expand(["news"]))
    (folder / "b").chmod(0o755)
    assert [f.origin for f in found if isinstance(f, Failure)] == ["news/b"]
    assert len(found) == 3


def test_a_folder_that_cannot_be_listed_is_a_failure(folder, monkeypatch):
    real = type(folder).iterdir

    def refuse(path):
        if path.name == "b":
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(type(folder), "iterdir", refuse)
    failures = [f for f in expand(["news"]) if isinstance(f, Failure)]
    assert [f.origin for f in failures] == ["news/b"]
    assert "Permission denied" in failures[0].reason


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
def test_a_pipe_inside_a_folder_is_not_waited_for(folder):
    os.mkfifo(folder / "pipe")
    assert [f.origin for f in expand(["news"]) if isinstance(f, Failure)] == ["news/pipe"]


def test_a_name_that_is_no_unicode_can_still_be_reported(folder):
    try:
        (folder / os.fsdecode(b"caf\xe9.txt")).write_text("A town dreamt.")
    except (OSError, UnicodeError):
        pytest.skip("this file system takes Unicode names only")
    names = origins("news")
    assert "news/caf\\udce9.txt" in names or "news/caf\\xe9.txt" in names
    "".join(names).encode()


def test_very_deep_folders_are_walked(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    deep = tmp_path / "n"
    for _ in range(300):
        deep = deep / "a"
    deep.mkdir(parents=True)
    (deep / "x.txt").write_text("A town sank.")
    assert len(origins("n")) == 1
