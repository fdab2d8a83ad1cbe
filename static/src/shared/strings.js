// The words on the screen. English is the key; other languages come from the same catalogues as the server's pages:
// {"locale": "pl", "plural": ["one", "few", "many"], "messages": {MSGID: TEXT | [FORM, …]}}.

const english = { locale: "en", plural: ["one", "other"], messages: {} };

let catalogue = english;

// Made when first needed: to make one takes longer than to use it a hundred times.
let plurals = null;
let numbers = null;

/** Use a catalogue from now on; without one the texts are English. */
export function speak(next) {
  catalogue = next?.messages ? { ...english, ...next } : english;
  plurals = numbers = null;
}

/** More words of the same language, for parts of a page that are fetched later. */
export function learn(more) {
  catalogue = { ...catalogue, messages: { ...catalogue.messages, ...more.messages } };
}

/** The language the screen is in, such as "pl". */
export function locale() {
  return catalogue.locale;
}

/** `text` with each {name} replaced by the parameter of that name. */
function fill(text, params) {
  const filled = text.replace(/\{(\w+)\}/g, (whole, name) => (name in params ? String(params[name]) : whole));
  return catalogue.locale === "pl" ? typeset(filled) : filled;
}

/** The message in the person's language, with `{name}` filled in from `params`. */
export function t(message, params = {}) {
  const found = catalogue.messages[message];
  return fill(typeof found === "string" && found ? found : message, params);
}

/** The right one of the message's plural forms; `{count}` is the number as the language writes it. */
export function n(one, many, count, params = {}) {
  const forms = catalogue.messages[one];
  plurals ??= new Intl.PluralRules(catalogue.locale);
  const form = Array.isArray(forms) ? forms[catalogue.plural.indexOf(plurals.select(count))] || forms.at(-1) : "";
  return fill(form || (count === 1 ? one : many), { count: number(count), ...params });
}

/** 12345 → "12 345" or "12,345". */
export function number(value) {
  numbers ??= new Intl.NumberFormat(catalogue.locale);
  return numbers.format(value);
}

/** ["a", "b", "c"] → "a, b and c" or "a, b i c". */
export function list(items) {
  return new Intl.ListFormat(catalogue.locale, { type: "conjunction" }).format(items);
}

/** A moment (ms since the epoch) as the time of day, "14:05". */
export function time(moment) {
  return new Intl.DateTimeFormat(catalogue.locale, { hour: "2-digit", minute: "2-digit" }).format(moment);
}

/** A moment (ms since the epoch) as a day, "28 October 2019". */
export function date(moment) {
  return new Intl.DateTimeFormat(catalogue.locale, { dateStyle: "long" }).format(moment);
}

/** One-letter words (w, z, i, o, u, a) kept with the word after them, as Polish typography asks. */
export function typeset(text) {
  const once = (words) => words.replace(/(^|[\s(„"])([aiouwzAIOUWZ]) (?=\S)/g, "$1$2\u00a0");
  // Twice, since in "i z ludźmi" the two places overlap.
  return once(once(text));
}
