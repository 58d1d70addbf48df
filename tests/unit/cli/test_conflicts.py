from __future__ import annotations

import csv
import io
import json

from tests.unit import sample_timeline as sample


def test_a_conflict_is_told_with_both_quotes(ask):
    result = ask("conflicts")
    assert sample.SHELLED in result.stdout
    assert sample.DENIED in result.stdout
    assert "The Herald, herald-1" in result.stdout
    assert "1 conflict on 1 event" in result.stderr


def test_programs_get_a_row_a_claim(ask):
    rows = json.loads(ask("conflicts", "-f", "json").stdout)
    assert [(row["about"], row["claim"], row["outlet"]) for row in rows] == [
        ("status", "asserted", "The Herald"),
        ("status", "denied", "The Post"),
    ]
    assert all(
        row["quote"]
        == {"herald-1": sample.HERALD, "post-7": sample.POST}[row["article"]][row["start"] : row["end"]]
        for row in rows
    )
    table = list(csv.DictReader(io.StringIO(ask("conflicts", "-f", "csv").stdout)))
    assert [row["mention"] for row in table] == [row["mention"] for row in rows]


def test_events_are_chosen_as_in_find(ask):
    assert ask("conflicts", "--did", "accuse").stdout == ""
    assert ask("conflicts", "--did", "nothing").exit_code != 0
