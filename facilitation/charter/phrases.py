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
    agreed_subtitle: str
    organiser: str
    logos: str
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
    more_sources: Forms
    article: str
    agreed: str
    answered: Forms
    disputed: str

    # partners, changes, signatures
    partners: str
    declared_lead: str
    partner_columns: tuple[str, str, str, str, str]
    partner_caption: str
    others_lead: str
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
    disputes_annex_listed: str
    disputes_annex: str
    disputes_lead: str
    agreement_columns: tuple[str, str, str, str, str]
    agreement_caption: str
    agreement_legend: tuple[str, str, str]
    sentence_heading: str
    reservations: str
    objections: str
    objecting_ideas: str
    other_objecting_ideas: str
    no_disputes: str
    not_answered: str
    page: str

    # the declaration and the list of partners
    declaration: str
    declarations_title: str
    declarations_lead: str
    declaration_columns: tuple[str, str]
    declaration_caption: str
    declaration_join: str
    institution: str
    sector: str
    represented_by: str
    contact: str
    powers: str
    resources: str
    possibilities: str
    consent: str
    consent_text: str
    declaration_signature: tuple[str, str]
    partner_list: str
    partner_list_lead: str

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
    pauses_column: str
    minutes: str
    skipped: str
    still_open: str
    not_held: str
    ideas_by_table: str
    ideas_by_table_lead: str
    all_from_paper: str
    table_heading: str
    round_heading: str
    no_table: str
    no_round: str
    late: str
    from_paper: str
    from_table: str
    objecting: str
    building_on: str
    handovers: str
    no_ideas: str
    themes: str
    themes_lead: str
    theme_columns: tuple[str, str, str, str]
    dots_column: str
    objections_column: str
    dots_given: str
    themes_caption: str
    no_themes: str
    grouping: str
    grouped_by_machine: str
    grouped_by_people: str
    grouped_by_room: str
    room_answers: str
    themes_by_people: str
    themes_by_machine: str
    ideas_by_people: str
    ideas_by_machine: str
    ideas_by_room: str
    ideas_unassigned: str
    ideas_hidden: str
    ideas_waiting: str
    articles_reworded: str
    articles_as_drafted: str
    agreement: str
    agreement_lead: str
    reservations_record: str
    reservation_columns: tuple[str, str, str]
    reservation_outcomes: dict[str, str]
    reservations_silent: str
    reservations_hidden: str
    at_clock: str
    on_day: str
    earlier_agreement: str
    earlier_columns: tuple[str, str, str, str, str]
    earlier_caption: str
    accession: str
    acceded_columns: tuple[str, str, str]
    none_acceded: str
    next_steps: str
    step_columns: tuple[str, str, str]
    steps_caption: str
    next_meeting: str
    written_by: str

    # the poster
    poster_more: Forms

    # statistics
    statistics: str
    statistics_title: str
    statistics_lead: str
    unfold: str
    ideas_over_time: str
    over_time_columns: tuple[str, str]
    ideas_by_round: str
    by_round_columns: tuple[str, str]
    ideas_per_table: str
    per_table_columns: tuple[str, str]
    ideas_by_sector: str
    by_sector_columns: tuple[str, str]
    small_sectors: str
    voices: str
    voices_lead: str
    voices_columns: tuple[str, str, str, str, str]
    table_and_round: str
    agreement_by_article: str

    # the workbook
    sheets: tuple[str, str, str, str, str, str]
    idea_cells: tuple[str, str, str, str, str, str, str, str, str]
    theme_cells: tuple[str, str, str, str, str, str, str]
    article_cells: tuple[str, str, str, str, str, str, str, str]
    reservation_cells: tuple[str, str, str, str]
    partner_cells: tuple[str, str, str, str, str, str, str]
