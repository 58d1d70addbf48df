import json
from datetime import date

import pytest

from graphbuild.errors import InputError
from graphbuild.model.ids import article_id
from graphbuild.model.text import Article, PublishedFrom
from graphbuild.stages.reading import Failure, ReadOptions, parse_field_map


def by_place(found):
    """Articles by their id, failures by their line."""
    return {i.id if isinstance(i, Article) else i.origin.rsplit(":", 1)[1]: i for i in found}


def test_rows_are_read_and_each_wrong_line_is_named(read):
    found = by_place(read("rows.jsonl"))
    assert [n for n, item in found.items() if isinstance(item, Article)] == [
        "a1",
        "17",
        article_id("A farmer reaped.", None),
    ]
    assert "not JSON" in found["3"].reason
    assert "--map text=KEY" in found["5"].reason
    assert "ambiguous" in found["6"].reason


def test_the_text_of_a_row_is_kept_to_the_last_character(read):
    article = by_place(read("rows.jsonl"))["a1"]
    assert article.text == "Farmers blocked a road on Monday.\r\n\r\nThey left at night. "
    assert (article.id, article.title, article.outlet) == ("a1", "Road blocked", "Courier")
    assert (article.published, article.published_from) == (date(2019, 5, 7), PublishedFrom.HEADER)


def test_other_usual_names_of_fields_are_understood(read):
    article = by_place(read("rows.jsonl"))["17"]
    assert (article.id, article.text, article.title) == ("17", "A court freed two farmers.", "Freed")
    assert (article.published, article.outlet) == (date(2019, 5, 9), "Courier")
    assert article.url == "https://courier.example.net/2"


def test_two_names_for_one_field_are_not_chosen_between(read):
    article = by_place(read("rows.jsonl"))[article_id("A farmer reaped.", None)]
    assert article.outlet is None
    assert article.id == article_id("A farmer reaped.", None)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"text": None}, "no 'text'"),
        ({"text": ["a"]}, "not a string"),
        ({"text": 5}, "not a string"),
        ({"text": "  "}, "holds no text"),
        ({"text": "A\ud800"}, "half characters"),
        ({"text": "A\0"}, "NUL"),
        ({"text": "A", "id": True}, "its id"),
        ({"text": "A", "id": ["x"]}, "its id"),
        ({"text": "A", "title": 5}, "its title"),
        ({"text": "A", "outlet": {"name": "B"}}, "its outlet"),
        ({"text": "A", "published": "someday"}, "use YYYY-MM-DD"),
        ({"text": "A", "published": True}, "use YYYY-MM-DD"),
        ({"text": "A", "published": [2019]}, "use YYYY-MM-DD"),
        ({"body": "A", "content": "B"}, "--map text=KEY"),
        ([{"text": "A"}], "one object a line"),
        ("text", "not a JSON object"),
    ],
)
def test_a_row_that_cannot_be_read_says_why(read, write, row, said):
    (failure,) = read(write("x.jsonl", json.dumps(row)))
    assert isinstance(failure, Failure)
    assert said in failure.reason


@pytest.mark.parametrize(
    "line", ["[" * 100_000, '{"a":' * 100_000, '{"text": ' + "9" * 5000 + "}", "{", "nonsense"]
)
def test_json_that_python_chokes_on_is_a_failure(read, write, line):
    found = read(write("x.jsonl", f'{{"text": "A farmer sowed."}}\n{line}\n'))
    assert [type(item) for item in found] == [Article, Failure]
    assert found[1].origin.endswith(":2")


def test_one_json_document_is_refused_once(read, write):
    text = json.dumps([{"text": "A"}, {"text": "B"}], indent=1)
    assert len(read(write("x.json", text))) == 1


@pytest.mark.parametrize(("given", "kept"), [(5, "5"), ("5", "5"), (2.5, "2.5"), ("x y", "x y")])
def test_a_given_id_is_kept(read, write, given, kept):
    (article,) = read(write("x.jsonl", json.dumps({"id": given, "text": "A farmer sowed."})))
    assert article.id == kept


