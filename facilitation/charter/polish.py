"""What the documents say in Polish; english.py is the twin, phrases.py the shape."""

from facilitation.charter.phrases import Phrases

POLISH = Phrases(
    locale="pl-PL",
    draft_subtitle="Projekt karty wypracowany podczas warsztatu World Café",
    agreed_subtitle="Karta wypracowana i poddana pod zgodę podczas warsztatu World Café",
    organiser="Organizator",
    logos="Znaki",
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
        "Przy każdym zdaniu karty podano pomysły, z których wyrosło; "
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
    more_sources=("oraz pomysł nr", "oraz pomysły nr", "oraz pomysły nr"),
    article="zdanie {number}",
    agreed="Zgadzam się: {agree}, mogę z tym żyć: {live_with}, mam zastrzeżenie: {reservation}",
    answered=("odpowiedziała {n} osoba", "odpowiedziały {n} osoby", "odpowiedziało {n} osób"),
    disputed="Zastrzeżenia i sprzeciwy przytoczono w załączniku nr 3.",
    partners="Partnerzy",
    declared_lead="Deklarację przystąpienia złożyły następujące instytucje i organizacje.",
    partner_columns=("Partner", "Reprezentuje", "Uprawnienia", "Zasoby", "Możliwości"),
    partner_caption="Partnerzy, którzy złożyli deklarację przystąpienia",
    others_lead=(
        "W warsztacie uczestniczyły także osoby z wymienionych niżej instytucji i organizacji; "
        "partnerem staje się ta z nich, która podpisze kartę."
    ),
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
    disputes_annex_listed="Załącznik nr 3: zgoda i punkty sporne",
    disputes_annex="Załącznik nr 3. Zgoda i punkty sporne",
    disputes_lead=(
        "Zastrzeżenia i sprzeciwy są przytoczone słowo w słowo, bez podawania, kto je zgłosił. "
        "Nie ma tu tych, które ukryła osoba prowadząca."
    ),
    agreement_columns=("Zdanie", "Zgadzam się", "Mogę z tym żyć", "Mam zastrzeżenie", "Odpowiedzi"),
    agreement_caption="Zgoda na poszczególne zdania karty",
    agreement_legend=("zgadzam się", "mogę z tym żyć", "mam zastrzeżenie"),
    sentence_heading="Zdanie {number}",
    reservations="Zastrzeżenia",
    objections="Sprzeciwy wobec tematu",
    objecting_ideas="Pomysły, które wyrażają sprzeciw",
    other_objecting_ideas="Pozostałe pomysły, które wyrażają sprzeciw",
    no_disputes="Nikt nie uzasadnił zastrzeżenia na piśmie.",
    not_answered="Nikt nie powiedział, czy zgadza się z tymi zdaniami: {numbers}.",
    page="Strona",
    declaration="Deklaracja przystąpienia",
    declarations_title="Deklaracje przystąpienia",
    declarations_lead=(
        "Każda deklaracja stoi na osobnej stronie. Instytucje, które złożyły ją na telefonie, znajdą w niej "
        "swoje dane; pozostałe wypełniają formularz. Ostatni formularz jest pusty."
    ),
    declaration_columns=("Czego dotyczy", "Treść"),
    declaration_caption="Dane z deklaracji",
    declaration_join=(
        "Oświadczam, że reprezentowana przeze mnie instytucja lub organizacja przystępuje do partnerstwa "
        "i przyjmuje kartę {title} jako podstawę współpracy."
    ),
    institution="Instytucja lub organizacja",
    sector="Środowisko",
    represented_by="Reprezentuje (imię, nazwisko i funkcja)",
    contact="Kontakt",
    powers="Uprawnienia",
    resources="Zasoby",
    possibilities="Możliwości",
    consent="Zgoda na przetwarzanie danych osobowych",
    consent_text=(
        "Zgadzam się na przetwarzanie mojego imienia i nazwiska, funkcji oraz danych kontaktowych w celu "
        "prowadzenia partnerstwa. Imię, nazwisko i funkcja znajdą się w tabeli partnerów karty. Zgoda jest "
        "dobrowolna i można ją w każdej chwili wycofać; wycofanie nie wpływa na zgodność z prawem tego, "
        "co zrobiono wcześniej."
    ),
    declaration_signature=("Miejscowość i data", "Podpis"),
    partner_list="Lista partnerów",
    partner_list_lead="Podpisując listę, przyjmujemy kartę {title} jako podstawę naszej współpracy.",
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
    pauses_column="W tym przerwy",
    timetable_caption="Rundy tak, jak się odbyły",
    minutes="{n} min",
    skipped="pominięta",
    still_open="trwa",
    not_held="nie odbyła się",
    ideas_by_table="Pomysły zapisane przy stolikach",
    ideas_by_table_lead="Pomysły są przytoczone słowo w słowo.",
    all_from_paper="Wszystkie wpisała osoba prowadząca.",
    table_heading="Stolik {n}",
    round_heading="Runda {n}",
    no_table="Bez stolika",
    no_round="Bez rundy",
    late="dopisany po zakończeniu rundy",
    from_paper="wpisany przez osobę prowadzącą",
    from_table="zapisany w imieniu stolika",
    objecting="sprzeciw",
    building_on="rozwija pomysł nr {number}",
    handovers="Co przekazano następnym osobom przy stoliku",
    no_ideas="Nie zapisano żadnego pomysłu.",
    themes="Tematy",
    themes_lead="Tematy uporządkowano według liczby osób, które zapisały lub poparły ich pomysły.",
    theme_columns=("Temat", "Osoby", "Łączne poparcie", "Pomysły"),
    dots_column="Kropki",
    objections_column="Sprzeciwy",
    dots_given=(
        "Każda osoba mogła rozdzielić w obszarze najwyżej tyle kropek: {dots}. "
        "Tematy uporządkowano według liczby kropek, a przy równej według liczby osób."
    ),
    themes_caption="Tematy w obszarze {area}",
    no_themes="Pomysłów nie pogrupowano w tematy.",
    grouping="Jak powstały tematy",
    grouped_by_people="Pomysły pogrupowała w tematy osoba prowadząca.",
    grouped_by_machine=(
        "Program zestawił pomysły o podobnej treści i zaproponował tematy; osoba prowadząca mogła każdy "
        "z nich zmienić, "
        "a jej decyzji program nie cofa."
    ),
    grouped_by_room=(
        "Uczestniczki i uczestnicy wskazywali na telefonach, do którego tematu pasuje pomysł; na tej "
        "podstawie program proponował układ tematów, a osoba prowadząca mogła zmienić każdy z nich."
    ),
    room_answers="Odpowiedzi udzielone na telefonach: {n}",
    themes_by_people="Tematy utworzone lub poprawione przez osobę prowadzącą: {n}",
    themes_by_machine="Tematy pozostawione tak, jak zaproponował je program: {n}",
    ideas_by_people="Pomysły przypisane do tematu przez osobę prowadzącą: {n}",
    ideas_by_machine="Pomysły przypisane do tematu przez program: {n}",
    ideas_by_room="Pomysły przypisane do tematu na podstawie odpowiedzi sali: {n}",
    ideas_unassigned="Pomysły bez tematu: {n}",
    ideas_hidden="Pomysły ukryte przez osobę prowadzącą, których treści się nie podaje: {n}",
    ideas_waiting="Pomysły, które czekały na osobę prowadzącą i nie zostały dopuszczone: {n}",
    articles_reworded="Zdania karty sformułowane przez osobę prowadzącą: {n}",
    articles_as_drafted="Zdania karty pozostawione w brzmieniu projektu: {n}",
    agreement="Zgoda i zastrzeżenia",
    agreement_lead=(
        "Przy każdym zdaniu karty można było odpowiedzieć: zgadzam się, mogę z tym żyć albo mam "
        "zastrzeżenie. Zastrzeżenia są przytoczone słowo w słowo, bez podawania, kto je zgłosił."
    ),
    reservations_record="Zastrzeżenia i co się z nimi stało",
    reservation_columns=("Zdanie", "Zastrzeżenie", "Co się z nim stało"),
    reservation_outcomes={
        "open": "nadal otwarte; przytoczone w załączniku nr 3 do karty",
        "taken_back": "wycofane",
        "resolved": "rozwiązane zmianą brzmienia {when}",
        "settled": "wycofane, gdy zapytano o to zdanie ponownie",
        "upheld": "podtrzymane, gdy zapytano o to zdanie ponownie",
        "not_repeated": "po zmianie brzmienia {when} nie powtórzone",
        "unanswered": "nie powtórzone, gdy zapytano o to zdanie ponownie",
        "dropped": "zdanie usunięto z karty",
        "merged": "zdanie połączono z innym",
    },
    reservations_silent="Zastrzeżenia bez uzasadnienia na piśmie: {n}",
    reservations_hidden="Zastrzeżenia ukryte przez osobę prowadzącą, których treści się nie podaje: {n}",
    at_clock="o {clock}",
    on_day="{day} o {clock}",
    earlier_agreement="Odpowiedzi na wcześniejsze brzmienia",
    earlier_columns=("Zdanie", "Brzmienie", "Zgadzam się", "Mogę z tym żyć", "Mam zastrzeżenie"),
    earlier_caption="Odpowiedzi na wcześniejsze brzmienia zdań karty",
    accession="Przystąpienie do partnerstwa",
    acceded_columns=("Instytucja lub organizacja", "Środowisko", "Reprezentuje"),
    none_acceded="Nie złożono żadnej deklaracji przystąpienia.",
    next_steps="Dalsze kroki",
    step_columns=("Co", "Kto", "Do kiedy"),
    steps_caption="Dalsze kroki do uzupełnienia",
    next_meeting="Data następnego spotkania",
    written_by="Protokół sporządzili",
    poster_more=(
        "i jeszcze {n} zdanie w karcie",
        "i jeszcze {n} zdania w karcie",
        "i jeszcze {n} zdań w karcie",
    ),
    statistics="Statystyka",
    statistics_title="Statystyka warsztatu",
    statistics_lead="Liczby obejmują pomysły widoczne dla wszystkich.",
    unfold="Te same liczby w tabeli",
    ideas_over_time="Pomysły w czasie",
    over_time_columns=("Od godziny", "Pomysły"),
    ideas_by_round="Pomysły według rund",
    by_round_columns=("Runda", "Pomysły"),
    ideas_per_table="Pomysły według stolików",
    per_table_columns=("Stolik", "Pomysły"),
    ideas_by_sector="Pomysły według środowisk",
    by_sector_columns=("Środowisko", "Pomysły"),
    small_sectors="pozostałe (poniżej 3 osób)",
    voices="Kto był słyszany",
    voices_lead=(
        "Ile osób zapisało przy stoliku co najmniej jeden pomysł i z ilu środowisk pochodziły. "
        "Tam, gdzie pisały mniej niż 3 osoby, liczby środowisk się nie podaje."
    ),
    voices_columns=("Stolik", "Runda", "Osoby przy stoliku", "Osoby, które pisały", "Środowiska"),
    table_and_round="Stolik {table}, runda {round}",
    agreement_by_article="Zgoda na zdania karty",
    sheets=("Pomysły", "Tematy", "Zdania karty", "Zastrzeżenia", "Partnerzy", "Uczestnicy"),
    idea_cells=(
        *("Nr", "Pomysł", "Obszar", "Stolik", "Runda"),
        *("Środowisko", "Poparcie", "Temat", "Zdania karty"),
    ),
    theme_cells=("Obszar", "Temat", "Osoby", "Poparcie", "Pomysły", "Kropki", "Sprzeciwy"),
    article_cells=(
        *("Nr", "Obszar", "Zdanie", "Osoby", "Pomysły nr"),
        *("Zgadzam się", "Mogę z tym żyć", "Mam zastrzeżenie"),
    ),
    reservation_cells=("Nr", "Zdanie", "Zastrzeżenie", "Co się z nim stało"),
    partner_cells=(
        *("Instytucja lub organizacja", "Środowisko", "Reprezentuje", "Funkcja"),
        *("Uprawnienia", "Zasoby", "Możliwości"),
    ),
)
