"""What a codebook must not hold: slots that nothing fills, contradictions, patterns that never apply."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Final

from graphbuild.errors import LexiconError
from graphbuild.model.clause import TriggerKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from graphbuild.lexicon.codebook import Pattern

_FRAME_SLOTS: Final = {
    TriggerKind.VERB: frozenset(
        {
            *("subject", "object", "indirect", "complement", "predicate", "modal", "governor"),
            *("content", "content_subject", "content_modal", "content_words"),
        }
    ),
    TriggerKind.NOUN: frozenset({"subject", "object", "possessive", "modifier"}),
}
# They fill roles and are never part of a frame, so that no condition can hold of them.
_ROLE_SLOTS: Final = {
    TriggerKind.VERB: frozenset({"object_owner", "subject_owner", "complement_target", "content_target"}),
    TriggerKind.NOUN: frozenset[str](),
}
_PREPOSITIONS: Final = frozenset(
    {
        *(
            "aboard",
            "about",
            "above",
            "across",
            "after",
            "against",
            "along",
            "amid",
            "among",
            "around",
            "as",
            "at",
        ),
        *(
            "before",
            "behind",
            "below",
            "beside",
            "between",
            "beyond",
            "by",
            "despite",
            "down",
            "during",
            "for",
        ),
        *(
            "from",
            "in",
            "inside",
            "into",
            "like",
            "near",
            "of",
            "off",
            "on",
            "onto",
            "out of",
            "outside",
            "over",
        ),
        *(
            "past",
            "since",
            "through",
            "throughout",
            "to",
            "toward",
            "towards",
            "under",
            "until",
            "up",
            "upon",
        ),
        *("with", "within", "without"),
    }
)


def refuse_unknown_slots(pattern: Pattern, where: str) -> None:
    """Raise LexiconError for a slot that no frame has, or that only fills roles and is asked about."""
    asked = _FRAME_SLOTS[pattern.kind] | _PREPOSITIONS
    conditions = {slot for slot, _ in (*pattern.conditions, *pattern.blocked)}
    _refuse(conditions & _ROLE_SLOTS[pattern.kind], where, "only fills roles")
    _refuse(conditions - asked, where, f"is no slot of a {pattern.kind}")
    _refuse(
        {*pattern.source, *pattern.target} - asked - _ROLE_SLOTS[pattern.kind],
        where,
        f"is no slot of a {pattern.kind}",
    )


def refuse_self_contradiction(pattern: Pattern, where: str) -> None:
    """Raise LexiconError where ``unless`` takes back all that ``where`` asks of a slot."""
    wanted = dict(pattern.conditions)
    for slot, words in pattern.blocked:
        if slot in wanted and (not words or (wanted[slot] and wanted[slot] <= words)):
            raise LexiconError(f"{where}: what 'where' asks of {slot!r}, 'unless' forbids")


def refuse_dead(table: Mapping[tuple[TriggerKind, str], Sequence[Pattern]], where: str) -> None:
    """Raise LexiconError for a pattern that can never apply, because an earlier one fits whatever it fits."""
    for (kind, trigger), found in table.items():
        for earlier, later in combinations(found, 2):
            if _covers(earlier, later):
                raise LexiconError(
                    f"{where}: {trigger!r} ({kind}) stands under {earlier.type or 'OPEN'} and"
                    f" {later.type or 'OPEN'}; the latter could never apply"
                )


def _covers(earlier: Pattern, later: Pattern) -> bool:
    """Whether every frame that fits the later pattern fits the earlier one too."""
    wanted, barred = dict(later.conditions), dict(later.blocked)
    asks_less = all(
        slot in wanted and (not words or (wanted[slot] and wanted[slot] <= words))
        for slot, words in earlier.conditions
    )
    return asks_less and all(
        slot in barred and (not barred[slot] or (words and words <= barred[slot]))
        for slot, words in earlier.blocked
    )


def _refuse(slots: Iterable[str], where: str, why: str) -> None:
    if wrong := sorted(slots):
        raise LexiconError(f"{where}: {wrong[0]!r} {why}")
