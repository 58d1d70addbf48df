"""Whether a clause happened, and who says so: scope read from syntax.

The status of a trigger is what its own negation, modals and conditions say, combined
with what each verb, adjective or noun that governs it does to its complement. After the
idea of veridicality signatures of governing words (Karttunen 1971; Sauri and Pustejovsky
2009, FactBank), kept to five values.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphbuild.model.clause import Clause, Standing, TriggerKind
from graphbuild.model.event import Status
from graphbuild.stages.status.nouns import status_of_noun
from graphbuild.stages.status.verbs import status_of_verb
from graphbuild.stages.status.words import stronger
from graphbuild.syntax.quotes import quoted_tokens
from graphbuild.syntax.speech import find_speech, speakers_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graphbuild.lexicon.cues import Cues
    from graphbuild.model.parse import Parse

__all__ = ["find_standing", "status_of_noun", "status_of_verb"]


def find_standing(parse: Parse, clauses: Sequence[Clause], cues: Cues) -> tuple[Standing, ...]:
    """The standing of each clause, in the same order."""
    quoted = quoted_tokens(parse)
    found = []
    for clause in clauses:
        anchor = clause.carrier if clause.carrier is not None else clause.head
        speech = find_speech(parse, anchor, quoted, cues.reports)
        status = (
            status_of_noun(parse, clause.head, cues) if clause.kind is TriggerKind.NOUN else Status.ASSERTED
        )
        if clause.kind is TriggerKind.VERB or clause.carrier is not None:
            status = stronger(status, status_of_verb(parse, anchor, cues, 0))
        if _is_question(parse, clause.head):
            status = stronger(status, Status.HYPOTHETICAL)
        speakers = speakers_of(parse, anchor, speech)
        found.append(Standing(status, speakers, speech))
    return tuple(found)


def _is_question(parse: Parse, index: int) -> bool:
    sentence = parse.sentences[parse.sentence_of[index]]
    return any(
        parse.tokens[i].text == "?" for i in range(max(sentence.first, sentence.last - 3), sentence.last)
    )
