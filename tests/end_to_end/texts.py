"""Small articles for whole builds, and the folder they are laid out in."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

TOWNS = ("Kirkuk", "Mosul", "Basra", "Aleppo", "Homs", "Sanaa", "Aden", "Tripoli", "Benghazi", "Kabul")
DEEDS = (
    "Rebels attacked an army base near {town} on Monday, killing two soldiers, officials said.",
    "Police in {town} arrested twelve protesters on Monday. The mayor condemned the arrests.",
    "The army denied on Monday that it had shelled {town}. A rebel leader said it would answer.",
)
REPORT = """\
Title: Rockets hit base near {town}
Date: 2020-01-08
Outlet: The {outlet}

Rockets hit a military base near {town} on Tuesday, killing a contractor and wounding four soldiers, the army said.

Prime Minister Karim Haddad condemned the attack. "We will find those who did this," Haddad said on Wednesday.

A spokesman for the rebels denied that they had fired the rockets. The United States plans to send 300 troops.
"""
PAGE = """\
<html><head><title>Talks in {town}</title><meta property="article:published_time" content="2020-01-09T08:00:00Z">
</head><body><nav>Home World Sport</nav><article><h1>Talks in {town}</h1>
<p>Foreign ministers of Turkey and Russia met in {town} on Wednesday to discuss a cease-fire in the north of the country.</p>
<p>They signed an agreement after six hours, and Russia promised to withdraw two battalions, the ministry said.</p>
<p>Residents of {town} fled to the south in the past week, according to the Red Cross, which asked for more aid.</p>
</article><footer>Copyright</footer></body></html>
"""


def rows() -> list[str]:
    """The lines of a JSONL file of ten articles."""
    return [
        json.dumps(
            {
                "id": f"row-{town}",
                "text": DEEDS[0].format(town=town),
                "published": "2020-01-07",
                "outlet": "Wire",
            }
        )
        for town in TOWNS
    ]


def good_inputs(folder: Path) -> Path:
    """Thirty articles in twelve files of four kinds."""
    folder.mkdir(parents=True)
    for number, town in enumerate(TOWNS[:5]):
        (folder / f"report-{number}.txt").write_text(REPORT.format(town=town, outlet="Herald"), "utf-8")
        (folder / f"talks-{number}.html").write_text(PAGE.format(town=town), "utf-8")
    (folder / "rows.jsonl").write_text("\n".join(rows()) + "\n", "utf-8")
    table = ["id,text,published"]
    table += [f'cell-{town},"{DEEDS[1].format(town=town)}",2020-01-07' for town in TOWNS]
    (folder / "table.csv").write_text("\n".join(table) + "\n", "utf-8")
    return folder


BAD = {
    "binary.txt": "binary",
    "blank.txt": "no text",
    "broken.jsonl:3": "not JSON",
    "cut.html": "without an article",
    "empty.txt": "empty",
    "keyless.jsonl:1": "text",
    "loop": "cannot be opened",
    "twice.jsonl:2": "id 'same'",
    "undated.txt": "the date 'soon'",
    "undecodable.txt": "encoding",
}
"""What each bad input is called in ``failed.jsonl``, and a word of the reason given."""


def bad_inputs(folder: Path) -> Path:
    """Ten inputs that cannot be read; five articles stand between them and are read."""
    folder.mkdir(parents=True)
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (folder / "cut.html").write_text(
        "<html><head><title>Cut off</title></head><body><nav><a href='/'>Ho", "utf-8"
    )
    told = [
        {"id": f"j{n}", "text": DEEDS[2].format(town=TOWNS[n]), "published": "2020-01-07"} for n in range(4)
    ]
    lines = [json.dumps(row) for row in told]
    (folder / "broken.jsonl").write_text(
        "\n".join([*lines[:2], '{"id": "j9", "text": ', *lines[2:]]) + "\n", "utf-8"
    )
    (folder / "keyless.jsonl").write_text('{"id": "k1", "words": "no text here"}\n', "utf-8")
    (folder / "undecodable.txt").write_bytes(b"\xff\xfe\x00\xd8" * 200 + b"\xd8")
    (folder / "empty.txt").touch()
    (folder / "loop").symlink_to(folder / "loop")
    (folder / "undated.txt").write_text("Date: soon\n\nRebels fled from the town on Monday.\n", "utf-8")
    twice = [
        json.dumps({"id": "same", "text": f"Rebels attacked {town}.", "published": "2020-01-07"})
        for town in TOWNS[:2]
    ]
    (folder / "twice.jsonl").write_text("\n".join(twice) + "\n", "utf-8")
    (folder / "blank.txt").write_text(" \n\t\n \n", "utf-8")
    return folder
