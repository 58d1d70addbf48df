"""`graphbuild remove`."""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from graphbuild.cli import options
from graphbuild.cli.diff import change_columns
from graphbuild.cli.printing import print_rows, say
from graphbuild.errors import BuildError
from graphbuild.query.articles import find_articles
from graphbuild.query.changes import ChangeKind, Subject, compare_builds
from graphbuild.query.wording import count_of

if TYPE_CHECKING:
    from graphbuild.query.changes import Change


@click.command()
@click.argument("articles", nargs=-1, required=True, metavar="ARTICLE...")
@options.folder_option
@options.rules_option
@options.form_option("table", "json", "jsonl", "csv")
def remove(articles: tuple[str, ...], folder: Path, rules: Path | None, form: str) -> None:
    """Take articles out of a build and say what falls with them.

    ARTICLE is an id, the beginning of one that no other article has, or where it was read
    from, as articles.jsonl has it. What remains is what a build without them gives; a later
    build from inputs that hold them brings them back.
    """
    from graphbuild.building import Job, Notices, articles_without, build_folder, model_of, rules_before
    from graphbuild.settings import settings_of
    from graphbuild.workers import reader

    gone = find_articles(options.open_build(folder), articles)
    model = model_of(folder)
    said = options.read_rules(rules, folder)
    if said.digest != rules_before(folder):
        raise BuildError(
            f"{folder}: built with another actors file than now; give that one with --actors FILE, or build again"
        )
    job = Job(articles_without(folder, gone), reader(model, 1), model, settings_of(model), said)
    with tempfile.TemporaryDirectory() as aside:
        before = Path(aside)
        for path in folder.glob("*.jsonl"):
            shutil.copyfile(path, before / path.name)
        build_folder(job, folder, Notices(lambda _: None, lambda _: None, lambda _: None))
        changes = compare_builds(options.open_build(before), options.open_build(folder))
    print_rows(change_columns(), changes, form)
    say(f"{count_of(len(gone), 'article')} removed: {_summary(changes)}")


def _summary(changes: list[Change]) -> str:
    """How many events fell, lost support or changed otherwise."""
    told = {(c.kind, c.before) for c in changes if c.subject is Subject.EVENT}
    counts = Counter(kind for kind, _ in told)
    return (
        f"{count_of(counts[ChangeKind.GONE], 'event')} fell, {counts[ChangeKind.LESS]:,} lost support, "
        f"{counts[ChangeKind.CHANGED]:,} changed in value"
    )
