"""The secrets of a server: made once, kept, readable by their owner alone."""

import re
import stat
from pathlib import Path

import pytest

from facilitation import keys


def test_they_are_made_once_and_are_the_same_for_ever(tmp_path: Path) -> None:
    first = keys.signing_secret(tmp_path), keys.moderator_key(tmp_path)
    assert (keys.signing_secret(tmp_path), keys.moderator_key(tmp_path)) == first
    assert len(first[0]) == 32
    assert re.fullmatch(r"([2-9a-hjkmnp-z]{4}-){2}[2-9a-hjkmnp-z]{4}", first[1])


def test_only_their_owner_may_read_them(tmp_path: Path) -> None:
    keys.signing_secret(tmp_path)
    keys.moderator_key(tmp_path)
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()}
    assert modes == {"secret.key": 0o600, "moderator.key": 0o600}


def test_a_file_left_empty_by_a_crash_is_filled(tmp_path: Path) -> None:
    (tmp_path / "moderator.key").touch(mode=0o644)
    assert keys.moderator_key(tmp_path) == (tmp_path / "moderator.key").read_text().strip() != ""
    assert stat.S_IMODE((tmp_path / "moderator.key").stat().st_mode) == 0o600


def test_two_folders_have_different_ones(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    assert keys.signing_secret(tmp_path / "a") != keys.signing_secret(tmp_path / "b")


def test_a_file_with_something_else_in_it_is_named(tmp_path: Path) -> None:
    path = tmp_path / "secret.key"
    path.write_text("not a key")
    with pytest.raises(ValueError, match=f"^{re.escape(str(path))}: is not a key"):
        keys.signing_secret(tmp_path)
