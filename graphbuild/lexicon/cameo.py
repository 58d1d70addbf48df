"""The crosswalk from CAMEO's codes to PLOVER's types.

CAMEO (Gerner, Schrodt, Yilmaz and Abu-Jabr 2002) numbers events in a tree of two to four
digits; its scores are those of Goldstein (1992), from -10 (conflict) to +10 (cooperation).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from graphbuild.errors import LexiconError
from graphbuild.lexicon.loading import expect_keys, expect_mapping, expect_text, expect_texts, read_yaml

if TYPE_CHECKING:
    from collections.abc import Mapping

FILE = "cameo.yaml"


@dataclass(frozen=True, slots=True)
class CameoRoot:
    """One of CAMEO's twenty top categories; ``types`` are the PLOVER types it became."""

    code: str
    label: str
    types: tuple[str, ...]
    goldstein: float


@dataclass(frozen=True, slots=True)
class CameoCode:
    """A full code of three or four digits, as text, and what it is in PLOVER.

    ``goldstein`` is None for the two codes that were never given a score.
    """

    code: str
    label: str
    type: str
    mode: str | None
    goldstein: float | None


@dataclass(frozen=True, slots=True)
class Cameo:
    """All codes of the crosswalk, by code."""

    roots: Mapping[str, CameoRoot]
    codes: Mapping[str, CameoCode]

    def types_of(self, code: str) -> tuple[str, ...]:
        """PLOVER types that a root or a full code stands for; empty for an unknown code."""
        if code in self.codes:
            return (self.codes[code].type,)
        return self.roots[code].types if code in self.roots else ()


@cache
def load_cameo() -> Cameo:
    """Read the installed crosswalk.

    Raises LexiconError naming the file and the entry that is wrong.
    """
    return parse_cameo(read_yaml(FILE))


def parse_cameo(data: object) -> Cameo:
    """Make a crosswalk of what `read_yaml` gives.

    Raises LexiconError for unknown keys, malformed codes and scores off the scale, and
    for a code whose root, or whose three-digit parent, is missing.
    """
    top = expect_mapping(data, FILE)
    expect_keys(top, FILE, required=("roots", "codes"))
    roots = {
        code: _read_root(code, entry, f"{FILE}: roots.{code}")
        for code, entry in expect_mapping(top["roots"], f"{FILE}: roots").items()
    }
    codes = {
        code: _read_code(code, entry, f"{FILE}: codes.{code}")
        for code, entry in expect_mapping(top["codes"], f"{FILE}: codes").items()
    }
    for code in codes:
        parent = code[:-1]
        if parent not in (codes if len(code) == 4 else roots):
            raise LexiconError(f"{FILE}: codes.{code}: its parent {parent} is missing")
    return Cameo(MappingProxyType(roots), MappingProxyType(codes))


def _read_root(code: str, entry: object, where: str) -> CameoRoot:
    if not (code.isdigit() and len(code) == 2):
        raise LexiconError(f"{where}: a root has two digits")
    fields = expect_mapping(entry, where)
    expect_keys(fields, where, required=("types", "goldstein", "label"))
    return CameoRoot(
        code=code,
        label=expect_text(fields["label"], where),
        types=expect_texts(fields["types"], where),
        goldstein=_score(fields["goldstein"], where),
    )


def _read_code(code: str, entry: object, where: str) -> CameoCode:
    if not (code.isdigit() and len(code) in (3, 4)):
        raise LexiconError(f"{where}: a code has three or four digits")
    fields = expect_mapping(entry, where)
    expect_keys(fields, where, required=("type", "label"), optional=("mode", "goldstein"))
    return CameoCode(
        code=code,
        label=expect_text(fields["label"], where),
        type=expect_text(fields["type"], where),
        mode=expect_text(fields["mode"], where) if "mode" in fields else None,
        goldstein=_score(fields["goldstein"], where) if "goldstein" in fields else None,
    )


def _score(value: object, where: str) -> float:
    text = expect_text(value, where)
    try:
        score = float(text)
    except ValueError as error:
        raise LexiconError(f"{where}: not a number: {text!r}") from error
    if not -10 <= score <= 10:
        raise LexiconError(f"{where}: {text} is off the scale from -10 to 10")
    return score
