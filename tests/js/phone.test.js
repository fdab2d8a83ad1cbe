import assert from "node:assert/strict";
import { test } from "node:test";
import { openStore } from "../../static/src/shared/storage.js";
import { questionOf, roundOfDraft, screenOf, topicOf } from "../../static/src/phone/screen.js";
import { sheetText, since } from "../../static/src/phone/handover.js";
import { openSeat } from "../../static/src/phone/seat.js";
import { tabletOf } from "../../static/src/phone/tablet.js";
import { finished, layOut, ownIdeas } from "../../static/src/phone/tablecloth.js";

const workshop = {
  phase: "round",
  format: "stations",
  round: 2,
  areas: { wartosci: { title: "Values", order: 1 } },
  tables: {
    T1: { number: 1, topic: "Trust", question: "Whom do we trust?" },
    T2: { number: 2, topic: "", question: "", area: "wartosci" },
  },
  rounds: {
    1: { number: 1, status: "closed", question: "", area: "" },
    2: { number: 2, status: "open", question: "What matters?" },
    3: { number: 3, status: "planned", question: "" },
  },
};
const person = { status: "present", table: "T1", seats: { 1: "T2", 2: "T1", 3: "T2" }, ideas: {}, supported: {} };

test("each phase has its one screen", () => {
  const at = (phase, who = person) => screenOf({ ...workshop, phase }, who);
  const unseated = { ...person, table: undefined };
  assert.deepEqual(screenOf(undefined, undefined), { name: "loading" });
  assert.deepEqual(screenOf(workshop, undefined), { name: "join" });
  assert.deepEqual(at("lobby"), { name: "wait" });
  assert.deepEqual(at("move"), { name: "go", table: "T1", round: 2 });
  assert.deepEqual(at("move", { ...person, host_of: "T1" }), { name: "stay", table: "T1", round: 2 });
  assert.deepEqual(at("move", { ...person, host_of: "T2" }), { name: "go", table: "T1", round: 2 });
  assert.deepEqual(at("move", { ...person, seats: { 1: "T1", 2: "T1" } }), { name: "go", table: "T1", round: 2, here: true });
  assert.deepEqual(at("round"), { name: "round", table: "T1", round: 2 });
  assert.deepEqual(at("round", unseated), { name: "unseated", round: 2 });
  assert.deepEqual(at("harvest"), { name: "harvest" });
  assert.deepEqual(at("closed", undefined), { name: "closed" });
  assert.deepEqual(at("round", { ...person, status: "left" }), { name: "left" });
  assert.deepEqual(at("harvest", { ...person, status: "left" }), { name: "harvest" });
});

test("at stations the table asks, in a classic café the round does, and either where the other is silent", () => {
  assert.equal(questionOf(workshop, "T1", 2), "Whom do we trust?");
  assert.equal(questionOf({ ...workshop, format: "classic" }, "T1", 2), "What matters?");
  assert.equal(questionOf(workshop, "T2", 2), "What matters?");
  assert.equal(questionOf({ ...workshop, format: "classic" }, "T1", 1), "Whom do we trust?");
  assert.equal(questionOf(workshop, "T2", 1), "");
  assert.equal(topicOf(workshop, "T1", 2), "Trust");
  assert.equal(topicOf(workshop, "T2", 2), "Values");
});

test("a text belongs to the round it was begun in, also after that round has ended", () => {
  assert.equal(roundOfDraft({ text: "half", round: 1 }, workshop, person), 1);
  assert.equal(roundOfDraft({ text: "half", round: 2 }, workshop, person), 2);
  assert.equal(roundOfDraft({ text: "", round: 0 }, workshop, person), 2);
});

test("a text begun before any round, or where one did not sit, goes to the open round, and waits when there is none", () => {
  assert.equal(roundOfDraft({ text: "early", round: 3 }, workshop, person), 2);
  assert.equal(roundOfDraft({ text: "x", round: 1 }, workshop, { ...person, seats: { 2: "T1" } }), 2);
  assert.equal(roundOfDraft({ text: "x", round: 3 }, { ...workshop, phase: "move" }, person), 0);
});

const idea = (text, at, extra = {}) => ({ text, at, number: at, table: "T1", round: 2, support: 0, ...extra });
const laid = (key, text, extra = {}) => ({
  key,
  id: key,
  table: "T1",
  text,
  round: 2,
  support: 0,
  mine: false,
  supported: false,
  decided: "",
  objects: false,
  about: "",
  state: "saved",
  ...extra,
});
const post = (id, text, state, extra = {}) => ({ id, type: "idea.post", fields: { text, round: 2 }, state, ...extra });

