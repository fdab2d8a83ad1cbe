import assert from "node:assert/strict";
import { test } from "node:test";
import { figuresOf } from "../../static/src/moderator/figures.js";
import { boundOf, brokenIn, cameIn, dealtSeats, landing, movedPeople, opposed, possible, reached, repick, tablesIn } from "../../static/src/moderator/plan.js";
import { rosterOf, rowsOf, textOf } from "../../static/src/moderator/roster.js";

const person = (number, seats = {}, more = {}) => ({ number, name: "", institution: "", sector: "", status: "present", seats, ...more });
const tables = { T1: { number: 1, topic: "Values" }, T2: { number: 2, topic: "Rules" }, T3: { number: 3, topic: "", closed: true } };
const workshop = { tables, rounds: { 1: { number: 1, status: "closed", opened_at: 1 }, 2: { number: 2, status: "open", opened_at: 2 }, 3: { number: 3, status: "planned" } } };
const room = { sectors: true, institutions: true };
const names = (said) => said.map(({ name, count }) => (count ? `${name} ${count}` : name));

test("what a plan reached stands beside what is possible", () => {
  const figures = { repeats: 0, pairs_again: 0, most_meetings: 1, sector_off: 0, clashes: 0 };
  assert.deepEqual(names(reached(figures, 0, room)), ["nobody_twice", "sectors_even", "colleagues_apart"]);
  const worse = { repeats: 7, pairs_again: 7, most_meetings: 2, sector_off: 2, clashes: 1 };
  const silent = { sectors: false, institutions: false };
  assert.deepEqual(names(reached(worse, 4, room)), ["pairs_twice 7", "fewer_than_impossible 4", "sectors_off 2", "colleagues_together 1"]);
  assert.deepEqual(names(reached({ ...worse, repeats: 9, most_meetings: 3 }, 9, silent)), ["pairs_again 7", "fewer_impossible"]);
  assert.deepEqual(names(reached({ ...worse, repeats: 9, most_meetings: 3 }, 4, silent)), ["pairs_again 7", "fewer_repeats_impossible 4"]);
  assert.deepEqual([0, undefined].map((bound) => names(reached(worse, bound, silent))), [["pairs_twice 7"], ["pairs_twice 7"]]);
});

test("the planner's bound is not claimed for a plan that was changed by hand since", () => {
  const report = { repeats: 7, clashes: 1, bound: 4 };
  assert.deepEqual([boundOf(report, { repeats: 7, clashes: 1 }), boundOf(report, { repeats: 8, clashes: 1 }), boundOf({}, { repeats: 0, clashes: 0 })], [4, undefined, undefined]);
});

test("figures count who met before as well, and leave out those who sit together by request", () => {
  const told = (number, seats, sector, institution) => person(number, seats, { sector, institution });
  const people = {
    P1: told(1, { 1: "T1" }, "law", "Court"),
    P2: told(2, { 1: "T1" }, "law", "COURT"),
    P3: told(3, { 1: "T2" }, "school", ""),
    P4: told(4, { 1: "T2" }, "school", ""),
  };
  const again = { 2: { P1: "T1", P2: "T1", P3: "T2", P4: "T2" }, 3: { P1: "T1", P2: "T1", P3: "T2", P4: "T2" } };
  assert.deepEqual(figuresOf(people, {}, again), { repeats: 6, pairs_again: 2, most_meetings: 3, sector_off: 12, clashes: 3 });
  const requests = { R1: { kind: "together", participants: ["P1", "P2"] }, R2: { kind: "apart", participants: ["P3", "P4"] } };
  assert.equal(figuresOf(people, requests, again).repeats, 3);
  const mixed = { 2: { P1: "T1", P2: "T2", P3: "T1", P4: "T2" } };
  assert.deepEqual(figuresOf(people, {}, mixed), { repeats: 0, pairs_again: 0, most_meetings: 1, sector_off: 4, clashes: 1 });
});

test("the dealt plan holds the rounds that are not over and the people who are here", () => {
  const people = { P1: person(1, { 1: "T1", 2: "T2", 3: "T1" }), P2: person(2, { 1: "T1", 2: "T1" }, { status: "left" }) };
  assert.deepEqual(dealtSeats(workshop, people), { 2: { P1: "T2" }, 3: { P1: "T1" } });
});

