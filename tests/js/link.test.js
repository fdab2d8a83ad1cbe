import assert from "node:assert/strict";
import { test } from "node:test";
import { connect } from "../../static/src/shared/link.js";

/** Stands in for socket.io's client: a test plays the server with `receive`, and answers commands with `server`. */
class FakeSocket {
  constructor() {
    this.connected = false;
    this.handlers = {};
    this.sent = [];
    this.server = null;
    this.closed = 0;
    this.io = { engine: { close: () => this.drop() } };
  }
  on(event, handler) {
    this.handlers[event] = handler;
  }
  receive(event, ...values) {
    this.handlers[event]?.(...values);
  }
  open() {
    this.options.auth((auth) => (this.introduced = auth));
    this.connected = true;
    this.receive("connect");
  }
  drop(reason = "transport close") {
    this.closed++;
    if (!this.connected) return;
    this.connected = false;
    this.receive("disconnect", reason);
  }
  connect() {
    if (this.refusal) this.receive("connect_error", { data: this.refusal });
    else this.open();
  }
  disconnect() {
    this.drop("io client disconnect");
  }
  emit(event, message) {
    this.sent.push([event, message]);
  }
  timeout(milliseconds) {
    return {
      emit: (event, message, answer) => {
        this.sent.push([event, message]);
        const ack = this.server?.(message);
        if (ack) queueMicrotask(() => answer(null, ack));
        else setTimeout(() => answer(new Error("timeout")), Math.min(milliseconds, 5));
      },
    };
  }
}

function plugged(options = {}) {
  const socket = new FakeSocket();
  const open = (given) => {
    socket.options = given;
    return socket;
  };
  const link = connect({ code: "KAWA", token: "t", language: "pl", open, ...options });
  return { socket, link };
}
const snapshot = (channel, seq, view) => ({ channel, seq, view, now: Date.now() });

test("it introduces itself with code, token and language, and after a break with what it already holds", () => {
  const { socket } = plugged();
  socket.open();
  assert.deepEqual(socket.introduced, { workshop: "KAWA", token: "t", language: "pl", since: {} });
  socket.receive("snapshot", snapshot("public", 7, { phase: "lobby" }));
  socket.drop();
  socket.open();
  assert.deepEqual(socket.introduced.since, { public: 7 });
});

test("views follow snapshots and patches, and a gap asks for one new snapshot, not for many", () => {
  const { socket, link } = plugged();
  socket.open();
  socket.receive("snapshot", snapshot("public", 7, { phase: "lobby", title: "A" }));
  socket.receive("patch", { channel: "public", after: 7, seq: 9, patch: { phase: "move" } });
  assert.deepEqual(link.view("public").value, { phase: "move", title: "A" });
  socket.receive("patch", { channel: "public", after: 11, seq: 12, patch: { phase: "round" } });
  socket.receive("patch", { channel: "public", after: 12, seq: 13, patch: { phase: "closed" } });
  assert.deepEqual(socket.sent, [["snapshot", { channel: "public" }]]);
  assert.deepEqual(link.views.value, { public: { phase: "move", title: "A" } });
});

test("a command carries its id and type whatever its fields are called, and its answer comes back", async () => {
  const { socket, link } = plugged();
  socket.open();
  socket.server = () => ({ ok: true, seq: 1, result: { idea: "I1" } });
  const ack = await link.send("idea.post", { text: "a", type: "x", id: "y" }, { id: "the-id" });
  assert.deepEqual(ack, { ok: true, seq: 1, result: { idea: "I1" } });
  assert.deepEqual(socket.sent, [["command", { text: "a", type: "idea.post", id: "the-id" }]]);
});

test("without an answer the same command, with the same id, goes out again over a new connection", async () => {
  const { socket, link } = plugged();
  socket.open();
  let heard = 0;
  socket.server = () => (++heard === 2 ? { ok: true, seq: 1, result: {} } : null);
  const ack = await link.send("round.open", {});
  assert.equal(ack.ok, true);
  assert.equal(socket.closed, 1);
  const ids = socket.sent.map(([, message]) => message.id);
  assert.equal(ids.length, 2);
  assert.equal(ids[0], ids[1]);
});

test("a command given while there is no connection waits for one, and says so when none comes", async () => {
  const { socket, link } = plugged();
  socket.server = () => ({ ok: true, seq: 1, result: {} });
  const waiting = link.send("round.open", {}, { patience: 1000 });
  socket.open();
  assert.equal((await waiting).ok, true);
  socket.drop();
  const ack = await link.send("round.close", {}, { patience: 20 });
  assert.equal(ack.ok, false);
  assert.equal(ack.refusal.code, "offline");
});

test("a refused connection says why and is not tried again; one that is only busy is", () => {
  const { socket, link } = plugged();
  socket.receive("connect_error", { data: { code: "unauthorized", message: "Open the link again." } });
  assert.equal(link.status.value, "refused");
  assert.deepEqual(link.refusal.value, { code: "unauthorized", message: "Open the link again." });
  link.wake();
  assert.equal(socket.connected, false);
  const busy = plugged();
  busy.socket.receive("connect_error", { data: { code: "stopping", message: "" } });
  assert.equal(busy.link.status.value, "offline");
  busy.link.wake();
  assert.equal(busy.link.status.value, "online");
});

test("becoming somebody keeps the views; starting anew as somebody else drops them", () => {
  const { socket, link } = plugged({ token: "" });
  socket.open();
  assert.equal("token" in socket.introduced, false);
  socket.receive("snapshot", snapshot("public", 7, { phase: "lobby" }));
  link.become("mine");
  assert.deepEqual(link.views.value, { public: { phase: "lobby" } });
  link.restart("other");
  assert.deepEqual(link.views.value, {});
  assert.deepEqual(socket.introduced, { workshop: "KAWA", token: "other", language: "pl", since: {} });
});
