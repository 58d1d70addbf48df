"""PLOVER's actor sectors and its codes for actors of no one country, for checking data files.

Source: the PLOVER manual, draft 2.0 (Open Event Data Alliance).
"""

from __future__ import annotations

SECTORS = frozenset(
    [
        "AGR",
        "BUS",
        "COP",
        "CRM",
        "CVL",
        "EDU",
        "ELI",
        "GOV",
        "JRN",
        "JUD",
        "LAB",
        "LEG",
        "MED",
        "MIL",
        "OPP",
        "PRE",
        "PRM",
        "PTY",
        "REB",
        "REF",
        "REL",
        "SOC",
        "SPY",
        "UAF",
        "UNK",
        "EUR",
        "IGO",
        "IMG",
        "ISM",
        "MNC",
        "NGO",
        "UNO",
    ]
)
