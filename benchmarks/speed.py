"""How fast a build is beside the parser alone: tokens a second of both, in one run.

    python benchmarks/speed.py [--articles 400] [--samples samples] [--rounds 2]

Articles are made by shuffling the paragraphs of the sample articles with a fixed seed, so that
anyone can run this. Both sides get the same texts and the same model, in fresh processes: the
parser alone as `nlp.pipe` over whole texts, with the batch size that the build uses; the build
as the command that users type, reading JSONL and writing every output file.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PARSER = """
import json, sys, time, spacy
from graphbuild.stages.parsing import BATCH, DEFAULT_MODEL
texts = [json.loads(line)["text"] for line in open(sys.argv[1], encoding="utf-8")]
nlp = spacy.load(DEFAULT_MODEL)
begun = time.perf_counter()
tokens = sum(len(doc) for doc in nlp.pipe(texts, batch_size=BATCH))
print(json.dumps({"tokens": tokens, "seconds": time.perf_counter() - begun}))
"""


def make_corpus(samples: Path, count: int, path: Path) -> None:
    """Write ``count`` different articles as JSONL."""
    paragraphs = sorted(
        {
            " ".join(part.split())
            for file in samples.rglob("*.txt")
            for part in re.split(r"\n\s*\n", file.read_text("utf-8"))
            if len(part) > 150
        }
    )
    dice = random.Random(20191230)
    with path.open("w", encoding="utf-8") as out:
        for number in range(count):
            text = "\n\n".join(dice.sample(paragraphs, 9))
            out.write(json.dumps({"id": f"bench-{number}", "text": text, "published": "2020-01-08"}) + "\n")


def main() -> None:
    """Print tokens a second of parser and build, and their ratio, for each round."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--articles", type=int, default=400)
    options.add_argument("--samples", type=Path, default=Path("samples"))
    options.add_argument("--rounds", type=int, default=2)
    asked = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        corpus = Path(folder) / "corpus.jsonl"
        make_corpus(asked.samples, asked.articles, corpus)
        for number in range(asked.rounds):
            bare = json.loads(
                subprocess.run([sys.executable, "-c", PARSER, corpus], capture_output=True, check=True).stdout
            )
            begun = time.perf_counter()
            subprocess.run(
                [
                    sys.executable,
                    "-m",
                    "graphbuild",
                    "build",
                    corpus,
                    "--workers",
                    "1",
                    "-o",
                    Path(folder) / f"out{number}",
                ],
                capture_output=True,
                check=True,
            )
            seconds = time.perf_counter() - begun
            parser, build = bare["tokens"] / bare["seconds"], bare["tokens"] / seconds
            print(
                f"{asked.articles} articles, {bare['tokens']:,} tokens: parser {parser:,.0f} tokens/s, "
                f"build {build:,.0f} tokens/s (start of the program included), ratio {build / parser:.2f}"
            )


if __name__ == "__main__":
    main()
