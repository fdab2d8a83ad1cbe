import assert from "node:assert/strict";
import { test } from "node:test";
import { addressOf, unpacked } from "../../static/src/phone/late/luggage.js";
import { messageOf } from "../../static/src/phone/late/message.js";

const said = (number) => ({ number, text: `message ${number}`, at: number });

test("a phone shows the newer of what everybody and its table was told, until it is put away", () => {
  assert.equal(messageOf(undefined, undefined, 0), null);
  assert.deepEqual(messageOf(said(1), undefined, 0), said(1));
  assert.deepEqual(messageOf(said(1), said(2), 0), said(2));
  assert.deepEqual(messageOf(said(3), said(2), 2), said(3));
  assert.equal(messageOf(said(1), said(2), 2), null);
});

const HERE = { protocol: "http:", port: "8000", pathname: "/w/ABCD" };
const LUGGAGE = {
  token: "t.ł/+",
  owner: "obrus.ABCD.P3",
  items: [{ id: "one", order: 1, type: "idea.post", fields: { text: "zażółć #1 & więcej", round: 1 } }],
  draft: { text: "pół zda", round: 1 },
};

test("what was written goes along to another address, however that is typed", () => {
  const bare = { ...LUGGAGE, token: "" };
  for (const typed of ["192.168.1.7", " 192.168.1.7:8000 ", "http://192.168.1.7:8000/w/ABCD", "HTTP://192.168.1.7/"]) {
    assert.equal(addressOf(HERE, typed, bare), "http://192.168.1.7:8000/w/ABCD");
  }
  assert.equal(addressOf(HERE, "laptop.local:80", bare), "http://laptop.local:80/w/ABCD");
  assert.equal(addressOf({ ...HERE, port: "" }, "[fe80::1]", bare), "http://[fe80::1]/w/ABCD");
  for (const typed of ["", "what is this?", "javascript:alert(1)", "user@evil.example"]) assert.equal(addressOf(HERE, typed, bare), "");
});

test("what has come along is unpacked by its owner and by nobody else", () => {
  const { hash, searchParams } = new URL(addressOf(HERE, "192.168.1.7", LUGGAGE));
  assert.equal(searchParams.get("key"), LUGGAGE.token);
  assert.deepEqual(unpacked(hash, LUGGAGE.token), [
    ["obrus.ABCD.P3.command.one", LUGGAGE.items[0]],
    ["obrus.ABCD.P3.draft", LUGGAGE.draft],
  ]);
  for (const token of ["", "somebody else's"]) assert.deepEqual(unpacked(hash, token), []);
  for (const broken of ["#come=", "#come=%7B", "#come=null", "#come=%E0%A4%A"]) assert.deepEqual(unpacked(broken, LUGGAGE.token), []);
});
