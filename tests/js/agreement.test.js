import assert from "node:assert/strict";
import { test } from "node:test";
import { firstOpen, questions } from "../../static/src/phone/late/agreement.js";

const workshop = {
  areas: { a: { title: "Values", order: 1 }, b: { title: "Rules", order: 2 } },
  agreement: { open: true, articles: ["A3", "A1", "A2", "A9"] },
  articles: {
    A1: { text: "We trust each other.", area: "a", order: 2, put: 1 },
    A2: { text: "We meet every month.", area: "b", order: 1, put: 2 },
    A3: { text: "We keep our word.", area: "a", order: 1, put: 1 },
    A4: { text: "Not put to the room.", area: "a", order: 3, put: 0 },
  },
};
const person = { answers: { A1: { answer: "agree", put: 1 }, A2: { answer: "reservation", reason: "Too often", put: 1 } } };
const answers = (items = []) => questions(workshop, person, items).map(({ id, answer, reason, again }) => [id, answer, reason, again]);

test("what is put stands by area and order, and an answer to an earlier wording is asked for again", () => {
  assert.deepEqual(answers(), [
    ["A3", "", "", false],
    ["A1", "agree", "", false],
    ["A2", "", "", true],
  ]);
});

test("an answer counts as soon as it is given, and a refused one does not", () => {
  const item = (article, answer, state) => ({ type: "article.answer", fields: { article, answer, reason: "" }, state });
  assert.deepEqual(answers([item("A2", "live_with", "waiting"), item("A3", "agree", "refused")]), [
    ["A3", "", "", false],
    ["A1", "agree", "", false],
    ["A2", "live_with", "", false],
  ]);
});

test("one begins where one has not answered yet, or at the beginning", () => {
  assert.equal(firstOpen([{ answer: "agree" }, { answer: "" }, { answer: "" }]), 1);
  assert.equal(firstOpen([{ answer: "agree" }]), 0);
  assert.equal(firstOpen([]), 0);
});
