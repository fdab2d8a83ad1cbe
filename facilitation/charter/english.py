"""What the documents say in English; polish.py is the twin, phrases.py the shape."""

from facilitation.charter.phrases import Phrases

ENGLISH = Phrases(
    locale="en-GB",
    draft_subtitle="Draft charter from a World Café workshop",
    agreed_subtitle="Charter drafted and put to agreement at a World Café workshop",
    organiser="Organised by",
    logos="Logos",
    basis="Basis",
    name="Name",
    place="Place",
    date="Date of the workshop",
    formal_basis="Formal basis (agreement, resolution or order)",
    to_fill_in="(to be filled in)",
    took_part=("{n} person took part in the workshop.", "{n} people took part in the workshop."),
    sat_at_tables=("Talks were held at {n} table.", "Talks were held at {n} tables."),
    held_rounds=("There was {n} round of talks.", "There were {n} rounds of talks."),
    written_ideas=("{n} idea was written down.", "{n} ideas were written down."),
    how_to_trace=(
        "With each sentence of the charter stand the ideas it grew from; annex 2 holds every idea."
    ),
    supported_by="The main aspiration is supported by:",
    values_lead="We are guided by these values.",
    in_practice="In practice:",
    rules_lead="We work by these rules.",
    communication_lead="We communicate by these standards.",
    no_articles="There is no sentence in this area yet.",
    behind_it=("{n} person stands behind this.", "{n} people stand behind this."),
    sources=("Source:", "Sources:"),
    source="idea {number}",
    table="table {n}",
    round="round {n}",
    support="support {n}",
    more_sources=("and idea", "and ideas"),
    article="sentence {number}",
    agreed="I agree: {agree}, I can live with it: {live_with}, I have a reservation: {reservation}",
    answered=("{n} person answered", "{n} people answered"),
    disputed="Reservations and objections are quoted in annex 3.",
    partners="Partners",
    declared_lead="These institutions and organisations have declared their accession.",
    partner_columns=("Partner", "Represented by", "Powers", "Resources", "Possibilities"),
    partner_caption="Partners that have declared their accession",
    others_lead=(
        "People from these institutions and organisations took part in the workshop, too; "
        "those that sign the charter become its partners."
    ),
    partners_lead=(
        "People from these institutions and organisations took part in the workshop. "
        "Those that sign the charter become its partners."
    ),
    no_partners=(
        "No institution or organisation was named at the workshop; the list of partners is filled in "
        "when the charter is signed."
    ),
    changes="Changing, joining and leaving",
    changes_note="The workshop did not discuss these points. They are proposed for the partners to agree on.",
    change_rules=(
        "Any partner may propose a change to the charter. A change is adopted at a joint meeting of "
        "the partners.",
        "Anyone may join at any time by handing in a signed declaration of accession.",
        "A partner may leave by telling the other partners in writing.",
    ),
    signatures="Signatures",
    signing="By signing the charter we accept it as the basis of our work together.",
    signature_columns=("No.", "Institution or organisation", "Name and position", "Date and signature"),
    signature_caption="Room for the partners’ signatures",
    annexes="Annexes",
    report_annex="Annex 1: the record of the workshop (a separate document)",
    ideas_annex_listed="Annex 2: all ideas of the workshop",
    ideas_annex="Annex 2. All ideas",
    ideas_annex_lead=(
        "The ideas are quoted as they were written, numbered in the order in which they came. "
        "Ideas that their authors withdrew or the moderator hid are not here."
    ),
    idea_columns=("No.", "Idea", "Table", "Round", "Support", "Sentence"),
    no_area="Outside the areas",
    area_of_ideas="Ideas",
    ideas_count=("{n} idea", "{n} ideas"),
    disputes_annex_listed="Annex 3: agreement and points in dispute",
    disputes_annex="Annex 3. Agreement and points in dispute",
    disputes_lead=(
        "Reservations and objections are quoted word for word, without telling whose they are. "
        "Those that the moderator hid are not here."
    ),
    agreement_columns=("Sentence", "I agree", "I can live with it", "I have a reservation", "Answers"),
    agreement_caption="Agreement with each sentence of the charter",
    agreement_legend=("I agree", "I can live with it", "I have a reservation"),
    sentence_heading="Sentence {number}",
    reservations="Reservations",
    objections="Objections to the theme",
    objecting_ideas="Ideas that object",
    other_objecting_ideas="Other ideas that object",
    no_disputes="Nobody wrote down a reservation.",
    not_answered="Nobody said whether they agree with these sentences: {numbers}.",
    page="Page",
    declaration="Declaration of accession",
    declarations_title="Declarations of accession",
    declarations_lead=(
        "Each declaration stands on a page of its own. Institutions that made theirs on a phone find their "
        "details in it; the others fill the form in. The last form is empty."
    ),
    declaration_columns=("About", "Text"),
    declaration_caption="What the declaration says",
    declaration_join=(
        "I declare that the institution or organisation I represent joins the partnership and accepts the "
        "charter {title} as the basis of working together."
    ),
    institution="Institution or organisation",
    sector="Sector",
    represented_by="Represented by (name and position)",
    contact="Contact",
    powers="Powers",
    resources="Resources",
    possibilities="Possibilities",
    consent="Consent to the processing of personal data",
    consent_text=(
        "I consent to the processing of my name, position and contact details for running the partnership. "
        "My name and position will stand in the charter’s table of partners. Consent is voluntary and can be "
        "withdrawn at any time; withdrawing it does not affect the lawfulness of what was done before."
    ),
    declaration_signature=("Place and date", "Signature"),
    partner_list="List of partners",
    partner_list_lead="By signing this list we accept the charter {title} as the basis of our work together.",
    report_title="Record of the workshop",
    hours="Time",
    moderated_by="Moderated by",
    purpose="Purpose",
    questions="Questions",
    people="Participants",
    sector_columns=("Sector", "People"),
    sector_caption="Participants by sector",
    no_sector="not given",
    timetable="Timetable",
    timetable_columns=("Round", "Beginning", "End", "Planned length", "Actual length"),
    pauses_column="Of which pauses",
    timetable_caption="The rounds as they ran",
    minutes="{n} min",
    skipped="skipped",
    still_open="still open",
    not_held="not held",
    ideas_by_table="Ideas written at the tables",
    ideas_by_table_lead="The ideas are quoted word for word.",
    all_from_paper="The moderator typed in all of them.",
    table_heading="Table {n}",
    round_heading="Round {n}",
    no_table="Without a table",
    no_round="Without a round",
    late="added after the round had ended",
    from_paper="entered by the moderator",
    from_table="written for the table",
    objecting="objects",
    building_on="builds on idea {number}",
    handovers="Handed over to those who came next",
    no_ideas="No idea was written down.",
    themes="Themes",
    themes_lead="The themes are in the order of how many people wrote or supported their ideas.",
    theme_columns=("Theme", "People", "Total support", "Ideas"),
    dots_column="Dots",
    objections_column="Objections",
    dots_given=(
        "In each area a person could give at most so many dots: {dots}. "
        "The themes are in the order of their dots, equal ones in the order of people."
    ),
    themes_caption="Themes in the area {area}",
    no_themes="The ideas were not grouped into themes.",
    grouping="How the themes came about",
    grouped_by_people="The moderator grouped the ideas into themes.",
    grouped_by_machine=(
        "The program put ideas with similar content together and suggested themes; the moderator could "
        "change any of them, "
        "and the program never undoes the moderator’s decisions."
    ),
    grouped_by_room=(
        "Participants said on their phones which theme an idea belongs to; from that the program suggested "
        "themes, and the moderator could change any of them."
    ),
    room_answers="Answers given on phones: {n}",
    themes_by_people="Themes made or corrected by the moderator: {n}",
    themes_by_machine="Themes left as the program suggested them: {n}",
    ideas_by_people="Ideas placed in a theme by the moderator: {n}",
    ideas_by_machine="Ideas placed in a theme by the program: {n}",
    ideas_by_room="Ideas placed in a theme by the answers of the room: {n}",
    ideas_unassigned="Ideas without a theme: {n}",
    ideas_hidden="Ideas hidden by the moderator, whose text is not given: {n}",
    ideas_waiting="Ideas that waited for the moderator and were not let through: {n}",
    articles_reworded="Sentences of the charter worded by the moderator: {n}",
    articles_as_drafted="Sentences of the charter left as drafted: {n}",
    agreement="Agreement and reservations",
    agreement_lead=(
        "At each sentence of the charter one could answer: I agree, I can live with it, or I have a "
        "reservation. Reservations are quoted word for word, without telling whose they are."
    ),
    reservations_record="Reservations and what became of them",
    reservation_columns=("Sentence", "Reservation", "What became of it"),
    reservation_outcomes={
        "open": "still open; quoted in annex 3 of the charter",
        "taken_back": "withdrawn",
        "resolved": "resolved by rewording {when}",
        "settled": "withdrawn when the sentence was put again",
        "upheld": "upheld when the sentence was put again",
        "not_repeated": "not repeated after the rewording {when}",
        "unanswered": "not repeated when the sentence was put again",
        "dropped": "the sentence was taken out of the charter",
        "merged": "the sentence was merged with another",
    },
    reservations_silent="Reservations without a written reason: {n}",
    reservations_hidden="Reservations that the moderator hid and that are not quoted: {n}",
    at_clock="at {clock}",
    on_day="on {day} at {clock}",
    earlier_agreement="Answers to earlier wordings",
    earlier_columns=("Sentence", "Wording", "I agree", "I can live with it", "I have a reservation"),
    earlier_caption="Answers to earlier wordings of the charter’s sentences",
    accession="Accession to the partnership",
    acceded_columns=("Institution or organisation", "Sector", "Represented by"),
    none_acceded="No declaration of accession was made.",
    next_steps="Next steps",
    step_columns=("What", "Who", "By when"),
    steps_caption="Next steps, to be filled in",
    next_meeting="Date of the next meeting",
    written_by="Record written by",
    poster_more=("and {n} more sentence in the charter", "and {n} more sentences in the charter"),
    statistics="Statistics",
    statistics_title="Statistics of the workshop",
    statistics_lead="The figures cover the ideas that everybody can see.",
    unfold="The same figures as a table",
    ideas_over_time="Ideas over time",
    over_time_columns=("From", "Ideas"),
    ideas_by_round="Ideas by round",
    by_round_columns=("Round", "Ideas"),
    ideas_per_table="Ideas by table",
    per_table_columns=("Table", "Ideas"),
    ideas_by_sector="Ideas by sector",
    by_sector_columns=("Sector", "Ideas"),
    small_sectors="others (fewer than 3 people)",
    voices="Who was heard",
    voices_lead=(
        "How many people wrote at least one idea at the table, and how many sectors they came from. "
        "Where fewer than 3 people wrote, the number of sectors is not given."
    ),
    voices_columns=("Table", "Round", "People at the table", "People who wrote", "Sectors"),
    table_and_round="Table {table}, round {round}",
    agreement_by_article="Agreement with the charter’s sentences",
    sheets=("Ideas", "Themes", "Sentences", "Reservations", "Partners", "Participants"),
    idea_cells=(
        *("No.", "Idea", "Area", "Table", "Round"),
        *("Sector", "Support", "Theme", "Sentences"),
    ),
    theme_cells=("Area", "Theme", "People", "Support", "Ideas", "Dots", "Objections"),
    article_cells=(
        *("No.", "Area", "Sentence", "People", "Ideas"),
        *("I agree", "I can live with it", "I have a reservation"),
    ),
    reservation_cells=("No.", "Sentence", "Reservation", "What became of it"),
    partner_cells=(
        *("Institution or organisation", "Sector", "Represented by", "Position"),
        *("Powers", "Resources", "Possibilities"),
    ),
)
