"""What one more article costs: a build of everything, and one after an article was added, changed, removed.

    python benchmarks/increments.py [--articles 1000] [--paragraphs 3] [--samples samples]

Articles are made of paragraphs of the sample articles with a fixed seed, in stories of five that
share their people (surnames get an ending of their own in each story) and follow each other in
time, four stories a week: so that reports find each other as in news, and not every paragraph
meets a thousand copies of itself. Each build is the command that users type, in a fresh process;
seconds are those of the processor, for the machine may have other work. After every step the
files are compared, byte for byte, with those of a build from nothing.
"""

from __future__ import annotations

import argparse
import filecmp
import json
import random
import re
import resource
import subprocess
import sys
import tempfile
from datetime import date, timedelta
from pathlib import Path

_STORY = 5  # articles
_BEGIN = date(2012, 1, 2)
_NAME = re.compile(r"\b((?!United|White|New|Foreign|Prime|South|North)[A-Z][a-z]+ [A-Z][a-z]{3,})\b")
_ENDINGS = ("ov", "ani", "sen", "ez", "ides", "wala", "mann", "ello", "uk", "yan", "ish", "ola")


def make_stories(samples: Path, count: int, paragraphs: int) -> list[str]:
    """``count`` different articles, each a line of JSON."""
    known = sorted(
        {
            " ".join(part.split())
            for file in samples.rglob("*.txt")
            for part in re.split(r"\n\s*\n", file.read_text("utf-8"))
            if len(part) > 150
        }
    )
    dice = random.Random(20191230)
    lines = []
    for number in range(count):
        story = number // _STORY
        if number % _STORY == 0:
            pool = dice.sample(known, 2 * paragraphs)
        ending = "".join(_ENDINGS[story // len(_ENDINGS) ** n % len(_ENDINGS)] for n in range(3))
        text = _NAME.sub(lambda name: name[0] + ending, "\n\n".join(dice.sample(pool, paragraphs)))  # noqa: B023
        published = _BEGIN + timedelta(days=2 * story + number % _STORY)
        article = {
            "id": f"bench-{number}",
            "text": text,
            "published": str(published),
            "outlet": f"Paper {number % 7}",
        }
        lines.append(json.dumps(article))
    return lines


def timed_build(lines: list[str], work: Path, target: Path) -> float:
    """Build articles into a folder as a user would; seconds of the processor."""
    corpus = work / "corpus.jsonl"
    corpus.write_text("\n".join(lines) + "\n", "utf-8")
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-m", "graphbuild", "build", str(corpus), "-o", str(target)]
    subprocess.run(command, capture_output=True, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def is_same(one: Path, other: Path) -> bool:
    """Whether two build folders hold the same files with the same bytes."""
    names = sorted(path.name for path in one.iterdir() if path.is_file())
    same, _, _ = filecmp.cmpfiles(one, other, names, shallow=False)
    return sorted(same) == names == sorted(path.name for path in other.iterdir() if path.is_file())


def main() -> None:
    """Print the seconds of each build and their share of the one from nothing."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--articles", type=int, default=1000)
    options.add_argument("--paragraphs", type=int, default=3)
    options.add_argument("--samples", type=Path, default=Path("samples"))
    asked = options.parse_args()
    everything = make_stories(asked.samples, asked.articles + 1, asked.paragraphs)
    most = everything[:-1]
    middle = len(most) // 2
    changed = json.loads(most[middle])
    changed["text"] += "\n\n" + json.loads(most[0])["text"]
    steps = {
        "nothing changed": most,
        "one article added": everything,
        "one article changed": [*most[:middle], json.dumps(changed), *everything[middle + 1 :]],
        "two articles removed": [*most[:middle], *most[middle + 1 :]],
    }
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        full = timed_build(most, work, work / "steps")
        print(f"{asked.articles} articles from nothing: {full:.1f} s")
        for name, lines in steps.items():
            seconds = timed_build(lines, work, work / "steps")
            print(f"{name}: {seconds:.2f} s, {seconds / full:.1%} of a build from nothing")
        timed_build(steps["two articles removed"], work, work / "fresh")
        print("same bytes as from nothing:", is_same(work / "steps", work / "fresh"))


if __name__ == "__main__":
    main()
