"""A PZK workshop of our own making: 24 people, four rounds, 55 ideas typed as on phones, themes, articles; in
Polish.

Built from events, so that it is a state the domain can reach.
"""

from functools import cache

from facilitation.charter import compose
from facilitation.domain import events as e
from facilitation.domain.apply import apply
from facilitation.domain.scenario import Parameters, create, parse
from facilitation.domain.workshop import Person, Workshop
from tests.charter.scenario_files import SCENARIOS

BEGUN_AT = 1_572_249_600_000  # 28 October 2019, 09:00 in Warsaw
MINUTE = 60_000

PEOPLE = [
    ("pomoc społeczna", "Miejski Ośrodek Pomocy Społecznej"),
    ("pomoc społeczna", "Miejski Ośrodek Pomocy Społecznej"),
    ("pomoc społeczna", "Miejski Ośrodek Pomocy Społecznej"),
    ("pomoc społeczna", "Powiatowe Centrum Pomocy Rodzinie"),
    ("oświata", "Szkoła Podstawowa nr 3 im. Marii Dąbrowskiej"),
    ("oświata", "Szkoła Podstawowa nr 3 im. Marii Dąbrowskiej"),
    ("oświata", "Poradnia Psychologiczno-Pedagogiczna"),
    ("oświata", "Przedszkole nr 5 „Łabędzie”"),
    ("kultura", "Miejska Biblioteka Publiczna"),
    ("kultura", "Dom Kultury"),
    ("sport", "Ośrodek Sportu i Rekreacji"),
    ("zdrowie", "Przychodnia Śródmieście"),
    ("zdrowie", "Poradnia Leczenia Uzależnień"),
    ("policja, sądy i kuratorzy", "Komenda Miejska Policji"),
    ("policja, sądy i kuratorzy", "Sąd Rejonowy – kuratorzy rodzinni"),
    ("organizacje pozarządowe", "Stowarzyszenie „Dom z Oknami”"),
    ("organizacje pozarządowe", "Fundacja Podwórko"),
    ("organizacje pozarządowe", "stowarzyszenie „dom z oknami”"),
    ("rynek pracy i ZUS", "Powiatowy Urząd Pracy"),
    ("mieszkalnictwo", "Zakład Gospodarki Mieszkaniowej"),
    ("parafie i związki wyznaniowe", "Parafia pw. św. Barbary"),
    ("mieszkanki i mieszkańcy", ""),
    ("mieszkanki i mieszkańcy", ""),
    ("", ""),
]

ASPIRATION = {
    "Nikt nie zostaje sam": [
        (14, "Chcemy, żeby w naszym mieście nikt nie został sam ze swoim kłopotem."),
        (5, "zeby kazdy wiedzial gdzie moze przyjsc po pomoc"),
        (4, "Sąsiad zauważy sąsiada"),
        (1, "POMOC DLA SAMOTNYCH"),
    ],
    "Rodzina mówi raz": [
        (11, "rodzina opowiada swoją historię tylko raz, a nie w pięciu okienkach"),
        (6, "Jeden wspólny plan zamiast pięciu osobnych"),
        (3, "koniec z odsyłaniem od drzwi do drzwi"),
    ],
    "Zanim będzie za późno": [
        (9, "Pomagamy, zanim kłopot urośnie do kryzysu."),
        (4, "wcześniej zauważać problemy dzieci"),
        (2, "profilaktyka!!!"),
    ],
    "Ludzie sami decydują": [
        (7, "Osoba, której pomagamy, siedzi z nami przy stole i decyduje o sobie"),
        (2, "nic o nas bez nas"),
    ],
    "Silna dzielnica": [
        (4, "Podwórka, na których chce się być"),
        (3, "więcej miejsc gdzie młodzi mogą po prostu posiedzieć"),
    ],
    "Zaufanie do urzędów": [(1, "ludzie przestają bać się urzędu")],
    "": [(0, "test"), (1, "Basen kryty")],
}
VALUES = {
    "Szacunek": [
        (12, "Słuchamy do końca i nie oceniamy"),
        (8, "mówimy o ludziach tak, jakby siedzieli obok nas"),
        (3, "szacunek"),
        (2, "poszanowanie godności każdej osoby"),
    ],
    "Zaufanie": [
        (10, "Mówimy sobie prawdę, także tę niewygodną"),
        (6, "dotrzymujemy słowa"),
        (2, "zaufanie"),
    ],
    "Odpowiedzialność": [
        (7, "Kto coś obiecał, ten to robi albo mówi, że nie da rady"),
        (3, "nie zwalamy na innych"),
    ],
    "Otwartość": [
        (5, 'zamiast "nie da się" pytamy "jak to zrobić"'),
        (4, "jesteśmy gotowi zmienić zdanie"),
    ],
    "Dobro dziecka": [(6, "dziecko jest najważniejsze - zawsze")],
    "": [(0, "kawa")],
}
RULES = {
    "Spotkania": [
        (11, "Spotykamy się raz w miesiącu, zawsze w ten sam dzień"),
        (4, "spotkania nie dłuższe niż 2 godziny"),
        (2, "nie w piatek po poludniu"),
    ],
    "Kto zwołuje": [
        (8, "Spotkanie zwołuje koordynator, a w pilnej sprawie może to zrobić każdy partner"),
        (2, "jeden koordynator"),
    ],
    "Decyzje": [
        (9, "Decyzje podejmujemy wspólnie, a gdy się nie da - większością głosów"),
        (5, "kto sie nie zgadza mówi to przy stole a nie po spotkaniu"),
    ],
    "Zastępstwa": [
        (6, "Każda instytucja wskazuje osobę do współpracy i jej zastępcę."),
        (1, "zastępca z prawem głosu"),
    ],
    "Podział zadań": [
        (5, "Po każdym spotkaniu wiadomo, kto, co i do kiedy zrobi"),
        (3, "Zadania dzielimy według możliwości a nie według tego kto głośniej krzyczy"),
    ],
    "Ocena": [(4, "Dwa razy w roku sprawdzamy, co nam wyszło, a co nie")],
    "": [(0, "# nagłówek | tabela <b>grubo</b> [link](javascript:alert(1)) `kod` 1. --- *gwiazdki*")],
}
COMMUNICATION = {
    "Czas odpowiedzi": [
        (10, "Na maila odpowiadamy w ciągu 2 dni roboczych"),
        (6, "w sprawach pilnych dzwonimy i odbieramy telefon tego samego dnia"),
        (2, "szybka odpowiedź"),
    ],
    "Osoby kontaktowe": [
        (9, "Mamy jedną listę kontaktów i aktualizujemy ją co kwartał"),
        (1, "kontakty"),
    ],
    "Poufność": [
        (8, "O rodzinie rozmawiamy tylko wtedy, gdy to jest potrzebne, i tylko z tymi, którzy jej pomagają"),
        (4, "poufność i RODO"),
    ],
    "Notatki": [
        (6, "Z każdego spotkania jest krótka notatka, w 3 dni u wszystkich"),
        (2, "Jawność ustaleń"),
    ],
    "Spory": [
        (5, "Spór najpierw próbujemy rozwiązać we dwoje, potem prosimy kogoś z zespołu o pomoc"),
        (2, "nie obrażamy się"),
    ],
    "Język": [(3, "Piszemy prosto, bez skrótów i paragrafów")],
}
AREAS = {"aspiracja": ASPIRATION, "wartosci": VALUES, "zasady_pracy": RULES, "komunikacja": COMMUNICATION}