test("a round's tables come by number, people by theirs; a closed table shows only while somebody sits there", () => {
  const people = { P10: person(10), P2: person(2), P3: person(3, {}, { status: "left" }) };
  const laid = tablesIn(workshop, people, { P10: "T1", P2: "T1", P3: "T2" });
  assert.deepEqual(laid.map((table) => [table.number, table.people]), [[1, ["P2", "P10"]], [2, []]]);
  assert.deepEqual(tablesIn(workshop, people, { P2: "T3" }).map(({ number }) => number), [1, 2, 3]);
});

test("who would sit elsewhere is counted once, however many rounds; who had no place yet is not", () => {
  const people = { P1: person(1, { 2: "T1", 3: "T2" }), P2: person(2, { 2: "T2", 3: "T1" }), P3: person(3) };
  assert.equal(movedPeople(people, { 2: { P1: "T2", P2: "T2", P3: "T1" }, 3: { P1: "T1", P2: "T1", P3: "T1" } }), 1);
});

test("a request is broken in the rounds in which those who have a seat are not as asked", () => {
  const seats = { 2: { P1: "T1", P2: "T1", P3: "T2" }, 3: { P1: "T1", P2: "T2" } };
  assert.deepEqual(brokenIn({ kind: "apart", participants: ["P1", "P2", "P3"] }, seats), [2]);
  assert.deepEqual(brokenIn({ kind: "together", participants: ["P1", "P2", "P3"] }, seats), [2, 3]);
  assert.deepEqual(brokenIn({ kind: "together", participants: ["P3", "P9"] }, seats), []);
});

test("requests contradict also by way of a third person", () => {
  const requests = {
    R1: { kind: "together", participants: ["P1", "P2"] },
    R2: { kind: "together", participants: ["P2", "P3"] },
    R3: { kind: "apart", participants: ["P3", "P1"] },
    R4: { kind: "apart", participants: ["P1", "P5"] },
  };
  assert.deepEqual(opposed(requests), [["R3", "R1"]]);
  assert.deepEqual(opposed({ R4: requests.R4, R1: requests.R1 }), []);
});

test("who has no seat in the first round that began came later", () => {
  const came = [person(1, { 1: "T1", 2: "T1" }), person(2, { 2: "T1", 3: "T2" }), person(3)].map((each) => cameIn(workshop, each));
  assert.deepEqual(came, [0, 2, 0]);
});

test("two of a round are picked for a swap, a third or one of another round begins anew, the same one again goes", () => {
  const [a, b, c, later] = [["P1", 2], ["P2", 2], ["P3", 2], ["P2", 3]].map(([id, round]) => ({ id, round }));
  assert.deepEqual([repick([], a), repick([a], b), repick([a, b], c), repick([a], later), repick([a, b], a)], [[a], [a, b], [c], [later], [b]]);
  assert.deepEqual([possible([a], {}), possible([a, b], {}), possible([a, b], { T1: "P2" })], [{ move: true, swap: false }, { move: false, swap: true }, { move: false, swap: false }]);
});

test("whoever is carried changes places with whom he is dropped on, or moves to the table, within the round; hosts stay", () => {
  const from = { id: "P1", round: 2, table: "T1" };
  const over = [{ id: "P2", round: 2, table: "T2" }, { id: "", round: 2, table: "T2" }, { id: "P3", round: 2, table: "T1" }, { id: "P2", round: 3, table: "T2" }, null];
  assert.deepEqual(over.map((each) => landing(from, each, {})), [{ other: "P2" }, { table: "T2" }, null, null, null]);
  assert.deepEqual([landing(from, over[0], { T1: "P1" }), landing(from, over[0], { T2: "P2" })], [null, { table: "T2" }]);
});

test("a list is read with its own separator, quotes and column names in Polish", () => {
  const text = '\ufeffSektor;Imię i nazwisko;Uwagi\r\nprawo;"Bąk; Jan ""Janek""";x\r\n;;\r\n;Zofia Rój;\r\n';
  assert.deepEqual(rosterOf(text), {
    people: [
      { name: 'Bąk; Jan "Janek"', institution: "", sector: "prawo" },
      { name: "Zofia Rój", institution: "", sector: "" },
    ],
    ignored: ["Uwagi"],
  });
  assert.deepEqual(rowsOf("name,institution\nAla,MOPS"), [["name", "institution"], ["Ala", "MOPS"]]);
});

test("a list whose first line names no column is not guessed at", () => {
  assert.equal(rosterOf("Jan Bąk\nZofia Rój"), null);
});

test("a file that is not UTF-8 is read as Windows-1250", () => {
  assert.deepEqual([textOf(new Uint8Array([0x9f, 0xf3, 0xb3, 0x77])), textOf(new TextEncoder().encode("żółw"))], ["źółw", "żółw"]);
});
