// The workshop's own texts (title, purpose, areas, tables, rounds, sectors) in the language of the page. Pure: channels are
// everybody's, so each browser chooses. What people write is nobody's to translate.

import { page } from "./page.js";

/** What a text of the workshop's own is in the language of the page; the text itself where it has no such version. */
export function said(view, text) {
  const known = view?.translations?.[page.language]?.[text];
  return typeof known === "string" ? known : text;
}

/** The public view with its own texts as `said`; sectors stay what they are called in commands, themes as people called them. */
export function inLanguage(view) {
  if (!view?.translations?.[page.language]) return view;
  return { ...JSON.parse(JSON.stringify(view), (name, text) => (/title|purpose|topic|question/.test(name) ? said(view, text) : text)), themes: view.themes };
}

/** The `lang` of such a text as it is shown: the workshop's language where the page has another and the text no version in it. */
export function tongueOf(view, text) {
  if (text && view && view.language !== page.language && !Object.values(view.translations?.[page.language] ?? {}).includes(text)) return view.language;
}
