"""Records a workshop in which everything happens that can: `python -m tests.journals.record NAME`.

Writes NAME.jsonl (the entries as they are exported), NAME.db (the file as it lies in the sessions folder) and
NAME.outcome.json (the state it comes to). Run it when there is a new event, under a new name; what is there
already stays as it is.
"""

import shutil
import sys
import tempfile
from pathlib import Path

import msgspec

from facilitation.domain import commands as c
from facilitation.domain.actors import GUEST, participant
from tests.journals import agreement, approving, areas, hosting, messaging, sorting, translating, undoing
from tests.journals.telling import Story
from tests.runtime.cafes import STATIONS, Cafe

HERE = Path(__file__).parent

IDEAS = (
    "mówimy wprost, co kto może zrobić",
    "każdy zna telefon każdego",
    "odpowiadamy w dwa dni",
    "zaufanie zaczyna się od dotrzymanego słowa",
    "Zaufanie!",
    "decyzje zapadają wspólnie",
    "protokół po każdym spotkaniu",
    "rodzina siedzi z nami przy stole",
    "nikt nie jest winny, szukamy wyjścia",
    "spotykamy się w pierwszy wtorek miesiąca",
    "zeby bylo cieplo i po ludzku",
    "szkoła i policja nie są przeciw sobie",
)


def tell(story: Story) -> None:
    """The whole story: before, three rounds, harvest, charter, end."""
    before(story)
    rounds(story)
    harvest(story)


def before(story: Story) -> None:
    """People arrive, and the moderator changes her mind about nearly everything."""
    people = [("Ala", "MOPS"), ("Borys", "Szkoła 7"), ("Celina", "Policja"), ("Darek", "")]
    for number in range(10):
        name, institution = people[number % 4]
        sector = ("pomoc społeczna", "oświata", "policja")[number % 3]
        story.ask(GUEST, c.JoinParticipant(f"{name} {number}", institution, sector))
    story.moderator(
        c.EditWorkshop("Próba generalna"),
        c.AddTable("Na marginesie", "Czego nam brakuje?"),
        c.EditTable("T5", topic="O czym milczymy", area="wartosci"),
        c.DropTable("T5"),
        c.AddRound(10, "Co dalej?"),
        c.AddRound(5),
        c.DropRound(6),
        c.EditRound(5, minutes=12, question="Co zrobimy jutro?"),
        c.AppointHost("T2", "P4"),
        c.AppointHost("T3", "P5"),
        c.ReleaseHost("T3"),
        c.DealSeats(),
    )


def rounds(story: Story) -> None:
    """Two rounds are held and three are not; people come late, leave, come back and are moved."""
    story.moderator(c.OpenRound())
    story.everybody_posts(IDEAS[:8])
    story.ask(GUEST, c.JoinParticipant("Ewa", "Parafia", "kościół"))
    story.ask(participant("P1"), c.RewordIdea("I1", "mówimy wprost, co kto może, a czego nie może"))
    story.ask(participant("P2"), c.UpdateParticipant(institution="Szkoła 8", sector="oświata"))
    story.moderator(c.ExtendRound(3), c.MoveSeat("P3", "T1"), c.CloseRound())
    story.ask(participant("P6"), c.LeaveParticipant())
    story.ask(participant("P7"), c.LeaveParticipant(), c.ReturnParticipant())
    story.moderator(c.SkipRound(2), c.OpenRound(3))
    story.everybody_posts(IDEAS[8:11])
    story.ask(participant("P2"), c.PostIdea(IDEAS[11], round=1))
    state = story.cafe.workshop.state
    for who in ("P8", "P9"):
        seat = state.participants[who].seats[1]
        idea = next(i.id for i in state.ideas.values() if i.table == seat and i.author != who)
        story.ask(participant(who), c.SupportIdea(idea), c.SupportIdea(idea, on=False), c.SupportIdea(idea))
    story.ask(participant("P1"), c.WithdrawIdea("I9"))
    story.moderator(
        c.PostIdea("na kartce: herbata i ciasto pomagają", table="T4", participant="P6"),
        c.PostIdea("na kartce: pani Iks z ulicy Dziewiątej", table="T4"),
        c.HideIdea("I14"),
        c.BlankIdea("I14"),
        c.HideIdea("I3"),
        c.RestoreIdea("I3"),
        c.CloseRound(),
        c.DealSeats(),
    )


def harvest(story: Story) -> None:
    """Themes and articles, by the machine and by hand; a name is erased; the end, twice."""
    story.moderator(c.OpenHarvest(), c.SuggestThemes(fineness=0.9))
    story.moderator(c.MakeTheme("wartosci", "Zaufanie", ("I4", "I5")))
    story.moderator(c.MakeTheme("wartosci", "Ciepło", ("I11",)))
    made = [theme.id for theme in story.cafe.workshop.state.themes.values() if theme.kept]
    story.moderator(
        c.NameTheme(made[0], "Zaufanie i słowo"),
        c.PlaceIdea("I2", None),
        c.MakeTheme("zasady_pracy", "Na chwilę", ("I6",)),
        c.MergeTheme(made[1], made[0]),
    )
    passing = next(t.id for t in story.cafe.workshop.state.themes.values() if t.title == "Na chwilę")
    story.moderator(c.EmptyTheme(passing), c.SuggestThemes("zasady_pracy"), c.DraftCharter())
    articles = list(story.cafe.workshop.state.articles)
    story.moderator(
        c.RewordArticle(articles[0], "Ufamy sobie, bo dotrzymujemy słowa."),
        c.DropArticle(articles[0]),
        c.RestoreArticle(articles[0]),
        c.DraftCharter(),
        c.EraseParticipant("P9"),
        c.CloseWorkshop(),
        c.ReopenWorkshop(),
        c.CloseWorkshop(),
    )


STORIES = {
    "agreement": agreement.tell,
    "approve": approving.tell,
    "areas": areas.tell,
    "hosts": hosting.tell,
    "messages": messaging.tell,
    "room": sorting.tell,
    "two-languages": translating.tell,
    "undoing": undoing.tell,
}
"""Stories by how the names begin under which they are recorded; any other name gets the one above."""


def record(name: str, folder: Path) -> None:
    """Tells the story in a folder of its own and keeps what it left."""
    cafe = Cafe(folder, STATIONS)
    told = next((story for begins, story in STORIES.items() if name.startswith(begins)), tell)
    told(Story(cafe))
    lines = b"".join(msgspec.json.encode(entry) + b"\n" for entry in cafe.journal.read())
    outcome = msgspec.json.format(msgspec.json.encode(cafe.workshop.state), indent=1)
    cafe.close()
    (HERE / f"{name}.jsonl").write_bytes(lines)
    (HERE / f"{name}.outcome.json").write_bytes(outcome + b"\n")
    shutil.copy(folder / f"{cafe.code}.db", HERE / f"{name}.db")


if __name__ == "__main__":
    if (HERE / f"{sys.argv[1]}.jsonl").exists():
        sys.exit(f"{sys.argv[1]} is recorded already and stays as it is")
    with tempfile.TemporaryDirectory() as made:
        record(sys.argv[1], Path(made))
