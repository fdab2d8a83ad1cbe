"""Where the scenarios of the repository lie."""

from pathlib import Path

SCENARIOS = Path(__file__).parents[2] / "sessions" / "scenarios"