@cache
def workshop() -> Workshop:
    """The workshop after its charter was drafted and two articles were touched: one reworded, one dropped."""
    scenario = parse((SCENARIOS / "pzk.pl.toml").read_text("utf-8"))
    parameters = Parameters(title="Karta Partnerskiego Zespołu Kooperacyjnego w Dąbrowie")
    state = apply(None, create(scenario, parameters, "SAMPLE", BEGUN_AT - 60 * MINUTE))
    for number, (sector, _) in enumerate(PEOPLE, 1):
        state = apply(state, e.ParticipantJoined(f"P{number}", BEGUN_AT - 20 * MINUTE, sector))
    state = state.with_people(
        {f"P{n}": Person(f"Osoba Tajna {n}", institution) for n, (_, institution) in enumerate(PEOPLE, 1)}
    )
    state = _rounds(_ideas(state))
    state = drafted(state)
    reworded = "Otwartość: Szukamy sposobu, a nie wymówki."
    state = apply(state, e.ArticleReworded(article_about(state, "Otwartość"), reworded, BEGUN_AT))
    return apply(state, e.ArticleDropped(article_about(state, "Ocena")))


def article_about(state: Workshop, title: str) -> str:
    """The id of the article of the theme with this title."""
    themes = {theme.id: theme.title for theme in state.themes.values()}
    return next(a.id for a in state.articles.values() if themes[a.theme] == title)


def _rounds(state: Workshop) -> Workshop:
    at = BEGUN_AT
    for held, overtime in zip(tuple(state.rounds.values())[:4], (0, 2, 0, 1), strict=True):
        state = apply(state, e.RoundOpened(held.number, at, at + held.minutes * MINUTE))
        at += (held.minutes + overtime) * MINUTE
        state = apply(state, e.RoundClosed(held.number, at))
        at += 3 * MINUTE
    return state


def _ideas(state: Workshop) -> Workshop:
    number = 0
    grouped: dict[str, list[tuple[str, list[str]]]] = {}
    for table, (area, themes) in enumerate(AREAS.items(), 1):
        for title, ideas in themes.items():
            held: list[str] = []
            for support, text in ideas:
                number += 1
                state = _posted(state, number, text, f"T{table}", area, support)
                held.append(f"I{number}")
            if title:
                grouped.setdefault(area, []).append((title, held))
    return _themes(state, grouped)


def _posted(state: Workshop, number: int, text: str, table: str, area: str, support: int) -> Workshop:
    author = number % len(PEOPLE) + 1
    event = e.IdeaPosted(f"I{number}", text, table, number % 4 + 1, BEGUN_AT, area, f"P{author}")
    state = apply(state, event)
    for step in range(1, support + 1):
        supporter = (author + step - 1) % len(PEOPLE) + 1
        state = apply(state, e.IdeaSupported(f"I{number}", f"P{supporter}"))
    return state


def _themes(state: Workshop, grouped: dict[str, list[tuple[str, list[str]]]]) -> Workshop:
    count = 0
    for area, themes in grouped.items():
        for title, ideas in themes:
            count += 1
            state = apply(state, e.ThemeMade(f"M{count}", area, title, tuple(ideas)))
    return state


def drafted(state: Workshop) -> Workshop:
    """The state after an article was drafted from every theme."""
    drafts = tuple(
        e.DraftedArticle(f"A{n}", one.area, one.theme, one.text, one.ideas)
        for n, one in enumerate(compose(state), 1)
    )
    return apply(state, e.CharterDrafted(BEGUN_AT, drafts))
