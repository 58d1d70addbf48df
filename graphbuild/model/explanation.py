"""Why an event was read as it was: what the codebook asked, and the way to each role."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Condition:
    """What a pattern asks of a slot: one of ``words`` at its head (none named: anything there).

    ``forbidden`` turns it round: nothing of the kind may be there.
    """

    slot: str
    words: tuple[str, ...]
    forbidden: bool


@dataclass(frozen=True, slots=True)
class Check:
    """A condition, what stands in its slot (lemmas, and sorts written "@person"), whether it holds."""

    condition: Condition
    found: tuple[str, ...]
    holds: bool


@dataclass(frozen=True, slots=True)
class Candidate:
    """A pattern of the codebook that has the trigger, and its conditions held against the sentence.

    ``type`` is None for a pattern that keeps an event untyped.
    """

    type: str | None
    mode: str | None
    code: str | None
    checks: tuple[Check, ...]

    @property
    def fits(self) -> bool:
        """Whether nothing speaks against it."""
        return all(check.holds for check in self.checks)


@dataclass(frozen=True, slots=True)
class Step:
    """One edge of the parse: its label, the word it leads to, and whether that is the governor."""

    label: str
    word: str
    upward: bool


@dataclass(frozen=True, slots=True)
class Filler:
    """The head word of a role, and the way there from the trigger."""

    word: str
    path: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class RoleChoice:
    """How a role was filled: the slots looked in, the first of them that had something, who that is.

    ``slot`` is None where all were empty, and "content of" with a word where that event,
    which this one is about, gave them. ``fillers`` is empty although a slot is named
    where its words have the other role already.
    """

    wanted: tuple[str, ...]
    slot: str | None
    fillers: tuple[Filler, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """How one clause came by its type and roles.

    ``candidates`` are all patterns of its trigger in the order in which they are tried,
    the most demanding first; ``fired`` is the first that fits, by its index among them,
    None where none fits or the codebook does not know the trigger. ``coded_with`` is the
    trigger of the event that this one is coded with, and has no type for: "threatened" in
    "threatened to attack".
    """

    trigger: str
    candidates: tuple[Candidate, ...]
    fired: int | None
    source: RoleChoice
    target: RoleChoice
    coded_with: str | None


class Idleness(StrEnum):
    """Why a word that the codebook knows tells no event of its own."""

    CARRIES = "carries"  # a light verb: "launched an attack"
    ABSORBED = "absorbed"  # a noun that the pattern of a verb asks for: "imposed sanctions"
    PLACE = "place"  # a helper, an adjective, part of a name: "wounded soldiers"
    ALONE = "alone"  # a noun that tells an event only with a role, and none is filled


@dataclass(frozen=True, slots=True)
class IdleTrigger:
    """A trigger of the codebook that gave no event.

    ``token`` is its index, ``with_word`` the other word that has to do with it: what it
    carries, what absorbs it, or its label in the parse.
    """

    token: int
    action: str
    idleness: Idleness
    with_word: str | None
