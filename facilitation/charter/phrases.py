"""What the documents say in their own words: the shape of the tables in polish.py and english.py.

A phrase with `{…}` is filled in by the layout; a tuple holds plural forms for `typography.plural`. Nothing
here stems from participants. A field that one language lacks is an error when the module is imported.
"""

import msgspec

Forms = tuple[str, ...]


class Phrases(msgspec.Struct, frozen=True, kw_only=True):
    """Every phrase of the charter and the protokół in one language."""

    locale: str

    # the title page and the basis
    draft_subtitle: str
    basis: str
    name: str
    place: str
    date: str
    formal_basis: str
    to_fill_in: str
    took_part: Forms
    sat_at_tables: Forms
    held_rounds: Forms
    written_ideas: Forms
    how_to_trace: str

    # areas and articles
    supported_by: str
    values_lead: str
    in_practice: str
    rules_lead: str
    communication_lead: str
    no_articles: str
    behind_it: Forms
    sources: Forms
    source: str
    table: str
    round: str
    support: str
    article: str

    # partners, changes, signatures
    partners: str
    partners_lead: str
    no_partners: str
    changes: str
    changes_note: str
    change_rules: tuple[str, str, str]
    signatures: str
    signing: str
    signature_columns: tuple[str, str, str, str]
    signature_caption: str

    # annexes
    annexes: str
    report_annex: str
    ideas_annex_listed: str
    ideas_annex: str
    ideas_annex_lead: str
    idea_columns: tuple[str, str, str, str, str, str]
    no_area: str
    area_of_ideas: str
    ideas_count: Forms
    page: str

    # the protokół
    report_title: str
    hours: str
    moderated_by: str
    purpose: str
    questions: str
    people: str
    sector_columns: tuple[str, str]
    sector_caption: str
    no_sector: str
    timetable: str
    timetable_columns: tuple[str, str, str, str, str]
    timetable_caption: str
    minutes: str
    skipped: str
    still_open: str
    not_held: str
    ideas_by_table: str
    ideas_by_table_lead: str
    table_heading: str
    round_heading: str
    no_table: str
    no_round: str
    late: str
    from_paper: str
    no_ideas: str
    themes: str
    themes_lead: str
    theme_columns: tuple[str, str, str, str]
    themes_caption: str
    no_themes: str
    grouping: str
    grouped_by_machine: str
    grouped_by_people: str
    themes_by_people: str
    themes_by_machine: str
    ideas_by_people: str
    ideas_by_machine: str
    ideas_unassigned: str
    ideas_hidden: str
    articles_reworded: str
    articles_as_drafted: str
    next_steps: str
    step_columns: tuple[str, str, str]
    steps_caption: str
    next_meeting: str
    written_by: str
