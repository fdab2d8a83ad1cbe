"""The one error of this room: a request that can't be answered, as a code with parameters.

The words for people are made by whoever asked (the command line, the web), in their language.
"""

Param = str | int | float


class ThemesRefused(ValueError):
    """Raised with a code from CODES and the offending values; carries no sentence for people."""

    def __init__(self, code: str, **params: Param) -> None:
        assert code in CODES, code
        super().__init__(code, params)
        self.code = code
        self.params = params


CODES = {
    "area_unknown": "the desk was told nothing of this area, or forgot it when it was started anew",
    "encoder_unknown": "no encoder has this name",
    "encoder_missing": "the package of this encoder is not installed",
    "idea_twice": "two ideas have one id",
    "idea_unknown": "an id that is not among the ideas",
    "idea_kept_twice": "a human's theme and another one both hold this idea",
    "theme_twice": "two of the human's themes have one id",
    "fineness_range": "fineness is a number from 0 to 1",
    "answer_idea_unknown": "an answer is about an idea that is not among the ideas",
    "answer_choice_unknown": "an answer chose a candidate that was not shown",
    "failed": "what was to be done aside broke, which is the program's fault",
    "malformed": "the JSON has another form than the interface says",
    "row_unknown": "a row number that is not among the rows",
    "placed_twice": "an idea is placed in two themes, itself or by being together with another",
    "placed_and_unassigned": "an idea is placed in a theme and put aside, itself or with another",
    "together_across_areas": "two ideas of different areas are put together",
    "together_and_apart": "two ideas that a human put together are also to be kept apart",
}
"""Every refusal code of this room, with what it means."""
