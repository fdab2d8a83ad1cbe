"""IDEAS.csv as people make them: read whatever the interface allows, and refused with file, row and field."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitation.charter import IdeaRow, IdeasRefused, read_ideas
from facilitation.charter.ideas_reading import REASONS


@pytest.mark.parametrize(
    "data",
    [
        "text,round,support\nmówimy prawdę,2,3\nsłuchamy,,\n",
        "\ufefftext,round,support\r\nmówimy prawdę,2,3\r\nsłuchamy,,\r\n",
        "text;round;support\r\nmówimy prawdę;2;3\r\nsłuchamy;;\r\n",
        "\n\ntext,round,support\n\nmówimy prawdę,2,3\n,,\nsłuchamy,,",
        'Text, Round ,support\n"mówimy\nprawdę", 2 ,3\n słuchamy ,,\n',
        "text,inna,round,support\nmówimy prawdę,x,2,3\nsłuchamy,y,,\n",
    ],
)
def test_every_form_that_the_interface_allows_is_read(data):
    expected = (IdeaRow("mówimy prawdę", round=2, support=3), IdeaRow("słuchamy"))
    assert read_ideas(data.encode(), "i.csv") == expected


def test_all_columns_are_read():
    data = "id,text,area,table,round,sector,institution,support,lang\n7,ha,r,T2,1,NGO,Dom,4,pl\n"
    assert read_ideas(data.encode(), "i.csv") == (IdeaRow("ha", "7", "r", "T2", 1, "NGO", "Dom", 4, "pl"),)


REFUSED = {
    "not_utf8": (b"text\nza\n" + "żółć\n".encode("cp1250"), "i.csv, row 3: is not UTF-8 text"),
    "empty": (b"\n\n", "i.csv: has no header and no rows"),
    "no_text_column": (b"tekst,area\na,b\n", "i.csv, row 1, field “text”: has no column “text”"),
    "column_twice": (b"text,area,area\na,b,c\n", "i.csv, row 1, field “area”: has this column twice"),
    "row_length": (b"text,area\na\n", "i.csv, row 2: has another number of fields than the header"),
    "broken_quotes": (b'text\n"a\nb\n', "i.csv, row 2: has quotation marks that do not match"),
    "empty_text": (b"text,area\nraz,a\n ,b\n", "i.csv, row 3, field “text”: has no text"),
    "too_long": (b"text\n" + b"a" * 501 + b"\n", "i.csv, row 2, field “text”: is longer than 500 characters"),
    "not_a_number": (
        b"text,support\nraz,1\ndwa,-1\n",
        "i.csv, row 3, field “support”: is not a whole number from 0 to 10000: -1",
    ),
    "too_many": (b"text\n" + b"a\n" * 20_001, "i.csv: has more than 20000 ideas"),
}


def test_every_reason_has_its_case():
    assert set(REFUSED) == set(REASONS)


@pytest.mark.parametrize("code", REFUSED)
def test_a_file_that_cannot_be_used_is_refused_with_file_row_and_field(code):
    data, said = REFUSED[code]
    with pytest.raises(IdeasRefused) as refused:
        read_ideas(data, "i.csv")
    assert (refused.value.code, str(refused.value)) == (code, said)


@pytest.mark.parametrize("number", ["2.5", "١", "1e3", "99999999999999999999", "x"])
def test_a_round_is_a_whole_number(number):
    with pytest.raises(IdeasRefused) as refused:
        read_ideas(f"text,round\nraz,{number}\n".encode(), "i.csv")
    assert (refused.value.code, refused.value.row, refused.value.field) == ("not_a_number", 2, "round")


def test_a_field_of_any_length_is_refused_and_not_a_crash():
    with pytest.raises(IdeasRefused) as refused:
        read_ideas(b"text\nraz\n" + b"a" * 200_000 + b"\n", "i.csv")
    assert (refused.value.code, refused.value.row) == ("too_long", 3)


@given(st.one_of(st.binary(max_size=200), st.text(max_size=200).map(lambda text: f"text\n{text}".encode())))
def test_no_file_is_more_than_refused(data):
    with suppress(IdeasRefused):
        rows = read_ideas(data, "i.csv")
        assert all(isinstance(row, IdeaRow) and row.text for row in rows)
