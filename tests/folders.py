"""A timeline written as a build folder, without a build."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from graphbuild.store import convert
from graphbuild.store import folder as files
from graphbuild.store.story_lines import story_lines
from graphbuild.writers.rdf import write_turtle

if TYPE_CHECKING:
    from pathlib import Path

    from graphbuild.model.timeline import Timeline


def write_folder(timeline: Timeline, folder: Path) -> Path:
    """All files of a build of this timeline, with a receipt."""
    facts = convert.facts_of({actor.id: actor for actor in timeline.actors})
    counts = {
        "articles": files.write_lines(folder / files.ARTICLES, map(convert.article_line, timeline.articles)),
        "mentions": files.write_lines(
            folder / files.MENTIONS, (convert.mention_line(m, facts) for m in timeline.mentions)
        ),
        "events": files.write_lines(
            folder / files.EVENTS, (convert.event_line(e, facts) for e in timeline.events)
        ),
        "actors": files.write_lines(folder / files.ACTORS, map(convert.actor_line, timeline.actors)),
        "places": files.write_lines(folder / files.PLACES, map(convert.place_line, timeline.places)),
        "appearances": files.write_lines(
            folder / files.APPEARANCES, map(convert.appearance_line, timeline.appearances)
        ),
        "stories": files.write_lines(folder / files.STORIES, story_lines(timeline.stories, facts)),
    }
    with files.atomic(folder / files.TURTLE) as file:
        write_turtle(timeline, file)
    outputs = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.glob("*.*"))
    }
    (folder / files.RECEIPT).write_text(json.dumps({"counts": counts, "outputs": outputs}), "utf-8")
    return folder
