"""Lines about the publication: whose rights, which staff, how to subscribe."""

from __future__ import annotations

import re

from graphbuild.stages.cleaning.wording import is_names, one_of

_STAFF_WORK = r"(?:reporting|writing|editing|reported|written|edited|compiled|translated|produced)"

STAFF_AT_END = re.compile(
    rf"\((?:(?:additional|further) )?{_STAFF_WORK}\b[^()]{{0,40}} by [^()]{{2,300}}\)\s*\Z", re.I
)
"""Credits in brackets at the end of a paragraph: "(Reporting by Jane Doe)"."""

_STAFF = re.compile(
    rf"\(?(?:(?:additional|further) )?{_STAFF_WORK}(?:,? (?:and |& )?(?:additional )?{_STAFF_WORK})*"
    r" by:? (?P<names>.{2,300}?)\)?\.?",
    re.I,
)
_STAFF_WORDS = re.compile(rf"\b(?:additional|further|{_STAFF_WORK}|by)\b", re.I)
_INVITATION = one_of(r"(?:sign up|subscribe|register|log in|sign in|join|become|upgrade)\b.{0,300}")
_OF_OURS = one_of(
    r"\bnewsletters?\b|\binbox\b|\bsubscri(?:be|ption)\b|\balerts?\b|\bnotifications?\b|\bbriefing\b",
    r"\bour (?:app|channel|community|daily|weekly|free)\b|\bfree (?:trial|account|access)\b|\byour account\b",
    r"\bmember(?:ship)?\b|\btelegram\b|\bwhatsapp\b|\bto (?:read|continue|comment)\b",
)
_NOTICE = one_of(
    r"(?:copyright\s*(?:©|\(c\)|\bby\b|\d{4}|,)|©|\(c\)\s*\d{4}|&copy;).{0,400}",
    r".{0,300}\ball rights reserved\b[^a-z]{0,5}(?:this material may not.{0,200})?",
    r"this material may not be .{0,250}",
    r"(?:get|receive) (?:the|our|more|breaking|news|all|daily|weekly)\b.{0,120}"
    r"\b(?:newsletter|inbox|alerts|our app)\b.{0,80}",
    r"follow (?:us|me|him|her|them|@?[\w.' ]{2,40}) on "
    r"(?:twitter|facebook|instagram|x|telegram|youtube|whatsapp|linkedin|social media)\b.{0,80}",
    r"(?:download|install|get) (?:the|our) .{0,40}\bapp\b.{0,80}",
    r"support (?:our|independent|quality|local) (?:journalism|work|reporting|newsroom)\b.{0,120}",
    r"(?:already|not yet|not) a (?:subscriber|member)\b.{0,60}",
    r"you have .{0,30}\barticles? (?:left|remaining)\b.{0,60}",
    r"our standards: .{0,80}|(?:terms of (?:use|service)|privacy (?:policy|notice)|cookie policy)\b.{0,60}",
    r"this (?:article|story|piece|post|column) (?:was )?(?:originally|first) "
    r"(?:published|appeared|ran|posted)\b.{0,120}",
    r"originally published (?:by|in|on|at) .{0,80}",
    r"(?:this|the) (?:article|story|post) (?:has been|was) (?:last )?updated\b[^a-z]{0,40}",
    r"(?:e-?mail|contact|write to) (?:us|the (?:author|writer|reporters?|editors?|newsroom))\b.{0,80}",
    r"(?:have|got|do you have) (?:a|any) (?:story |news )?(?:tips?|questions?|comments?)\b.{0,20}\?.{0,120}",
    r"\d{1,2} min(?:ute)?s?\.? read",
    r"\S+@\S+\.\w{2,6}",
)


def is_notice(words: str) -> bool:
    """Whether a paragraph is about the publication rather than about the world."""
    if not any(map(str.isalnum, words)) or _NOTICE.fullmatch(words):
        return True
    if match := _STAFF.fullmatch(words):
        return is_names(_STAFF_WORDS.sub("", match["names"]))
    return _INVITATION.fullmatch(words) is not None and _OF_OURS.search(words) is not None
