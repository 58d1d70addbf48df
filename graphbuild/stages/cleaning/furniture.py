"""Lines beside the story: who wrote it, what else to read, whose rights they are.

The rules are written for what such lines look like in general, and lean towards prose:
a paragraph wrongly read costs little, one wrongly skipped loses its events.
"""

from __future__ import annotations

import re

from graphbuild.stages.cleaning.wording import ends_sentence, is_names

_AGENCY = r"(?:The )?(?:Associated Press|AP|AFP|Reuters|UPI|CNN|BBC|Bloomberg|Xinhua)"
_CALENDAR = frozenset(
    {
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "january",
        "february",
        "march",
    }
    | {"april", "may", "june", "july", "august", "september", "october", "november", "december", "christmas"}
)

_BY = re.compile(
    r"(?:(?:story|words|report|analysis|written|posted|text) )?by:?\s+(?P<names>\S.{1,110})", re.I
)
_ROLE_AFTER = re.compile(
    rf"(?P<names>[^,|–—]{{4,50}})(?:,| \|| [-–—])\s+(?:{_AGENCY}(?: \w+)?|(?:[A-Z][\w.]* ){{0,4}}"
    r"(?:Staff Writer|staff writer|Staff Reporter|staff reporter|Correspondent|correspondent|Reporter|reporter|Editor|editor))"
)
_REACHED = re.compile(
    r"(?P<dash>[-–—*]+\s*)?(?P<names>\S.{2,60}?) can be (?:reached|contacted|emailed|followed)(?: (?:at|on|via|by)\b(?P<where>.*))?"
)
_CONTRIBUTED = re.compile(
    r".{3,400}\bcontributed (?:to this (?:report|story|article)|reporting)(?: from [^.]{2,40})?\.?\)?"
)
_ADDRESS = re.compile(r"@|\d{3}[ .-]?\d{4}|\w\.(?:com|org|net|mil|gov)\b")

_LINK_WITH_SIGN = re.compile(
    r"(?:related(?: (?:stor(?:y|ies)|articles?|coverage|content|news|links?|topics?|reading))?|(?:read|see|watch|view) (?:more|also|next|this|now|live)"
    r"|read the full (?:story|article|report)|also read|also see|see|must[- ]read|recommended(?: reading)?|you may (?:also )?like"
    r"|don['’]t miss|full coverage|in pictures|from the archives?)\s*[:>»|]\s*(?P<rest>.*)",
    re.I,
)
_LINK_WITH_COLON = re.compile(
    r"(?:more|more (?:on|from|about|in|news|stories)\b[^:.]{0,50}|read|watch|listen|video|gallery|live(?: updates| blog)?|podcast)\s*[:>»|]\s*(?P<rest>.*)",
    re.I,
)
_LINK_WHOLE = re.compile(
    r"(?:show|read|view|see|open) (?:the )?(?:full|whole|entire|complete|original) (?:article|story|text|report|list)|full (?:article|story)"
    r"|read more|see more|show more|load more|learn more|find out more|more|\(more\)|continue reading|keep reading|read on"
    r"|(?:view|show|hide|leave|post|add)(?: \d+)?(?: a| all)? comments?|comments?(?: \(\d+\))?|\d+ comments?"
    r"|(?:article|story) continues (?:below|after)(?: (?:the )?(?:advertisement|ad|video|this ad))?"
    r"|(?:- )?advertisement(?: - .{3,40})?|sponsored(?: content)?|scroll (?:down )?to continue|skip (?:ad|to (?:main )?content)|back to top"
    r"|share|tweet|print|email|e-mail|share (?:this|on|via)(?: [\w/]+){0,4}|click to (?:enlarge|expand|share|tweet|play)|play video|watch (?:live|now|the video)"
    r"|related|related (?:stories|articles|topics|content|coverage|news|links?)|more (?:stories|news|coverage|headlines)|most (?:read|popular|viewed)|top stories"
    r"|trending(?: now)?|recommended(?: for you| stories)?|you (?:may|might) (?:also )?like|editors?['’]?s?['’]? picks?|what to read next|up next|next|previous",
    re.I,
)
_LINK_INVITE = re.compile(
    r"(?:click|tap) (?:here|below|on the (?:link|photo|image|headline))\b.*"
    r"|(?:read|see|view|watch|find) (?:more|all|also|the full|our full)\b.{0,160}\b(?:here|below|on our website|at \S+\.\S+)\s*[.>»]*"
    r"|for (?:more|the latest|full) .{0,100}\b(?:click|visit|go to|see)\b.{0,80}",
    re.I,
)
_LINK_OPEN = re.compile(
    r"(?:read more|see also|read also|also read|find out more|learn more) (?:about|on|from|in|at|of|here)\b.{0,160}",
    re.I,
)
_LIST_LABEL = re.compile(
    r"related(?: \w+)?|(?:read|see) (?:more|also|next)|also read|see also|more(?: \w+){0,4}|most \w+|top stories|trending(?: now)?"
    r"|recommended(?: .{1,20})?|you (?:may|might) (?:also )?like|editor.{0,4} picks?|what to read next|up next|full coverage",
    re.I,
)
_ADDRESS_LINE = re.compile(r"(?:https?://|www\.|pic\.twitter\.com/|bit\.ly/)\S+")
_BULLET = re.compile(r"(?:[-*•·▪►»>]|\d{1,2}[.)])\s+\S")

