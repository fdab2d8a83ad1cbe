"""A workshop on a running server, with its moderator's hand: what browser tests let happen in the room."""

from __future__ import annotations

import json
import re
import urllib.request
import uuid
from dataclasses import dataclass
from typing import Any

from tests.conftest import Served


@dataclass
class Cafe:
    """A workshop on a running server, and its moderator's hand: `do` gives a command, returns its result."""

    served: Served
    code: str
    token: str
    board_link: str

    def do(self, kind: str, /, **fields: Any) -> dict[str, Any]:
        answer = _post(
            f"{self._api}/commands",
            {"id": str(uuid.uuid4()), "type": kind, **fields},
            self.token,
        )
        assert answer["ok"], answer
        result: dict[str, Any] = answer["result"]
        return result

    def do_all(self, commands: list[dict[str, Any]]) -> None:
        """Give many commands, each {"type", …fields}, in one request."""
        answers: Any = _post(
            f"{self._api}/commands",
            [{"id": str(uuid.uuid4()), **command} for command in commands],
            self.token,
        )
        assert [answer for answer in answers if not answer["ok"]] == []

    def happened(self) -> list[dict[str, Any]]:
        """The events so far, in order, as the journal has them."""
        return [json.loads(line)["event"] for line in self.download("journal.jsonl").splitlines()]

    def views(self) -> dict[str, Any]:
        """Every channel that a moderator hears, as it is now."""
        channels: dict[str, Any] = json.loads(_get(self._api, self.token))["channels"]
        return channels

    def tablet_link(self, table: str) -> str:
        """The address of a table's tablet, as its moderator gives it out, at the address of the test."""
        link: str = json.loads(_get(f"{self._api}/links", self.token))["tables"][table]
        return self.served.url + re.sub(r"^https?://[^/]+", "", link)

    def download(self, name: str) -> str:
        """One of the files a moderator may take away."""
        return _get(f"{self.phone_link}/{name}", self.token)

    @property
    def _api(self) -> str:
        return f"{self.served.url}/api/workshops/{self.code}"

    @property
    def phone_link(self) -> str:
        return f"{self.served.url}/w/{self.code}"

    @property
    def console_link(self) -> str:
        return f"{self.phone_link}/moderator?key={self.token}"


def _post(url: str, body: object, token: str) -> dict[str, Any]:
    headers = {**_bearer(token), "Content-Type": "application/json"}
    request = urllib.request.Request(url, json.dumps(body).encode(), headers)
    with urllib.request.urlopen(request, timeout=60) as response:
        answer: dict[str, Any] = json.load(response)
    return answer


def _get(url: str, token: str) -> str:
    request = urllib.request.Request(url, headers=_bearer(token))
    with urllib.request.urlopen(request, timeout=20) as response:
        text: str = response.read().decode()
    return text


def _bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}


def found(served: Served, **parameters: Any) -> Cafe:
    """A new workshop: four stations, unless the parameters say otherwise."""
    asked = {"scenario": "pzk", "language": "en", **parameters}
    made = _post(f"{served.url}/api/workshops", asked, served.key)
    board_key = made["links"]["board"].partition("?")[2]
    link = f"{served.url}/w/{made['code']}/board?{board_key}"
    return Cafe(served, made["code"], made["moderator_token"], link)
