"""What is not a command becomes a refusal that names the field, whatever was sent."""

from typing import Literal

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitation.domain import commands as c
from facilitation.domain.decide import RULES
from facilitation.domain.papers import Agreement
from facilitation.domain.refusals import Refusal

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)

# A value of each type that a required field has.
SOME = {
    tuple[c.Listed, ...]: [{"name": "a"}],
    Literal["apart", "together"]: "apart",
    str: "a",
    int: 1,
    bool: True,
    bytes: "AAAA",
    Agreement: "agree",
    tuple[str, ...]: ["a"],
    tuple[str | tuple[str, ...], ...]: ["a", ["b"]],
}


def refusal_of(wish: object) -> Refusal:
    with pytest.raises(Refusal) as caught:
        c.decode(wish)
    return caught.value


def test_every_command_has_a_rule_and_the_other_way_round() -> None:
    assert set(c.COMMANDS.values()) == set(RULES)


def test_a_well_formed_wish_becomes_its_command() -> None:
    wish = {"type": "idea.post", "text": "Jedno okienko", "table": "T2"}
    assert c.decode(wish) == c.PostIdea(text="Jedno okienko", table="T2")


@pytest.mark.parametrize(
    ("wish", "refusal"),
    [
        (None, Refusal("malformed")),
        ("idea.post", Refusal("malformed")),
        ([], Refusal("malformed")),
        ({}, Refusal("missing_field", "type")),
        ({"type": 7}, Refusal("wrong_type", "type")),
        ({"type": "idea.eat"}, Refusal("unknown_command", "type", {"command": "idea.eat"})),
        ({"type": "idea.post"}, Refusal("missing_field", "text")),
        ({"type": "idea.post", "text": 7}, Refusal("wrong_type", "text")),
        ({"type": "idea.post", "text": "a", "round": "1"}, Refusal("wrong_type", "round")),
        ({"type": "idea.post", "text": "a", "colour": "red"}, Refusal("wrong_type", "colour")),
        (
            {"type": "theme.make", "area": "a", "title": "b", "ideas": ["I1", 2]},
            Refusal("wrong_type", "ideas"),
        ),
    ],
)
def test_what_is_wrong_with_a_wish_is_named(wish: object, refusal: Refusal) -> None:
    assert refusal_of(wish) == refusal


@pytest.mark.parametrize("kind", sorted(c.COMMANDS))
def test_null_is_absence_for_what_may_be_left_out_and_the_wrong_type_for_what_may_not(kind: str) -> None:
    fields = msgspec.structs.fields(c.COMMANDS[kind])
    required = {"type": kind} | {field.name: SOME[field.type] for field in fields if field.required}
    optional = [field.name for field in fields if not field.required]
    assert c.decode(required | dict.fromkeys(optional)) == c.decode(required)
    for name in required.keys() - {"type"}:
        assert refusal_of(required | {name: None}) == Refusal("wrong_type", name)
    assert refusal_of(required | {"colour": None}) == Refusal("wrong_type", "colour")


@given(JSON, st.sampled_from(sorted(c.COMMANDS)), st.dictionaries(st.text(max_size=8), JSON, max_size=4))
def test_nothing_that_is_sent_raises_anything_but_a_refusal(wish: object, kind: str, fields: dict) -> None:
    for sent in (wish, {**fields, "type": kind}):
        assert outcome_of(sent) in {
            "malformed",
            "missing_field",
            "wrong_type",
            "unknown_command",
            "a command",
        }


def outcome_of(wish: object) -> str:
    try:
        return "a command" if type(c.decode(wish)) in RULES else "nothing known"
    except Refusal as refusal:
        return refusal.code
