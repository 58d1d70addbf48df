from datetime import date

import pytest

from graphbuild.stages.reading.datelines import find_dateline_date

DAY = date(2019, 12, 30)


@pytest.mark.parametrize(
    "text",
    [
        "BAGHDAD, Dec. 30, 2019 (AP) — Rockets fell.",
        "BAGHDAD, Iraq, Dec. 30, 2019 - Rockets fell.",
        "PORT-AU-PRINCE, Haiti, 30 December 2019 (Halyard) – Rain fell.",
        "Baghdad, Dec. 30, 2019 (Reuters) -- Rockets fell.",
        "NEW YORK, Dec. 30, 2019 /PRNewswire/ -- A firm grew.",
        "Dec. 30, 2019 (UPI) -- Rockets fell.",
        "Rockets fall on base\n\nBAGHDAD, Dec. 30, 2019 (AP) — Rockets fell.",
        "Rockets fall on base\nDecember 30, 2019\nRockets fell.",
        "Rockets fall on base\r\n\r\nMonday, 30 December 2019\r\n\r\nRockets fell.",
        "Rockets fall on base\nPublished: December 30, 2019\nRockets fell.",
        "Rockets fall on base\n2019-12-30\nRockets fell.",
    ],
)
def test_a_dateline_with_its_year_gives_the_day(text):
    assert find_dateline_date(text) == DAY


@pytest.mark.parametrize(
    "text",
    [
        "BAGHDAD, Dec. 30 (AP) — Rockets fell.",
        "BAGHDAD (AP) — Rockets fell on Dec. 30, 2019.",
        "Rockets fell on December 30, 2019 - and on no other day.",
        "A jet takes off, May 7, 2019 at a base nobody names. (Air Force/Ann Roe)",
        "FILE - In this Dec. 30, 2019 photo, soldiers stand at a gate.",
        "The Deal of the Year, Dec. 30, 2019 - what it means",
        "Updated December 30, 2019\nRockets fell.",
        "Copyright December 30, 2019",
        "Rockets fell.\n" * 20 + "December 30, 2019",
        "How it began\nDecember 27, 2019\nRockets fell.\nDecember 30, 2019\nJets came.",
        "BAGHDAD, Dec. 32, 2019 (AP) — Rockets fell.",
        "",
    ],
)
def test_nothing_else_gives_a_day(text):
    assert find_dateline_date(text) is None
