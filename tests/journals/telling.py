"""How the recorded workshops are told; `record.py` keeps what they leave."""

from facilitation.domain import commands as c
from facilitation.domain.actors import MODERATOR, Actor, participant
from tests.runtime.cafes import Cafe


class Story:
    """A café in which every wish is granted."""

    def __init__(self, cafe: Cafe) -> None:
        self.cafe = cafe

    def ask(self, actor: Actor, *wishes: c.Command) -> None:
        """These wishes, one after the other."""
        for wish in wishes:
            ack = self.cafe.ask(actor, wish)
            assert ack.ok, (wish, ack.refusal)

    def moderator(self, *wishes: c.Command) -> None:
        """Wishes of the moderator."""
        self.ask(MODERATOR, *wishes)

    def everybody_posts(self, texts: tuple[str, ...]) -> None:
        """One idea from each of the first people."""
        for number, text in enumerate(texts, 1):
            self.ask(participant(f"P{number}"), c.PostIdea(text))