test("a tablecloth shows everybody's ideas oldest first, one's own hidden one, and what is on its way at the end", () => {
  const cloth = { ideas: { I3: idea("third", 30, { support: 2 }), I1: idea("first", 10) } };
  const me = { ...person, ideas: { I1: idea("first", 10), I2: idea("rude", 20, { hidden: true }) }, supported: { I3: true } };
  const items = [post("a", "waiting one", "waiting"), post("b", "just saved", "done", { result: { idea: "I4" } })];
  assert.deepEqual(layOut(cloth, me, items, "T1"), [
    laid("I1", "first", { mine: true }),
    laid("I2", "rude", { mine: true, decided: "hidden" }),
    laid("I3", "third", { support: 2, supported: true }),
    laid("a", "waiting one", { id: "", mine: true, state: "waiting" }),
    laid("b", "just saved", { id: "", mine: true }),
  ]);
});

test("one's own idea says whether it waits for the moderator, was let through, or is hidden", () => {
  const marks = [{ waiting: true }, { let_through: true }, { hidden: true }, {}];
  const me = { ...person, ideas: Object.fromEntries(marks.map((mark, at) => [`I${at}`, idea("mine", at, mark)])) };
  assert.deepEqual(layOut(undefined, me, [], "T1").map(({ decided }) => decided), ["waits", "through", "hidden", ""]);
});

test("an answer shows the words it is about, whether it has arrived or not", () => {
  const cloth = { ideas: { I1: idea("first", 10), I2: idea("no", 20, { builds_on: "I1", objects: true }), I3: idea("gone", 30, { builds_on: "I9" }) } };
  const items = [post("a", "more", "waiting", { fields: { text: "more", round: 2, builds_on: "I1" } })];
  assert.deepEqual(layOut(cloth, person, items, "T1"), [
    laid("I1", "first"),
    laid("I2", "no", { about: "first", objects: true }),
    laid("I3", "gone"),
    laid("a", "more", { id: "", mine: true, state: "waiting", about: "first" }),
  ]);
});

test("a tablet is somebody who hosts its table in every round and owns what the table wrote", () => {
  const cloth = { ideas: { I1: idea("from the tablet", 1, { by_table: true }), I2: idea("from a phone", 2) } };
  const tablet = tabletOf(workshop, cloth, "T1");
  assert.deepEqual([tablet.host_of, tablet.seats, Object.keys(tablet.ideas)], ["T1", { 1: "T1", 2: "T1", 3: "T1" }, ["I1"]]);
  assert.deepEqual(screenOf(workshop, tablet), { name: "round", table: "T1", round: 2 });
  assert.deepEqual(screenOf({ ...workshop, phase: "lobby" }, tablet), { name: "table", table: "T1" });
  const voting = { open: true };
  assert.equal(screenOf({ ...workshop, phase: "harvest", voting }, tablet).name, "harvest");
  assert.equal(screenOf({ ...workshop, phase: "harvest", voting, sorting: {} }, tablet).name, "sort");
  assert.equal(tabletOf(workshop, undefined, "T1"), undefined);
  assert.equal(tabletOf(workshop, cloth, "T9"), undefined);
});

test("the host's sheet begins with what was typed, else with what is handed over, else with the suggested ideas", () => {
  const cloth = { points: ["I2", "I1", "I9"], ideas: { I1: idea("we meet", 1), I2: idea("we  tell\nthe truth", 2) } };
  const written = { ...cloth, handover: { text: "In short", at: 1 } };
  assert.equal(sheetText(undefined, cloth), "– we tell the truth\n– we meet");
  assert.equal(sheetText(undefined, written), "In short");
  assert.equal(sheetText("", written), "");
  assert.equal(sheetText(undefined, { ideas: {} }), "");
  assert.deepEqual([since(written), since(cloth)], [1, 0]);
});

test("an idea that has arrived is not shown twice, and a refused one not at all", () => {
  const me = { ...person, ideas: { I4: idea("just saved", 40) } };
  const items = [post("b", "just saved", "done", { result: { idea: "I4" } }), post("c", "no", "refused")];
  assert.deepEqual(layOut({ ideas: { I4: idea("just saved", 40) } }, me, items, "T1"), [laid("I4", "just saved", { mine: true })]);
});

