import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { page } from "../../static/src/shared/page.js";
import { inLanguage, said, tongueOf } from "../../static/src/shared/translations.js";
import { otherOf, progressOf, sheetOf } from "../../static/src/moderator/translations.js";

beforeEach(() => (page.language = "en"));

const view = {
  language: "pl",
  title: "Karta",
  purpose: "Po co jesteśmy",
  areas: { a: { title: "Wartości", question: "Co jest ważne?", order: 1, kind: "values" } },
  tables: { T1: { number: 1, topic: "Wartości", question: "", area: "a" } },
  rounds: { 1: { number: 1, question: "Co jest ważne?", minutes: 20 } },
  themes: { M1: { title: "Wartości", area: "a", examples: ["Karta"] } },
  sectors: ["oświata", "inne"],
  translations: { en: { Karta: "Charter", Wartości: "Values", "Co jest ważne?": "What matters?", oświata: "schools" } },
};

test("each screen shows the words of its own language, the workshop's where there are none, and what people called a theme as it is", () => {
  const english = inLanguage(view);
  assert.deepEqual(english, {
    ...view,
    title: "Charter",
    areas: { a: { title: "Values", question: "What matters?", order: 1, kind: "values" } },
    tables: { T1: { number: 1, topic: "Values", question: "", area: "a" } },
    rounds: { 1: { number: 1, question: "What matters?", minutes: 20 } },
  });
  assert.deepEqual(english.sectors.map((sector) => said(english, sector)), ["schools", "inne"]);
  assert.equal(inLanguage(undefined), undefined);
  page.language = "pl";
  assert.equal(inLanguage(view), view);
});

test("a text that is shown in another language than the page's says so", () => {
  const english = inLanguage(view);
  const texts = [english.title, english.purpose, english.areas.a.title, "", undefined];
  assert.deepEqual(texts.map((text) => tongueOf(english, text)), [undefined, "pl", undefined, undefined, undefined]);
  assert.equal(tongueOf({ language: "pl" }, "Karta"), "pl");
  page.language = "pl";
  assert.equal(tongueOf(view, view.title), undefined);
});

test("a topic that reads like a word of the programming language is a topic", () => {
  const odd = { language: "pl", title: "constructor", tables: { T1: { topic: "__proto__" } }, themes: {}, translations: { en: { inne: "others" } } };
  assert.deepEqual(inLanguage(odd), odd);
});

test("the console's sheet has every text once, where it stands first, and says how many have a version", () => {
  const sheet = sheetOf(view);
  assert.deepEqual(sheet, [
    { kind: "whole", texts: [{ text: "Karta", said: "Charter" }, { text: "Po co jesteśmy", said: "" }] },
    { kind: "areas", texts: [{ text: "Wartości", said: "Values" }, { text: "Co jest ważne?", said: "What matters?" }] },
    { kind: "sectors", texts: [{ text: "oświata", said: "schools" }, { text: "inne", said: "" }] },
  ]);
  assert.deepEqual(progressOf(sheet), { all: 6, done: 4 });
  assert.equal(otherOf(view), "en");
  assert.equal(otherOf({ language: "en" }), "pl");
});
