"""What the documents say in English; polish.py is the twin, phrases.py the shape."""

from facilitation.charter.phrases import Phrases

ENGLISH = Phrases(
    locale="en-GB",
    draft_subtitle="Draft charter from a World Café workshop",
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
        "Below each sentence of the charter stand the ideas it grew from; annex 2 holds every idea."
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
    article="sentence {number}",
    partners="Partners",
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
    page="Page",
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
    timetable_caption="The rounds as they ran",
    minutes="{n} min",
    skipped="skipped",
    still_open="still open",
    not_held="not held",
    ideas_by_table="Ideas written at the tables",
    ideas_by_table_lead="The ideas are quoted word for word.",
    table_heading="Table {n}",
    round_heading="Round {n}",
    no_table="Without a table",
    no_round="Without a round",
    late="added after the round had ended",
    from_paper="entered by the moderator",
    no_ideas="No idea was written down.",
    themes="Themes",
    themes_lead="The themes are in the order of how many people wrote or supported their ideas.",
    theme_columns=("Theme", "People", "Total support", "Ideas"),
    themes_caption="Themes in the area {area}",
    no_themes="The ideas were not grouped into themes.",
    grouping="How the themes came about",
    grouped_by_people="The moderator grouped the ideas into themes.",
    grouped_by_machine=(
        "The program put ideas with similar content together and suggested themes; the moderator could "
        "change any of them, "
        "and the program never undoes the moderator’s decisions."
    ),
    themes_by_people="Themes made or corrected by the moderator: {n}",
    themes_by_machine="Themes left as the program suggested them: {n}",
    ideas_by_people="Ideas placed in a theme by the moderator: {n}",
    ideas_by_machine="Ideas placed in a theme by the program: {n}",
    ideas_unassigned="Ideas without a theme: {n}",
    ideas_hidden="Ideas hidden by the moderator, whose text is not given: {n}",
    articles_reworded="Sentences of the charter worded by the moderator: {n}",
    articles_as_drafted="Sentences of the charter left as drafted: {n}",
    next_steps="Next steps",
    step_columns=("What", "Who", "By when"),
    steps_caption="Next steps, to be filled in",
    next_meeting="Date of the next meeting",
    written_by="Record written by",
)
