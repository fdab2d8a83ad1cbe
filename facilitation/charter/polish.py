"""What the documents say in Polish; english.py is the twin, phrases.py the shape."""

from facilitation.charter.phrases import Phrases

POLISH = Phrases(
    locale="pl-PL",
    draft_subtitle="Projekt karty wypracowany podczas warsztatu World Café",
    basis="Podstawa",
    name="Nazwa",
    place="Miejsce",
    date="Data warsztatu",
    formal_basis="Podstawa formalna (porozumienie, uchwała lub zarządzenie)",
    to_fill_in="(do uzupełnienia)",
    took_part=(
        "W warsztacie wzięła udział {n} osoba.",
        "W warsztacie wzięły udział {n} osoby.",
        "W warsztacie wzięło udział {n} osób.",
    ),
    sat_at_tables=(
        "Rozmawiano przy {n} stoliku.",
        "Rozmawiano przy {n} stolikach.",
        "Rozmawiano przy {n} stolikach.",
    ),
    held_rounds=(
        "Odbyła się {n} runda rozmów.",
        "Odbyły się {n} rundy rozmów.",
        "Odbyło się {n} rund rozmów.",
    ),
    written_ideas=("Zapisano {n} pomysł.", "Zapisano {n} pomysły.", "Zapisano {n} pomysłów."),
    how_to_trace=(
        "Pod każdym zdaniem karty podano pomysły, z których wyrosło; "
        "wszystkie pomysły zawiera załącznik nr 2."
    ),
    supported_by="Aspirację główną wspierają:",
    values_lead="Kierujemy się następującymi wartościami.",
    in_practice="W praktyce:",
    rules_lead="Pracujemy według następujących zasad.",
    communication_lead="Porozumiewamy się według następujących standardów.",
    no_articles="W tym obszarze nie ma jeszcze żadnego zdania.",
    behind_it=("Stoi za tym {n} osoba.", "Stoją za tym {n} osoby.", "Stoi za tym {n} osób."),
    sources=("Źródło:", "Źródła:", "Źródła:"),
    source="pomysł nr {number}",
    table="stolik {n}",
    round="runda {n}",
    support="poparcie {n}",
    article="zdanie {number}",
    partners="Partnerzy",
    partners_lead=(
        "W warsztacie uczestniczyły osoby z wymienionych niżej instytucji i organizacji. "
        "Partnerem staje się ta z nich, która podpisze kartę."
    ),
    no_partners=(
        "Podczas warsztatu nie podano nazw instytucji ani organizacji; listę partnerów uzupełnia się "
        "przy podpisywaniu karty."
    ),
    changes="Zmiany karty, przystąpienie i wystąpienie",
    changes_note="Poniższe zapisy nie były tematem warsztatu; są propozycją do uzgodnienia przez partnerów.",
    change_rules=(
        "Zmianę karty może zaproponować każdy partner. Zmianę przyjmuje się na wspólnym spotkaniu partnerów.",
        "Do karty można przystąpić w każdym czasie, składając podpisaną deklarację przystąpienia.",
        "Partner może wystąpić, zawiadamiając o tym pozostałych partnerów na piśmie.",
    ),
    signatures="Podpisy",
    signing="Podpisując kartę, przyjmujemy ją jako podstawę naszej współpracy.",
    signature_columns=("Lp.", "Instytucja lub organizacja", "Imię, nazwisko i funkcja", "Data i podpis"),
    signature_caption="Miejsce na podpisy partnerów",
    annexes="Załączniki",
    report_annex="Załącznik nr 1: protokół z warsztatu (odrębny dokument)",
    ideas_annex_listed="Załącznik nr 2: wszystkie pomysły z warsztatu",
    ideas_annex="Załącznik nr 2. Wszystkie pomysły",
    ideas_annex_lead=(
        "Pomysły są przytoczone tak, jak je zapisano, z numerami w kolejności powstawania. "
        "Nie ma tu pomysłów wycofanych przez autorów ani ukrytych przez osobę prowadzącą."
    ),
    idea_columns=("Nr", "Pomysł", "Stolik", "Runda", "Poparcie", "Zdanie karty"),
    no_area="Poza obszarami",
    area_of_ideas="Pomysły",
    ideas_count=("{n} pomysł", "{n} pomysły", "{n} pomysłów"),
    page="Strona",
    report_title="Protokół z warsztatu",
    hours="Godziny",
    moderated_by="Warsztat prowadzili",
    purpose="Cel",
    questions="Pytania",
    people="Uczestnicy",
    sector_columns=("Środowisko", "Liczba osób"),
    sector_caption="Uczestnicy według środowisk",
    no_sector="nie podano",
    timetable="Przebieg",
    timetable_columns=("Runda", "Początek", "Koniec", "Planowany czas", "Rzeczywisty czas"),
    timetable_caption="Rundy tak, jak się odbyły",
    minutes="{n} min",
    skipped="pominięta",
    still_open="trwa",
    not_held="nie odbyła się",
    ideas_by_table="Pomysły zapisane przy stolikach",
    ideas_by_table_lead="Pomysły są przytoczone słowo w słowo.",
    table_heading="Stolik {n}",
    round_heading="Runda {n}",
    no_table="Bez stolika",
    no_round="Bez rundy",
    late="dopisany po zakończeniu rundy",
    from_paper="wpisany przez osobę prowadzącą",
    no_ideas="Nie zapisano żadnego pomysłu.",
    themes="Tematy",
    themes_lead="Tematy uporządkowano według liczby osób, które zapisały lub poparły ich pomysły.",
    theme_columns=("Temat", "Osoby", "Łączne poparcie", "Pomysły"),
    themes_caption="Tematy w obszarze {area}",
    no_themes="Pomysłów nie pogrupowano w tematy.",
    grouping="Jak powstały tematy",
    grouped_by_people="Pomysły pogrupowała w tematy osoba prowadząca.",
    grouped_by_machine=(
        "Program zestawił pomysły o podobnej treści i zaproponował tematy; osoba prowadząca mogła każdy "
        "z nich zmienić, "
        "a jej decyzji program nie cofa."
    ),
    themes_by_people="Tematy utworzone lub poprawione przez osobę prowadzącą: {n}",
    themes_by_machine="Tematy pozostawione tak, jak zaproponował je program: {n}",
    ideas_by_people="Pomysły przypisane do tematu przez osobę prowadzącą: {n}",
    ideas_by_machine="Pomysły przypisane do tematu przez program: {n}",
    ideas_unassigned="Pomysły bez tematu: {n}",
    ideas_hidden="Pomysły ukryte przez osobę prowadzącą, których treści się nie podaje: {n}",
    articles_reworded="Zdania karty sformułowane przez osobę prowadzącą: {n}",
    articles_as_drafted="Zdania karty pozostawione w brzmieniu projektu: {n}",
    next_steps="Dalsze kroki",
    step_columns=("Co", "Kto", "Do kiedy"),
    steps_caption="Dalsze kroki do uzupełnienia",
    next_meeting="Data następnego spotkania",
    written_by="Protokół sporządzili",
)
