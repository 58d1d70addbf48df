"""Strict reading of the YAML files of `ontology/`: every value is text, every surprise an error.

YAML's own types are switched off (its 1.1 rules read ``NO`` as false and ``010`` as eight),
and a key that stands twice in one mapping, which YAML loaders let pass, is refused.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from graphbuild.errors import LexiconError
from graphbuild.lexicon.plain import parse_plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


def read_yaml(name: str) -> object:
    """What a file of `ontology/` holds: mappings, lists and text, nothing else.

    ``name`` is relative to `ontology/` ("actors.yaml"). Raises LexiconError naming the
    file, and the line where there is one.
    """
    from importlib.resources import files  # noqa: PLC0415 -- as is the library: what reads times alone needs neither

    try:
        text = files("graphbuild.ontology").joinpath(name).read_text(encoding="utf-8")
    except OSError as error:
        raise LexiconError(f"{name}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise LexiconError(f"{name}: not UTF-8 at byte {error.start}") from error
    return parse_yaml(text, name)


def parse_yaml(text: str, name: str) -> object:
    """The same for a text in hand; ``name`` is what errors call it.

    >>> parse_yaml("010: [say]\\nNO: {visit: yes}", "verbs.yaml")
    {'010': ['say'], 'NO': {'visit': 'yes'}}
    """
    from graphbuild.lexicon.nodes import compose  # noqa: PLC0415 -- see above

    return compose(text, name)


def read_plain(name: str) -> object:
    """The same as `read_yaml`, in a tenth of the time where a file is written plainly and lies in a folder."""
    try:
        # By name: in a checkout the package lies in a folder of its own, where type checkers don't see it.
        package = import_module("graphbuild.ontology")
        text = Path(str(package.__file__)).with_name(name).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return read_yaml(name)
    found = parse_plain(text)
    return read_yaml(name) if found is None else found


def expect_text(value: object, where: str) -> str:
    """``value`` if it is text with something in it; ``where`` names file and entry."""
    if not isinstance(value, str):
        raise LexiconError(f"{where}: expected text, found {_kind(value)}")
    if not value or value != value.strip():
        raise LexiconError(f"{where}: empty or padded text {value!r}")
    return value


def expect_mapping(value: object, where: str) -> dict[str, object]:
    """``value`` if it is a mapping."""
    if not isinstance(value, dict):
        raise LexiconError(f"{where}: expected a mapping, found {_kind(value)}")
    return value


def expect_list(value: object, where: str) -> list[object]:
    """``value`` if it is a list."""
    if not isinstance(value, list):
        raise LexiconError(f"{where}: expected a list, found {_kind(value)}")
    return value


def expect_texts(value: object, where: str) -> tuple[str, ...]:
    """``value`` if it is a list of different, non-empty texts."""
    texts = tuple([expect_text(item, where) for item in expect_list(value, where)])
    if len(set(texts)) < len(texts):
        twice = sorted({text for text in texts if texts.count(text) > 1})
        raise LexiconError(f"{where}: listed twice: {', '.join(twice)}")
    return texts


def expect_keys(
    entry: Mapping[str, object], where: str, *, required: Iterable[str] = (), optional: Iterable[str] = ()
) -> None:
    """Refuse an entry that lacks a required key or has one that nobody reads."""
    wanted = set(required)
    if missing := wanted - entry.keys():
        raise LexiconError(f"{where}: missing {', '.join(sorted(missing))}")
    known = wanted.union(optional)
    if unknown := entry.keys() - known:
        raise LexiconError(
            f"{where}: unknown key {', '.join(sorted(unknown))} (known: {', '.join(sorted(known))})"
        )


def expect_choice(value: object, where: str, choices: Iterable[str]) -> str:
    """``value`` if it is one of these texts."""
    text = expect_text(value, where)
    allowed = tuple(choices)
    if text not in allowed:
        raise LexiconError(f"{where}: {text!r} is none of {', '.join(sorted(allowed))}")
    return text


def expect_flag(value: object, where: str) -> bool:
    """True for "yes", False for "no"; anything else is refused."""
    return expect_choice(value, where, ("yes", "no")) == "yes"


def _kind(value: object) -> str:
    names = {"dict": "a mapping", "list": "a list", "str": "text"}
    return names.get(type(value).__name__, type(value).__name__)
