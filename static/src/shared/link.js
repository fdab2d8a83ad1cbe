// The one connection of a page to its workshop: views come in as signals, commands go out and are answered.
// Neighbours: frames.js says what a frame does, outbox.js keeps what a phone wrote until it is answered, clock.js takes `now`.

import { computed, signal } from "@preact/signals";
import { io } from "socket.io-client";
import { sync } from "./clock.js";
import { receive, since } from "./frames.js";
import { newId } from "./ids.js";
import { t } from "./strings.js";

const ANSWER_MS = 8000;
const PATIENCE_MS = 10000;
const RETRY_MS = 1500;
/** A page hidden longer than this may hold a connection that is dead without knowing it (a locked phone does). */
const DOUBTFUL_MS = 15000;
/** Refusals to connect that pass by themselves. */
const PASSING = new Set(["too_fast", "stopping", "storage_failed"]);

/**
 * Connect a page to its workshop.
 *
 * - `views`: signal of {CHANNEL: VIEW}; `view(channel)`: signal of one view, undefined until it is there.
 * - `status`: signal of "connecting" | "online" | "offline" | "refused"; `refusal`: signal of {code, message} or null.
 * - `presence`: signal of {connected, participants} and, while nothing can be saved, {trouble, waiting}.
 * - `moved`: signal of {host, at}, where phones find the server by now and since when; null while this page came from there.
 * - `send(type, fields, {id, patience})`: promise of the ack. It never rejects: without an answer within `patience` ms
 *   (10 000) it is {ok: false, refusal: {code: "offline", message}}, and the same id may be sent again.
 * - `request(event, payload)`: promise of the server's answer to a question that changes nothing, or null when none came in time.
 * - `become(token)`: what this page is from the next connection on. `restart(token)`: drop everything and connect as that.
 * - `wake()`: connect now instead of at the next try. `close()`: leave for good.
 * @param {{code: string, token?: string, language?: string, open?: typeof io}} options
 */
export function connect({ code, token = "", language = "en", open = io }) {
  const channels = signal({});
  const status = signal("connecting");
  const refusal = signal(null);
  const presence = signal({ connected: 0, participants: {} });
  const moved = signal(null);
  const asked = new Set();
  const derived = new Map();
  let identity = token;

  const socket = open({
    auth: (give) =>
      give({ workshop: code, language, since: since(channels.peek()), ...(identity ? { token: identity } : {}) }),
    transports: ["websocket", "polling"],
    tryAllTransports: true,
    reconnectionDelay: 500,
    reconnectionDelayMax: 3000,
  });

  const take = (kind) => (frame) => {
    if (typeof frame.now === "number") sync(frame.now);
    if (kind === "snapshot") asked.delete(frame.channel);
    const { channels: next, ask } = receive(channels.peek(), kind, frame);
    channels.value = next;
    if (ask && !asked.has(ask)) {
      asked.add(ask);
      socket.emit("snapshot", { channel: ask });
    }
  };
  for (const kind of ["snapshot", "patch", "leave"]) socket.on(kind, take(kind));
  socket.on("address", (frame) => (moved.value = frame.host === location.hostname ? null : frame));
  socket.on("presence", (frame) => (presence.value = { participants: {}, ...frame }));

  socket.on("connect", () => {
    asked.clear();
    refusal.value = null;
    status.value = "online";
  });
  socket.on("disconnect", (reason) => {
    status.value = "offline";
    // Only after its own farewell does the server have to be called again; everything else the client retries by itself.
    if (reason === "io server disconnect") setTimeout(wake, RETRY_MS);
  });
  socket.on("connect_error", (error) => {
    const code = error.data?.code;
    if (code && !PASSING.has(code)) {
      refusal.value = error.data;
      status.value = "refused";
      return;
    }
    status.value = "offline";
    if (code) setTimeout(wake, RETRY_MS + Math.random() * RETRY_MS);
  });

  function wake() {
    if (status.peek() !== "refused" && !socket.connected) socket.connect();
  }
  /** Cut a connection that is surely or probably dead; the client then connects again, which with `since` costs next to nothing. */
  function renew() {
    if (socket.connected) socket.io.engine?.close();
    wake();
  }
  const stopListening = listenToDevice(() => socket.io.engine?.close(), wake, renew);

  async function send(type, fields = {}, { id = newId(), patience = PATIENCE_MS } = {}) {
    const until = Date.now() + patience;
    while (Date.now() < until) {
      const ack = await once(socket, "command", { ...fields, id, type }, Math.min(ANSWER_MS, until - Date.now()));
      if (ack) return ack;
      // No answer over an open connection: it is dead and does not know it.
      if (socket.connected) renew();
      await online(status, until - Date.now());
    }
    const message = t("There is no connection to the server just now. Try again in a moment.");
    return { ok: false, refusal: { code: "offline", message } };
  }

  return {
    views: computed(() => Object.fromEntries(Object.entries(channels.value).map(([name, held]) => [name, held.view]))),
    view(channel) {
      if (!derived.has(channel)) derived.set(channel, computed(() => channels.value[channel]?.view));
      return derived.get(channel);
    },
    status,
    refusal,
    presence,
    moved,
    send,
    request: (event, payload = {}) => once(socket, event, payload, ANSWER_MS),
    become: (next) => (identity = next),
    restart(next) {
      identity = next;
      socket.disconnect();
      channels.value = {};
      refusal.value = null;
      status.value = "connecting";
      socket.connect();
    },
    wake,
    close() {
      stopListening();
      socket.disconnect();
    },
  };
}

/** One emit; the ack, or null when none came in time or the connection broke meanwhile. */
function once(socket, event, payload, milliseconds) {
  return new Promise((resolve) => {
    if (!socket.connected) return resolve(null);
    socket.timeout(milliseconds).emit(event, payload, (error, ack) => resolve(error ? null : ack));
  });
}

/** Waits until the status is online, at most so long. */
function online(status, milliseconds) {
  return new Promise((resolve) => {
    let stop = () => {};
    const timer = setTimeout(done, Math.max(0, milliseconds));
    function done() {
      clearTimeout(timer);
      queueMicrotask(() => stop());
      resolve();
    }
    stop = status.subscribe((value) => value === "online" && done());
  });
}

/** The device's own news about the network; gives back the way to stop listening. */
function listenToDevice(offline, back, doubtful) {
  if (!globalThis.document) return () => {};
  let hiddenAt = 0;
  const seen = () => {
    if (document.visibilityState === "hidden") hiddenAt = Date.now();
    else if (hiddenAt && Date.now() - hiddenAt > DOUBTFUL_MS) doubtful();
    else back();
  };
  addEventListener("offline", offline);
  addEventListener("online", back);
  document.addEventListener("visibilitychange", seen);
  return () => {
    removeEventListener("offline", offline);
    removeEventListener("online", back);
    document.removeEventListener("visibilitychange", seen);
  };
}