test("an idea that is in the view before its answer has come is known by its words, an older one of the same words is not it", () => {
  const sending = (id, order) => ({ id, type: "idea.post", order, fields: { text: "we  meet ", round: 2 }, state: "sending" });
  const texts = (ideas, items, ahead) => layOut(undefined, { ...person, ideas }, items, "T1", ahead).map((each) => each.key);
  const ideas = { I1: idea("we meet", 100_000), I2: idea("we meet", 200_000) };
  assert.deepEqual(texts(ideas, [sending("a", 200_100)], 0), ["I1", "I2"]);
  assert.deepEqual(texts(ideas, [sending("a", 200_100), sending("b", 200_200)], 0), ["I1", "I2", "b"]);
  assert.deepEqual(texts(ideas, [sending("a", 260_000)], 0), ["I1", "I2", "a"]);
  assert.deepEqual(texts(ideas, [sending("a", 260_000)], -60_000), ["I1", "I2"]);
  assert.deepEqual(texts(ideas, [{ ...sending("a", 200_100), state: "waiting" }], 0), ["I1", "I2", "a"]);
});

test("a late idea for the last table is not shown on this table's cloth", () => {
  const items = [post("a", "for table 2", "sending", { fields: { text: "for table 2", round: 1 } })];
  assert.deepEqual(layOut({ ideas: {} }, person, items, "T1"), []);
  assert.deepEqual(ownIdeas(person, items).map(({ text, table }) => [text, table]), [["for table 2", "T2"]]);
});

test("support, other words and withdrawal are seen at once and counted once", () => {
  const cloth = { ideas: { I1: idea("a", 1, { support: 3 }), I2: idea("b", 2, { support: 1 }), I3: idea("c", 3), I4: idea("d", 4) } };
  const me = { ...person, ideas: { I3: cloth.ideas.I3, I4: cloth.ideas.I4 }, supported: { I2: true } };
  const wish = (type, fields) => ({ id: type + fields.idea, type, fields, state: "waiting" });
  const items = [
    wish("idea.support", { idea: "I1", on: true }),
    wish("idea.support", { idea: "I2", on: false }),
    wish("idea.reword", { idea: "I3", text: "better" }),
    wish("idea.withdraw", { idea: "I4" }),
  ];
  assert.deepEqual(layOut(cloth, me, items, "T1"), [
    laid("I1", "a", { support: 4, supported: true }),
    laid("I2", "b", { support: 0 }),
    laid("I3", "better", { mine: true, state: "waiting" }),
  ]);
});

test("an item leaves the outbox when its author's view holds the idea, not before", () => {
  const items = [
    post("a", "x", "done", { result: { idea: "I1" } }),
    post("b", "y", "done", { result: { idea: "I2" } }),
    post("c", "z", "waiting"),
    post("f", "said aloud", "done", { fields: { text: "said aloud", round: 2, for_table: true }, result: { idea: "I7" } }),
    { id: "d", type: "idea.support", fields: { idea: "I9", on: true }, state: "done" },
    { id: "e", type: "idea.withdraw", fields: { idea: "I8" }, state: "done" },
  ];
  assert.deepEqual(finished(items, { ...person, ideas: { I1: idea("x", 1) } }), ["a", "f", "d"]);
});

function seatIn(map, pageToken = "") {
  const storage = {
    get length() {
      return map.size;
    },
    key: (index) => [...map.keys()][index] ?? null,
    getItem: (key) => map.get(key) ?? null,
    setItem: (key, value) => void map.set(key, value),
    removeItem: (key) => void map.delete(key),
  };
  return openSeat({ code: "KAWA", pageToken, store: openStore(() => storage) });
}

test("coming back is the same seat, in another workshop it is not", () => {
  const map = new Map();
  seatIn(map).keep("P3", "token-3");
  assert.deepEqual([seatIn(map).token(), seatIn(map).participant(), seatIn(map).owner()], ["token-3", "P3", "obrus.KAWA.P3"]);
  assert.deepEqual([...map.keys()].filter((key) => key.startsWith("obrus.") && key !== "obrus.KAWA"), []);
});

test("joining keeps one id until it is answered, so that nobody joins twice", () => {
  const map = new Map();
  const id = seatIn(map).joinId();
  assert.equal(seatIn(map).joinId(), id);
  seatIn(map).joinRefused();
  const next = seatIn(map).joinId();
  assert.notEqual(next, id);
  seatIn(map).keep("P1", "token-1");
  assert.notEqual(seatIn(map).joinId(), next);
});

test("a personal link wins once over the kept seat, and giving the phone away lasts although the page still brings its token", () => {
  const map = new Map();
  seatIn(map).keep("P1", "token-1");
  assert.equal(seatIn(map, "token-2").token(), "token-2");
  seatIn(map, "token-2").forget();
  assert.equal(seatIn(map, "token-2").token(), "");
  assert.equal(seatIn(map, "token-3").token(), "token-3");
});
