"""The page and the pictures in a real browser, where there is one."""

from __future__ import annotations

import re
import shutil
import subprocess

import pytest

from graphbuild.model.event import Status
from graphbuild.query.find import EventFilter
from graphbuild.report.page import render_page
from graphbuild.report.svg import render_svg
from tests.unit.report.crowd import crowd
from tests.unit.report.test_pictures import SCENES
from tests.unit.report.test_timexes_page import page

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)

pytestmark = pytest.mark.skipif(BROWSER is None, reason="no Chromium on this machine")

# Letters are lower than their line: two lines may share the air between them.
MEASURE = """
<body>%s<script>
const boxes = [...document.querySelectorAll("text")].map(t => [t.textContent, t.getBoundingClientRect()]);
const hits = [];
for (const [i, [a, p]] of boxes.entries()) for (const [b, q] of boxes.slice(i + 1))
  if (Math.min(p.right, q.right) - Math.max(p.left, q.left) > 1
      && Math.min(p.bottom, q.bottom) - Math.max(p.top, q.top) > 3) hits.push(a + " / " + b);
document.body.textContent = boxes.length + " labels, hits: " + JSON.stringify(hits);
</script></body>
"""


def open_page(file, *options: str) -> subprocess.CompletedProcess[str]:
    command = [BROWSER, "--headless", "--no-sandbox", "--disable-gpu", *options, file.as_uri()]
    return subprocess.run(
        command, capture_output=True, text=True, check=True, timeout=60, env={"HOME": str(file.parent)}
    )


def test_no_two_labels_overlap_in_a_browser(tmp_path):
    svgs = [render_svg(SCENES[key]).decode().split("?>")[1] for key in ("crowded timeline", "crowded links")]
    file = tmp_path / "pictures.html"
    file.write_text(MEASURE % "".join(f"<div>{svg}</div>" for svg in svgs), encoding="utf-8")
    dumped = open_page(file, "--dump-dom").stdout
    assert "hits: []" in dumped, dumped
    assert int(re.search(r"(\d+) labels", dumped)[1]) > 60


def test_the_page_is_drawn_and_breaks_no_rule_of_its_own(tmp_path):
    file = tmp_path / "case.html"
    file.write_bytes(render_page(crowd(), EventFilter(statuses=tuple(Status)), [], 100))
    picture = tmp_path / "case.png"
    run = open_page(file, "--enable-logging=stderr", f"--screenshot={picture}", "--window-size=1250,1600")
    assert picture.stat().st_size > 50_000
    assert "CONSOLE" not in run.stderr, run.stderr


def test_the_page_of_a_text_with_its_times_breaks_no_rule_of_its_own(tmp_path):
    file = tmp_path / "times.html"
    file.write_text(page(), encoding="utf-8")
    picture = tmp_path / "times.png"
    run = open_page(file, "--enable-logging=stderr", f"--screenshot={picture}", "--window-size=900,1000")
    assert picture.stat().st_size > 20_000
    assert "CONSOLE" not in run.stderr, run.stderr
