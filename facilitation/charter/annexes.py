"""The charter's annexes laid out: all ideas with their numbers, and where agreement stands with the points in
dispute. The charter's own pages are in pages.py."""

from collections.abc import Sequence

from facilitation.charter.charter import Charter, Dispute, IdeaGroup, Source
from facilitation.charter.document import Block, Bullets, Heading, Register, RegisterRow, Span, Spans
from facilitation.charter.layout import Layout
from facilitation.charter.phrases import Phrases
from facilitation.charter.typography import NO_BREAK

_IDEA_WIDTHS = (5, 29, 7, 7, 9, 9)
_AGREEMENT_WIDTHS = (3, 4, 4, 4, 3)


def idea_anchor(number: int) -> str:
    """The name of the place in the annex where an idea stands."""
    return f"idea-{number}"


def article_anchor(number: str) -> str:
    """The name of the place where an article stands."""
    return f"article-{number.replace('.', '-')}"


def facts_of(source: Source, said: Phrases) -> list[str]:
    """Table, round and support in words, as far as they are known and there was any."""
    known = ((source.table, said.table), (source.round, said.round), (source.support, said.support))
    return [phrase.format(n=n).replace(" ", NO_BREAK) for n, phrase in known if n]


def annex_blocks(charter: Charter, layout: Layout) -> list[Block]:
    """The list of annexes and those that stand in the charter itself."""
    said = layout.said
    disputed = charter.put or charter.disputes
    named = (said.report_annex, said.ideas_annex_listed, *([said.disputes_annex_listed] if disputed else []))
    found: list[Block] = [
        layout.heading(2, said.annexes, starts_page=True),
        Bullets(tuple((Span(layout.set(text)),) for text in named)),
        layout.heading(2, said.ideas_annex),
        layout.paragraph(said.ideas_annex_lead),
    ]
    for group in charter.annex:
        found += _idea_group(group, len(charter.annex) == 1, layout)
    return [*found, *_agreement(charter, layout)] if disputed else found


def _idea_group(group: IdeaGroup, only: bool, layout: Layout) -> list[Block]:
    said = layout.said
    title = group.title or (said.area_of_ideas if only else said.no_area)
    counted = f"{layout.set(title)} ({layout.count(len(group.ideas), said.ideas_count)})"
    rows = tuple(_row(source, layout) for source in group.ideas)
    return [Heading(3, (Span(counted),)), Register(said.idea_columns, rows, _IDEA_WIDTHS, counted)]


def _row(source: Source, layout: Layout) -> RegisterRow:
    links = _joined([Span(number, goes_to=article_anchor(number)) for number in source.articles])
    told = [Span(fact) for fact in facts_of(source, layout.said)]
    for number in source.articles:
        label = layout.set(layout.said.article.format(number=number))
        told.append(Span(label, goes_to=article_anchor(number)))
    numbers = (str(source.table or ""), str(source.round or ""), str(source.support))
    facts = (*((Span(n),) if n else () for n in numbers), links)
    return RegisterRow(str(source.number), idea_anchor(source.number), source.text, facts, _joined(told))


def _joined(spans: Sequence[Span]) -> Spans:
    commas = [Span(", ")] * len(spans)
    return tuple(span for pair in zip(commas, spans, strict=True) for span in pair)[1:]


def _agreement(charter: Charter, layout: Layout) -> list[Block]:
    said = layout.said
    found: list[Block] = [layout.heading(2, said.disputes_annex), layout.paragraph(said.disputes_lead)]
    rows = [(s.number, *agreement.parts, agreement.answers) for s, agreement in charter.answered]
    if rows:
        found.append(layout.figures(said.agreement_columns, rows, _AGREEMENT_WIDTHS, said.agreement_caption))
    found += not_answered(charter, layout)
    if not charter.disputes:
        return [*found, layout.paragraph(said.no_disputes)]
    for dispute in charter.disputes:
        found += dispute_blocks(dispute, layout)
    return found


def not_answered(charter: Charter, layout: Layout) -> list[Block]:
    """Names the sentences that were put and nobody answered: rows of noughts would read like refusals."""
    listed = ", ".join(_runs(charter.unanswered))
    return [layout.paragraph(layout.said.not_answered.format(numbers=listed), "note")] if listed else []


def _runs(numbers: Sequence[str]) -> list[str]:
    """The numbers in their order, three or more that follow one another as "4.6–4.20"."""
    runs: list[list[str]] = []
    for number in numbers:
        section, place = number.split(".")
        if runs and runs[-1][-1] == f"{section}.{int(place) - 1}":
            runs[-1].append(number)
        else:
            runs.append([number])
    return [told for run in runs for told in ([f"{run[0]}–{run[-1]}"] if len(run) > 2 else run)]


def dispute_blocks(dispute: Dispute, layout: Layout, linked: bool = True) -> list[Block]:
    """A point in dispute: what it is about, and what was said, in people's own words. `linked` where the
    ideas stand in the same document."""
    said = layout.said
    if not dispute.number:
        rest = tuple(_idea(source, layout, linked) for source in dispute.ideas)
        return [layout.heading(3, said.other_objecting_ideas), Bullets(rest)]
    found: list[Block] = [
        layout.heading(3, said.sentence_heading.format(number=dispute.number)),
        layout.paragraph(dispute.text),
    ]
    for label, texts in ((said.reservations, dispute.reservations), (said.objections, dispute.objections)):
        if texts:
            found += [_label(label, layout), Bullets(tuple(map(layout.quote, texts)))]
    if dispute.ideas:
        ideas = tuple(_idea(source, layout, linked) for source in dispute.ideas)
        found += [_label(said.objecting_ideas, layout), Bullets(ideas)]
    return found


def _label(text: str, layout: Layout) -> Block:
    return layout.paragraph(f"{text}:", "intro")


def _idea(source: Source, layout: Layout, linked: bool) -> Spans:
    label = layout.set(layout.said.source.format(number=source.number))
    place = idea_anchor(source.number) if linked else ""
    return (Span(label, goes_to=place), Span(": "), *layout.quote(source.text))
