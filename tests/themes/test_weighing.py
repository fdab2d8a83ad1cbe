"""Weighing: what all agree on is believed, wherever the machine began."""

import numpy as np

from facilitation.themes.answers import Answer, evidence_of
from facilitation.themes.grouping import FREE
from facilitation.themes.weighing import Weighing

IDEAS = ("a1", "a2", "a3", "b1", "b2", "b3")


def test_two_ideas_put_together_do_not_chase_each_other_through_each_others_themes() -> None:
    asked = {
        "a1": (("a2",), ("b1", "b2")),
        "a2": (("a1",), ("b1",)),
        "a3": (("a2", "a1"), ("b1", "b2")),
        "b1": (("b2",), ("a1",)),
        "b2": (("b1",), ("a1",)),
        "b3": (("b1", "b2"), ("a1",)),
    }
    answers = [Answer(idea, shown, 0, f"P{n}") for n in range(5) for idea, shown in asked.items()]
    size = len(IDEAS)
    weighing = Weighing(
        np.eye(size, dtype=np.float32),
        np.ones(size, dtype=np.float32),
        np.full(size, FREE),
        evidence_of(answers, {idea: row for row, idea in enumerate(IDEAS)}),
    )
    belief = weighing.believe(np.array([0, 1, 0, 1, 1, 1]), 0, [(0, 0), (3, 1)])
    assert belief.labels().tolist() == [0, 0, 0, 1, 1, 1]
