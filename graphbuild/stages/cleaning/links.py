"""Lines that only send the reader to something else."""

from __future__ import annotations

import re

from graphbuild.stages.cleaning.wording import ends_sentence, one_of

_TRAIL = " .:>»…→↓"
_SIGN = r"\s*[:>»|]\s*"

_LABEL_WITH_SIGN = re.compile(
    r"(?:related(?: (?:stor(?:y|ies)|articles?|coverage|content|news|links?|topics?|reading))?"
    r"|(?:read|see|watch|view) (?:more|also|next|this|now|live)|also (?:read|see)|see"
    r"|read the full (?:story|article|report)|must[- ]read|recommended(?: reading)?|you may (?:also )?like"
    rf"|don['’]t miss|full coverage|in pictures|from the archives?){_SIGN}.{{0,200}}",
    re.I,
)
# A sentence may begin with these and a colon; a headline under a link has no full stop.
_OPEN_ENDED = one_of(
    rf"(?:more(?: (?:on|from|about|in|news|stories)\b[^:.]{{0,50}})?|podcast|gallery|video|watch|listen|read){_SIGN}.+",
    rf"live(?: updates| blog)?{_SIGN}.+",
    r"(?:see|read) also .+|also read .+",
    r"(?:read|find out|learn) more (?:about|on|from|in|at|of|here)\b.*",
)
_WHOLE = one_of(
    r"(?:show|read|view|see|open) (?:the )?(?:full|whole|entire|complete|original) (?:article|story|text|report)",
    r"full (?:article|story)|(?:continue|keep) reading|read on|slideshow(?: \(\d+ images\))?",
    r"(?:read|see|show|load|learn) more|find out more|more|\(more\)",
    r"(?:view|show|hide|leave|post|add)(?: \d+)?(?: a| all)? comments?|comments?(?: \(\d+\))?|\d+ comments?",
    r"(?:article|story) continues (?:below|after)(?: (?:the )?(?:advertisement|ad|video|this ad))?",
    r"(?:- )?advertisement(?: - .{3,40})?|sponsored(?: content)?|scroll (?:down )?to continue",
    r"skip (?:ad|to (?:main )?content)|back to top|enlarge (?:this )?image",
    r"share|tweet|print|e-?mail|share (?:this|on|via)(?: [\w/]+){0,4}",
    r"click to (?:enlarge|expand|share|tweet|play)|play video|watch (?:live|now|the video)",
)
_LIST_LABEL = one_of(
    r"related(?: (?:stories|articles|topics|content|coverage|news|links?))?|(?:read|see) (?:more|also|next)|also read",
    r"more (?:stories|news|coverage|headlines)|most (?:read|popular|viewed)|top stories",
    r"trending(?: now)?|recommended(?: for you| stories)?|you (?:may|might) (?:also )?like|full coverage",
    r"editors?['’]?s?['’]? picks?|what to read next|up next|next|previous",
)
_MORE_ON = re.compile(r"more (?:on|from|about) .{1,40}", re.I)
_INVITATION = one_of(
    r"(?:click|tap) (?:here|below|on the (?:link|photo|image|headline))\b.*",
    r"(?:read|see|view|watch|find) (?:more|all|also|the full|our full)\b.{0,160}\b(?:here|below|on our website)[.>» ]*",
    r"for (?:more|the latest|full) .{0,100}\b(?:click|visit|go to|see)\b.{0,80}",
)
_ADDRESS = re.compile(r"(?:https?://|www\.|pic\.twitter\.com/|bit\.ly/)\S+")
_BULLET = re.compile(r"(?:[-*•·▪►»>]|\d{1,2}[.)])\s+\S")


def is_link(words: str) -> bool:
    """Whether a paragraph only sends the reader to something else."""
    label = words.rstrip(_TRAIL)
    if _WHOLE.fullmatch(label) or _LIST_LABEL.fullmatch(label) or _ADDRESS.fullmatch(words):
        return True
    if _LABEL_WITH_SIGN.fullmatch(words) or _INVITATION.fullmatch(words):
        return True
    found = _OPEN_ENDED.fullmatch(words) or _MORE_ON.fullmatch(words)
    return found is not None and len(words) <= 200 and not ends_sentence(words)


def opens_list(words: str) -> bool:
    """Whether a line is a label under which a list of links may stand: "Related:"."""
    label = words.rstrip(_TRAIL)
    return _LIST_LABEL.fullmatch(label) is not None or _MORE_ON.fullmatch(words) is not None


def is_listed_link(words: str) -> bool:
    """Whether a line under such a label can be a link: a headline, no sentence."""
    return not ends_sentence(words) and len(words) <= 160


def is_bullet(words: str) -> bool:
    """Whether a line is an item of a list."""
    return _BULLET.match(words) is not None