_SUBSCRIBE = re.compile(
    r"(?:sign up|subscribe|register|log in|sign in|join|become|upgrade)\b(?! (?:numbers?|rates?)\b).{0,300}",
    re.I,
)
_SUBSCRIBE_TO = re.compile(
    r"newsletters?\b|\binbox\b|\bsubscri(?:be|ption)|\balerts?\b|\byour account\b|\bmember(?:ship)?\b|\bour (?:app|channel|community|daily|weekly|free)\b"
    r"|\bfree (?:trial|account|access)|\bnotifications?\b|\bbriefing\b|\btelegram\b|\bwhatsapp\b|\bto (?:read|continue|comment)\b",
    re.I,
)
_NOTICE = re.compile(
    r"(?:copyright\s*(?:©|\(c\)|by\b|\d{4}|,)|©|\(c\)\s*\d{4}|&copy;).{0,400}"
    r"|.{0,300}\ball rights reserved\b[^a-z]{0,5}(?:this material may not.{0,200})?"
    r"|this material may not be .{0,250}"
    r"|(?:get|receive) (?:the|our|more|breaking|news|all|daily|weekly)\b.{0,120}\b(?:newsletter|(?:your )?inbox|alerts|our app)\b.{0,80}"
    r"|follow (?:us|me|him|her|them|@?[\w.' ]{2,40}) on (?:twitter|facebook|instagram|x|telegram|youtube|whatsapp|linkedin|social media)\b.{0,80}"
    r"|(?:download|install|get) (?:the|our) .{0,40}\bapp\b.{0,80}"
    r"|support (?:our|independent|quality|local) (?:journalism|work|reporting|newsroom)\b.{0,120}"
    r"|(?:already|not yet|not) a (?:subscriber|member)\b.{0,60}|you have .{0,30}\barticles? (?:left|remaining)\b.{0,60}"
    r"|our standards: .{0,80}|(?:terms of (?:use|service)|privacy (?:policy|notice)|cookie policy|contact us)\b.{0,60}"
    r"|this (?:article|story|piece|post|column) (?:was )?(?:originally|first) (?:published|appeared|ran|posted)\b.{0,120}"
    r"|(?:this|the) (?:article|story|post) (?:has been|was) (?:last )?updated\b[^a-z]{0,40}|originally published (?:by|in|on|at) .{0,80}"
    r"|(?:e-?mail|contact|write to) (?:us|the (?:author|writer|reporter|editors?|newsroom|reporters))\b.{0,80}"
    r"|(?:have|got|do you have) (?:a|any) (?:story|news )?(?:tips?|questions?|comments?)\b.{0,20}\?.{0,120}"
    r"|\S+@\S+\.\w{2,6}",
    re.I,
)
_STAFF = re.compile(
    r"\(?(?:(?:additional|further) )?(?:reporting|writing|editing|reported|written|edited|compiled|translated|produced)"
    r"(?:,? (?:and |& )?(?:additional )?(?:reporting|writing|editing|reported|written|edited|compiled|translated|produced))* by:? (?P<names>.{2,300}?)\)?\.?",
    re.I,
)
STAFF_AT_END = re.compile(
    r"\((?:(?:Additional|Further) )?(?:Reporting|Writing|Editing|Compiled|Edited|Written)\b[^()]{0,40} by [^()]{2,300}\)\s*\Z"
)


def is_byline(words: str) -> bool:
    """Whether a paragraph says who wrote the article or how to reach that person."""
    if _CONTRIBUTED.fullmatch(words):
        return words[:1].isupper()
    if match := _REACHED.fullmatch(words):
        where = (match["where"] or "").strip()
        addressed = match["dash"] or not where or _ADDRESS.search(where)
        return bool(addressed) and is_names(match["names"])
    if match := _ROLE_AFTER.fullmatch(words):
        return _is_person(match["names"])
    match = _BY.fullmatch(words)
    return match is not None and not ends_sentence(words) and _is_person(match["names"])


def _is_person(names: str) -> bool:
    """Whether words that may hold a place or a time after them begin with a name."""
    first = re.split(r",| \|| and | [-–—] |\s\(|\s\d", names, maxsplit=1)[0]
    tokens = first.split()
    if not tokens or tokens[0].strip(".,").lower() in _CALENDAR or not tokens[0][0].isupper():
        return False
    short = len(tokens) == 1 and re.fullmatch(_AGENCY, first) is None
    return not short and len(tokens) <= 6 and is_names(first) and tokens[1:2] != ["the"]


def is_link(words: str) -> bool:
    """Whether a paragraph only sends the reader to something else."""
    label = words.rstrip(" .:>»…→↓")
    if _LINK_WHOLE.fullmatch(label) or _LINK_INVITE.fullmatch(words) or _ADDRESS_LINE.fullmatch(words):
        return True
    if match := _LINK_WITH_SIGN.fullmatch(words):
        return len(match["rest"]) <= 200
    open_ended = _LINK_WITH_COLON.fullmatch(words) or _LINK_OPEN.fullmatch(words)
    return open_ended is not None and len(words) <= 200 and not ends_sentence(words)


def opens_list(words: str) -> bool:
    """Whether a line is a label under which a list of links may stand: "Related:"."""
    return _LIST_LABEL.fullmatch(words.rstrip(" .:>»…→↓")) is not None


def is_listed_link(words: str) -> bool:
    """Whether a line under such a heading is a link: an item, or a headline."""
    return not ends_sentence(words) and (len(words) <= 160 or _BULLET.match(words) is not None)


def is_bullet(words: str) -> bool:
    """Whether a line is an item of a list."""
    return _BULLET.match(words) is not None


def is_notice(words: str) -> bool:
    """Whether a paragraph is about the publication rather than about the world."""
    if not any(map(str.isalnum, words)) or _NOTICE.fullmatch(words):
        return True
    if match := _STAFF.fullmatch(words):
        return is_names(
            re.sub(r"\b(?:additional|further|reporting|writing|editing|by)\b", "", match["names"], flags=re.I)
        )
    return _SUBSCRIBE.fullmatch(words) is not None and _SUBSCRIBE_TO.search(words) is not None
