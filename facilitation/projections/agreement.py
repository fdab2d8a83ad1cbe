"""Where the charter stands with the room: what is put to it, how it was answered, who accedes, and the papers
around it. Whoever answered is named to nobody but himself or herself."""

from collections import Counter
from typing import Any

from facilitation.domain.papers import Answer, Article, Declaration
from facilitation.domain.workshop import Workshop
from facilitation.projections.merge import View, diff
from facilitation.projections.span import Span

_PUBLIC_DETAILS = ("place", "held_on", "organiser")


def public(workshop: Workshop) -> View:
    """What `public` shows of it, each only while it applies: the articles while the room answers them, while
    institutions accede, or when the results are shared."""
    told = {name: getattr(workshop.details, name) for name in _PUBLIC_DETAILS}
    shown: View = {
        "details": _filled(told),
        "spotlight": _spotlight(workshop),
        "declarations_open": workshop.declarations_open,
        "results": workshop.results_shared,
        "results_until": workshop.results_until if workshop.results_shared else "",
    }
    if workshop.agreement_open:
        shown["agreement"] = {"open": True, "articles": list(workshop.agreement_open)}
    if workshop.charter_shown:
        standing = [a for a in workshop.articles.values() if not a.dropped]
        shown["articles"] = {a.id: _for_public(workshop, a) for a in standing}
    return {name: value for name, value in shown.items() if value}


def public_patch(span: Span) -> View:
    """What changed of it."""
    return diff(public(span.before), public(span.after)) if span.charter else {}


def _for_public(workshop: Workshop, article: Article) -> View:
    """An article as it was put, while people answer it; `reworded` says that it reads otherwise by now."""
    asked = article.id in workshop.agreement_open
    wording = article.puts[-1].wording if asked else len(article.wordings)
    shown = {
        "text": article.wordings[wording - 1].text,
        "area": article.area,
        "order": article.order,
        "put": len(article.puts),
        "wording": wording,
    }
    return shown if wording == len(article.wordings) else {**shown, "reworded": True}


def _spotlight(workshop: Workshop) -> View:
    """What the board shows large, if it is there still."""
    article = workshop.articles.get(workshop.spotlight.article)
    if article and not article.dropped:
        return {"article": article.id}
    return {"theme": workshop.spotlight.theme} if workshop.spotlight.theme in workshop.themes else {}


def figures(workshop: Workshop, article: Article) -> View:
    """How the last put was answered: {"agree", "live_with", "reservation", "of"}, `of` being how many are in
    the room or have answered; empty if it never was put."""
    if not article.puts:
        return {}
    count = Counter(answer.answer for answer in article.answers.values())
    people = max(len(workshop.present), len(article.answers))
    return {
        "agree": count["agree"],
        "live_with": count["live_with"],
        "reservation": count["reservation"],
        "of": people,
    }


def for_moderator(workshop: Workshop, article: Article) -> View:
    """What a console shows of an article beside its words: how it was answered and what was said, by the
    number of the answer, never by whom."""
    answers = [*(answer for _, answer in article.earlier_answers), *article.answers.values()]
    said = [a for a in answers if a.answer == "reservation" or a.reason]
    shown: View = {
        "put": len(article.puts),
        "put_wording": article.puts[-1].wording if article.puts else 0,
        "agreement": figures(workshop, article),
        "reservations": {str(answer.number): _said(answer) for answer in said},
        "merged_into": article.merged_into,
    }
    return _filled(shown)


def _said(answer: Answer) -> View:
    told = {"answer": answer.answer, "reason": answer.reason, "at": answer.at, "put": answer.put}
    return {**told, "hidden": True} if answer.hidden else told


def answers_of(workshop: Workshop, participant: str) -> View:
    """What somebody answered, by article: to the last put, or else to the last one he or she answered."""
    found = {a: own_answer(workshop, a, participant) for a in workshop.articles}
    return {article: answer for article, answer in found.items() if answer}


def own_answer(workshop: Workshop, identifier: str, participant: str) -> View | None:
    """One article's answer of one participant, if there is one."""
    article = workshop.articles.get(identifier)
    if article is None:
        return None
    answer = article.answers.get(participant)
    if answer is None:
        earlier = [said for who, said in article.earlier_answers if who == participant]
        if not earlier:
            return None
        answer = earlier[-1]
    return {"answer": answer.answer, "reason": answer.reason, "put": answer.put}


def declarations_of(workshop: Workshop, participant: str) -> View:
    """The declarations that a participant has made."""
    own = [d.id for d in workshop.declarations.values() if d.participant == participant]
    return {identifier: declaration(workshop, identifier) for identifier in own}


def declaration(workshop: Workshop, identifier: str) -> View | None:
    """A declaration with its personal data, for whoever made it and for moderators; of a withdrawn one, that
    it was."""
    found = workshop.declarations.get(identifier)
    if found is None:
        return None
    if found.withdrawn_at:
        return {"number": found.number, "at": found.at, "withdrawn_at": found.withdrawn_at}
    return _declared(workshop, found)


def _declared(workshop: Workshop, found: Declaration) -> View:
    person = workshop.person(found.id)
    return {
        "number": found.number,
        "at": found.at,
        "institution": person.institution,
        "name": person.name,
        "role": person.role,
        "contact": person.contact,
        "sector": found.sector,
        "powers": found.powers,
        "resources": found.resources,
        "possibilities": found.possibilities,
    }


def partner(workshop: Workshop, identifier: str) -> View:
    """The channel `declaration/ID`: its own declaration, for an institution that came by the link."""
    shown = declaration(workshop, identifier)
    return {"declaration": identifier, "declarations": {identifier: shown} if shown else {}}


def partner_patch(span: Span, identifier: str) -> View:
    """What changed of it."""
    changed = span.keyed(span.declarations & {identifier}, declaration)
    return {"declarations": changed} if changed else {}


def papers(workshop: Workshop) -> View:
    """What only consoles show: next steps, logos, all details."""
    return {
        "details": _filled(_fields(workshop.details)),
        "tasks": {
            t.id: _filled({"text": t.text, "who": t.who, "due": t.due}) for t in workshop.tasks.values()
        },
        "logos": {
            logo.id: {name: value for name, value in _fields(logo).items() if name not in ("id", "digest")}
            for logo in workshop.logos.values()
        },
    }


def _fields(struct: Any) -> View:
    return {name: getattr(struct, name) for name in struct.__struct_fields__}


def _filled(told: View) -> View:
    return {name: value for name, value in told.items() if value}
