"""How wide a text is, without asking a font.

The widths are those of DejaVu Sans, one of the widest fonts in use: a text laid out by
them does not run into its neighbour in another font either.
"""

from __future__ import annotations

import unicodedata
from types import MappingProxyType

from graphbuild.report.scene import Anchor, Box, Label

# Advance widths in thousandths of the font size, and the characters that have them.
_ADVANCES = {
    278: "'ijl",
    300: "IJ",
    318: " ,.’·",
    337: "/:;\\|",
    352: "f",
    390: "-()[]t",
    411: "!r",
    460: '"',
    518: "*_`s“”–",
    531: "?z",
    550: "cL",
    579: "Fk",
    592: "vxy",
    615: "PTYoaeE",
    636: "hnuSbdgpq$0123456789{}",
    656: "K",
    698: "AVXZBRC",
    748: "UNH",
    787: "DG&OQ",
    838: "w#+<=>^~→",
    863: "M",
    1000: "%mW@—…",
}
_WIDTHS = MappingProxyType({c: width for width, characters in _ADVANCES.items() for c in characters})
_UNKNOWN_WIDTH = 700
# DejaVu Sans Bold is wider by a part, and thin letters by more.
_BOLD, _BOLD_THIN = 1.12, 33

# Above and below the baseline, in parts of the font size.
ASCENT = 0.8
DESCENT = 0.24

ELLIPSIS = "…"


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """The width of a text in points, rather too wide than too narrow."""
    thousandths: float = sum(map(_advance, text))
    if bold:
        thousandths = thousandths * _BOLD + len(text) * _BOLD_THIN
    return thousandths * size / 1000


def shorten(text: str, size: float, width: float) -> str:
    """The text, cut with an ellipsis where it would be wider than ``width`` points.

    >>> shorten("Popular Mobilization Forces", 10, 80)
    'Popular Mobil…'
    """
    if text_width(text, size) <= width:
        return text
    kept = len(text)
    while kept and text_width(text[:kept].rstrip() + ELLIPSIS, size) > width:
        kept -= 1
    return text[:kept].rstrip() + ELLIPSIS


def label_box(label: Label) -> Box:
    """The room that a label takes."""
    width = text_width(label.text, label.size, bold=label.bold)
    left = {Anchor.START: 0.0, Anchor.MIDDLE: width / 2, Anchor.END: width}[label.anchor]
    return Box(label.x - left, label.y - ASCENT * label.size, width, (ASCENT + DESCENT) * label.size)


def _advance(character: str) -> int:
    known = _WIDTHS.get(character)
    if known is not None:
        return known
    if unicodedata.combining(character):
        return 0
    if unicodedata.east_asian_width(character) in "WF":
        return 1000
    base = unicodedata.normalize("NFD", character)[0]
    return _WIDTHS.get(base, _UNKNOWN_WIDTH)
