"""The scenarios on disk, read once. What one is, and how it becomes a workshop, stands in
facilitation/domain/scenario.py."""

from collections.abc import Iterable
from pathlib import Path

from facilitation.domain.refusals import Refusal
from facilitation.domain.scenario import Scenario, ScenarioInvalid, parse


class Scenarios:
    """The scenarios of some folders, `*.toml` each; of two with the same id and language the one in the
    later folder counts, so that a house can have its own."""

    def __init__(self, folders: Iterable[Path]) -> None:
        """Reads them all. A folder may be missing. Raises ScenarioInvalid that names the file."""
        paths = [path for folder in folders for path in sorted(folder.glob("*.toml"))]
        read = [_read(path) for path in paths]
        self._scenarios = {(scenario.id, scenario.language): scenario for scenario in read}

    def all(self) -> tuple[Scenario, ...]:
        """Every scenario in every language, in the order of ids."""
        return tuple(self._scenarios[key] for key in sorted(self._scenarios))

    def find(self, identifier: str, language: str) -> Scenario:
        """The scenario of this id in this language, or the refusal `unknown_scenario`."""
        found = next((s for key, s in self._scenarios.items() if key == (identifier, language)), None)
        if found is None:
            raise Refusal("unknown_scenario", "scenario", {"scenario": identifier[:40]})
        return found

    def others(self, scenario: Scenario) -> tuple[Scenario, ...]:
        """The same scenario in the other languages it is there in."""
        return tuple(s for s in self.all() if s.id == scenario.id and s.language != scenario.language)


def _read(path: Path) -> Scenario:
    try:
        return parse(path.read_text("utf-8"))
    except (ScenarioInvalid, UnicodeDecodeError) as error:
        raise ScenarioInvalid(f"{path}: {error}") from None
