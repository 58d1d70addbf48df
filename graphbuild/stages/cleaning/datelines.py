"""Where and when an article was filed, as its first words say: "BAGHDAD, Dec. 30 (AP) -"."""

from __future__ import annotations

import re

_LONGEST = 160

_UPPER = "A-ZÀ-ÖØ-ÞŁŚŻŠŽČĆĐİ"
_AGENCY_NAMES = (
    r"AP|AFP|Reuters|UPI|Xinhua|CNN|CNBC|BBC(?: News)?|NBC(?: News)?|CBS(?: News)?|ABC(?: News)?|NPR|VOA|RFE/RL"
    r"|(?:The )?Associated Press|Agence France-Presse|Thomson Reuters Foundation|(?:The )?Canadian Press|CP|PA|AAP"
    r"|(?:ITAR-)?TASS|Interfax|RIA(?: Novosti)?|dpa|DPA|EFE|ANSA|AGI|APA|Bloomberg|Dow Jones|MarketWatch"
    r"|Kyodo(?: News)?|Yonhap|Jiji|CNA|Bernama|Antara|PNA|ANI|PTI|IANS|UNI|APP|AA|Anadolu(?: Agency)?"
    r"|IRNA|ISNA|Tasnim|Fars|INA|SANA|SPA|WAM|QNA|KUNA|BNA|MENA|NNA|WAFA|PETRA|JTA|IPS|IRIN|TNS"
    r"|PR ?N(?:ews|EWS)(?:wire|WIRE)|B(?:usiness|USINESS) ?W(?:ire|IRE)|G(?:lobe|LOBE) ?N(?:ews|EWS)(?:wire|WIRE)"
)
_KNOWN = rf"\s*(?:\((?:{_AGENCY_NAMES})\)|/(?:{_AGENCY_NAMES})/)"
_ANY = rf"\s*(?:\([{_UPPER}][^()\n]{{0,40}}\)|/[{_UPPER}][^/\n]{{0,40}}/)"
_DASH = r"\s*(?:--?|–|—|―|_)(?=\s|$)"
_LONG_DASH = r"\s*(?:--|–|—|―)"

_MONTH = r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
_WEEKDAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b\.?,?\s+)?"
_DATE = rf"{_WEEKDAY}(?:{_MONTH}\s+\d{{1,2}}(?:,?\s+\d{{4}})?|\d{{1,2}}\s+{_MONTH}(?:,?\s+\d{{4}})?)"
_TIME = r"(?:\s*[,|–-]?\s*(?:at\s+)?\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?(?:\s*[A-Z]{2,4})?(?:\s*\([A-Z]{2,4}\))?)?"

_CAPS = rf"[{_UPPER}][{_UPPER}.'’-]+(?:[ /][{_UPPER}][{_UPPER}.'’-]*){{0,4}}"
_NAME = rf"[{_UPPER}][\w.'’-]+(?: [{_UPPER}][\w.'’-]+){{0,3}}"
_REGION = rf"(?:,\s+(?!{_DATE})[{_UPPER}][\w.'’-]*(?: [\w.'’-]+){{0,3}}?){{0,2}}"
_WHEN = rf"(?:,?\s+{_DATE})"

_FILED = re.compile(
    rf"{_CAPS}{_REGION}(?:{_WHEN}{_ANY}?|{_ANY})(?:{_DASH}|{_LONG_DASH}|:(?=\s))"  # CAIRO, Dec. 30 (X) -
    rf"|{_NAME}{_REGION}{_WHEN}?{_KNOWN}(?:{_DASH}|{_LONG_DASH})"  # Cairo (AP) -
    rf"|(?:{_DATE})?{_KNOWN}(?:{_DASH}|{_LONG_DASH})?"  # (Reuters) -
)
_CITY_ONLY = re.compile(rf"{_CAPS}{_REGION}{_DASH}(?=\s+[\"'“‘`{_UPPER}\d]|\s*$)")
_WHOLE = re.compile(rf"{_CAPS}{_REGION}{_WHEN}?{_KNOWN}[.:]?")
_ISO = r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?)?"
_DATE_LINE = re.compile(
    rf"(?:(?:first |last )?(?:published|posted|updated|date)(?: on| at)?:?\s+)?(?:{_DATE}{_TIME}|{_ISO}|{_TIME}\s*,?\s*{_DATE})\.?",
    re.I,
)


def is_date_line(words: str) -> bool:
    """Whether a paragraph holds a date, or a dateline, and nothing else."""
    if len(words) > _LONGEST:
        return False
    return _DATE_LINE.fullmatch(words) is not None or _WHOLE.fullmatch(words) is not None


def dateline_length(words: str, *, near_top: bool) -> int:
    """How many characters at the head of a paragraph are a dateline; 0 when none are.

    A city in capitals and a dash alone count only ``near_top``: further down they are
    more likely an acronym with an aside.
    """
    head = words[:_LONGEST]
    match = _FILED.match(head) or (_CITY_ONLY.match(head) if near_top else None)
    return match.end() if match else 0