@pytest.mark.parametrize("given", [None, "", " "])
def test_an_empty_id_is_none(read, write, given):
    (article,) = read(write("x.jsonl", json.dumps({"id": given, "text": "A farmer sowed."})))
    assert article.id == article_id("A farmer sowed.", None)


def test_a_number_as_date_is_read_as_digits(read, write):
    (article,) = read(write("x.jsonl", json.dumps({"text": "A farmer sowed.", "published": 20190507})))
    assert article.published == date(2019, 5, 7)


def test_a_line_beyond_the_limit_is_named_and_the_file_goes_on(read, write):
    rows = [{"text": "short"}, {"text": "x" * 9000}, {"text": "short too"}]
    found = read(write("x.jsonl", "\n".join(map(json.dumps, rows))), max_bytes=5000)
    assert [type(item) for item in found] == [Article, Failure, Article]


def test_a_file_of_rows_may_be_larger_than_the_limit(read, write):
    rows = [{"text": f"Farmer {n} sowed."} for n in range(500)]
    assert len(read(write("x.jsonl", "\n".join(map(json.dumps, rows))), max_bytes=100)) == 500


def test_a_table_is_read_by_its_map(read):
    found = by_place(
        read("table.csv", field_map=parse_field_map("text=body,published=date,outlet=paper,id=nr"))
    )
    assert found["1"].text == "Pilots walked out, their union said.\nFlights were cancelled."
    assert (found["1"].id, found["1"].published, found["1"].outlet) == ("1", date(2019, 6, 1), "Courier")
    assert found["2"].text == 'Pilots said "no" again.'
    assert "5 cells under 4 column names" in found["5"].reason
    assert found["4"].outlet is None


def test_a_mapped_column_that_is_not_there_is_named_once(read):
    (failure,) = read("table.csv", field_map=(("text", "story"),))
    assert failure.origin.endswith("table.csv:1")
    assert "no column 'story' (there are: nr, date, body, paper)" in failure.reason


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_cells_may_be_cut_by_other_signs(read, write, sign):
    table = f'Title{sign}Text{sign}nr\n"A, b"{sign}"Sown; reaped."{sign}1\n'
    (article,) = read(write("x.csv", table))
    assert (article.title, article.text) == ("A, b", "Sown; reaped.")


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("text,text\na,b\n", "more than one column 'text'"),
        ("title,date\na,2019-01-01\n", "--map text=KEY"),
        ('text,title\n"never closed,\nmore\n', "not CSV"),
        ('text,title\n"a"b,c\n', "not CSV"),
        ("\ntext\n", "--map text=KEY"),
    ],
)
def test_a_table_that_cannot_be_read_says_why(read, write, table, said):
    (failure,) = read(write("x.csv", table))
    assert isinstance(failure, Failure)
    assert said in failure.reason


def test_a_cell_may_be_longer_than_the_csv_module_allows(read, write):
    (article,) = read(write("x.csv", "text\n" + "x" * 200_000))
    assert len(article.text) == 200_000


def test_a_table_in_another_encoding_is_decoded(read, write):
    (article,) = read(write("x.csv", "text;title\nUn café;Été\n".encode("cp1252")))
    assert (article.text, article.title) == ("Un café", "Été")


@pytest.mark.parametrize(("name", "content"), [("x.csv", "text,title\n"), ("x.jsonl", "\n \n")])
def test_a_file_without_rows_is_a_failure(read, write, name, content):
    (failure,) = read(write(name, content))
    assert "holds no rows" in failure.reason


@pytest.mark.parametrize("words", ["text", "text=", "=body", "text=a,,", "body=text", "text=a,text=b"])
def test_a_map_that_is_no_map_is_refused(words):
    with pytest.raises(InputError, match="--map"):
        ReadOptions(field_map=parse_field_map(words))
