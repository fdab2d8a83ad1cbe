import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { list, n, number, speak, t, typeset } from "../../static/src/shared/strings.js";

const polish = {
  locale: "pl",
  plural: ["one", "few", "many"],
  messages: {
    "Go to table {number}": "Przejdź do stolika {number}",
    "{count} idea": ["{count} pomysł", "{count} pomysły", "{count} pomysłów"],
    "Not yet": "",
  },
};

afterEach(() => speak(null));

test("without a catalogue the texts are English, with their own plural", () => {
  assert.equal(t("Go to table {number}", { number: 3 }), "Go to table 3");
  assert.deepEqual([0, 1, 2].map((count) => n("{count} idea", "{count} ideas", count)), ["0 ideas", "1 idea", "2 ideas"]);
});

test("Polish counts as Poles do", () => {
  speak(polish);
  const said = [1, 2, 4, 5, 12, 22, 25, 1000].map((count) => n("{count} idea", "{count} ideas", count));
  assert.deepEqual(said, [
    "1 pomysł",
    "2 pomysły",
    "4 pomysły",
    "5 pomysłów",
    "12 pomysłów",
    "22 pomysły",
    "25 pomysłów",
    `${number(1000)} pomysłów`,
  ]);
});

test("an empty or absent translation falls back to English rather than to nothing", () => {
  speak(polish);
  assert.equal(t("Not yet"), "Not yet");
  assert.equal(t("Unheard of {name}", { name: "X" }), "Unheard of X");
});

test("what is filled in is not filled in again, and what has no value stays visible", () => {
  assert.equal(t("{name} and {other}", { name: "{other}" }), "{other} and {other}");
});

test("lists read like a sentence in each language", () => {
  assert.equal(list(["a", "b", "c"]), "a, b, and c");
  speak(polish);
  assert.equal(list(["a", "b", "c"]), "a, b i c");
});

test("one-letter words stay with the word after them", () => {
  assert.equal(typeset("praca w grupie i z ludźmi"), "praca w\u00a0grupie i\u00a0z\u00a0ludźmi");
  assert.equal(typeset("W szkole: a (o tym) by"), "W\u00a0szkole: a\u00a0(o\u00a0tym) by");
});
