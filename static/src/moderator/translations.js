// The workshop's own texts, to be written in the other language too. Pure; Translations.jsx draws them.

import { areasOf, roundsOf, tablesOf } from "./gather.js";

/** The language of a workshop's second versions: there are two. */
export function otherOf(view) {
  return view.language === "pl" ? "en" : "pl";
}

/**
 * Every text of the workshop's own where it stands first, by kind: [{kind, texts: [{text, said}]}], `said` being what it is in the
 * other language, "" where it is nothing yet. Kinds without a text are left out.
 */
export function sheetOf(view) {
  const known = view.translations?.[otherOf(view)] ?? {};
  const seen = new Set([""]);
  const fresh = (texts) => texts.filter((text) => !seen.has(text) && seen.add(text));
  const kinds = {
    whole: [view.title, view.purpose],
    areas: areasOf(view).flatMap((area) => [area.title, area.question]),
    tables: tablesOf(view).flatMap((table) => [table.topic, table.question]),
    rounds: roundsOf(view).map((round) => round.question),
    sectors: view.sectors,
  };
  return Object.entries(kinds)
    .map(([kind, texts]) => ({ kind, texts: fresh(texts).map((text) => ({ text, said: Object.hasOwn(known, text) ? known[text] : "" })) }))
    .filter(({ texts }) => texts.length > 0);
}

/** How many texts there are, and how many have a version: {all, done}. */
export function progressOf(sheet) {
  const all = sheet.flatMap(({ texts }) => texts);
  return { all: all.length, done: all.filter(({ said }) => said).length };
}
