"""What the words of a command line stand for: files, folders, patterns, stdin."""

from __future__ import annotations

import stat
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from graphbuild.stages.reading.options import Failure

if TYPE_CHECKING:
    import os
    from collections.abc import Iterator, Sequence

STDIN = "-"

_UNREADABLE = "cannot be opened ({}); check that it exists and that you may read it"
_LOOP = "a symbolic link that leads back to a folder above it; remove the link"
_SPECIAL = "not a regular file; give a file, a folder, a pattern or - for stdin"


@dataclass(frozen=True, slots=True)
class Source:
    """A file to be read, or stdin when ``path`` is None; ``origin`` names it to people."""

    origin: str
    path: Path | None


def expand(inputs: Sequence[str]) -> Iterator[Source | Failure]:
    """The files that ``inputs`` stand for, each once.

    Inputs are taken in sorted order, stdin last, and folders are walked in sorted
    order, so the order in which a user gave them changes nothing. Hidden files, README
    and LICENSE are skipped inside folders. What stands for nothing is a Failure.
    """
    seen: set[Path] = set()
    for words in sorted(set(inputs), key=lambda word: (word == STDIN, word)):
        for found in _expand_one(words):
            if isinstance(found, Source) and found.path is not None:
                if found.path in seen:
                    continue
                seen.add(found.path)
            yield found


def _expand_one(words: str) -> Iterator[Source | Failure]:
    """Expand one input."""
    if words == STDIN:
        yield Source("<stdin>", None)
        return
    path = Path(words)
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError) as error:
        yield from _expand_pattern(words, error)
        return
    if stat.S_ISDIR(mode):
        yield from _walk_given(path)
    elif stat.S_ISREG(mode) or stat.S_ISFIFO(mode):
        yield Source(_name(path), path)
    else:
        yield Failure(_name(path), _SPECIAL)


def _expand_pattern(words: str, error: OSError | ValueError) -> Iterator[Source | Failure]:
    """Expand what is no file: a pattern such as ``news/**/*.txt``, or a mistake."""
    if not any(sign in words for sign in "*?["):
        yield Failure(_name(Path(words)), _why(error))
        return
    pattern = Path(words)
    top, parts = Path(pattern.anchor), pattern.parts[1 if pattern.anchor else 0 :]
    try:
        matches = sorted(path for path in top.glob("/".join(parts)) if not _is_hidden(path, parts))
    except (OSError, ValueError, NotImplementedError) as problem:
        yield Failure(_name(pattern), f"not a pattern that can be matched ({problem}); quote it or change it")
        return
    if not matches:
        yield Failure(_name(pattern), "matches no file; check the pattern and the folder it starts from")
    yield from _walk(matches)


def _is_hidden(path: Path, pattern: tuple[str, ...]) -> bool:
    """Whether a part of ``path`` is hidden that the pattern does not spell out."""
    return any(part.startswith(".") and part not in pattern and part != ".." for part in path.parts)


def _walk_given(folder: Path) -> Iterator[Source | Failure]:
    """Walk a folder; one without any file is a Failure."""
    nothing = True
    for found in _walk([folder]):
        nothing = False
        yield found
    if nothing:
        yield Failure(_name(folder), "holds no files; give a folder with articles in it")


def _walk(tops: list[Path]) -> Iterator[Source | Failure]:
    """The files that ``tops`` are or hold, in sorted order; no folder is walked twice."""
    been: set[Path] = set()
    nobody: frozenset[Path] = frozenset()
    waiting = [(path, nobody) for path in reversed(tops)]
    while waiting:
        path, above = waiting.pop()
        try:
            mode = path.stat().st_mode
            if stat.S_ISREG(mode):
                yield Source(_name(path), path)
            elif stat.S_ISDIR(mode):
                real = path.resolve(strict=True)
                if real in above:
                    yield Failure(_name(path), _LOOP)
                elif real not in been:
                    been.add(real)
                    waiting.extend((entry, above | {real}) for entry in reversed(_entries(path)))
            else:
                yield Failure(_name(path), _SPECIAL)
        except (OSError, RuntimeError) as error:  # RuntimeError: a loop of links, before Python 3.13
            yield Failure(_name(path), _why(error))


def _entries(folder: Path) -> list[Path]:
    """What is in a folder, sorted, without what is hidden, notes on the folder, and clutter.

    Browsers put the pictures and styles of a saved page "story.html" into a folder
    "story_files" beside it.
    """
    names = sorted(
        entry.name for entry in folder.iterdir() if not entry.name.startswith((".", "README", "LICENSE"))
    )
    pages = {f"{Path(name).stem}_files" for name in names if name.lower().endswith((".html", ".htm"))}
    return [folder / name for name in names if name not in pages]


def _why(error: Exception) -> str:
    """An operating system's refusal, in words."""
    cause = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return _UNREADABLE.format(cause)


def _name(path: os.PathLike[str]) -> str:
    """A path as text that every output can hold, also when it is not Unicode."""
    return Path(path).as_posix().encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
