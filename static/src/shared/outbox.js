// What a person wrote, kept until the server has answered that it is on disk: in the browser's storage, else in memory.
// Commands go out one after the other, each with the id it was born with, so that none is lost, doubled or overtaken.
// Neighbours: link.js sends, storage.js keeps; what the items look like is the phone's affair.

import { signal } from "@preact/signals";
import { newId } from "./ids.js";
import { store as browserStore } from "./storage.js";

const RETRY_MS = 2000;
const RETRY_MAX_MS = 15000;

/** Refusals that pass by themselves: the same command, with the same id, goes out again. */
const PASSING = new Set(["offline", "too_fast", "storage_failed", "stopping"]);

/** What an ack means for an item: "done", "again" or "refused". */
export function verdict(ack) {
  if (ack.ok) return "done";
  return PASSING.has(ack.refusal.code) ? "again" : "refused";
}

/**
 * The items after `item` was put in. A later word on the same thing (support given and taken back, an idea reworded twice, dots)
 * takes the place of an earlier one that has not gone out, since only the last one counts.
 */
export function queued(items, item) {
  const stale = (other) =>
    item.type !== "idea.post" &&
    other.state === "waiting" &&
    other.type === item.type &&
    about(other) === about(item);
  return [...items.filter((other) => !stale(other)), item];
}

/** The thing a command is about. */
const about = ({ fields }) => fields.idea ?? fields.theme ?? fields.article;

/**
 * The outbox of one person in one workshop.
 *
 * - `items`: signal of [{id, order, type, fields, state, refusal?, result?}] in the order of writing; state is "waiting",
 *   "sending", "refused" (with the server's refusal) or "done" (with its result). Done ones stay until `drop`, so that an
 *   idea does not vanish between its ack and its arrival in the view.
 * - `put(type, fields)`: keep and send; gives the id. `flush()`: send what waits. `drop(id)`: forget one.
 * - `draft`: signal of {text, round}; `write(draft)` keeps it with every keystroke.
 * @param {{owner: string, send: Function, store?: object, retryMs?: number}} options `owner`: a key such as "obrus.CODE.P3"
 */
export function createOutbox({ owner, send, store = browserStore, retryMs = RETRY_MS }) {
  const shelf = `${owner}.command.`;
  const items = signal(stored(store, shelf));
  const draft = signal(store.get(`${owner}.draft`) ?? { text: "", round: 0 });
  let busy = false;
  let order = Math.max(Date.now(), ...items.peek().map((item) => item.order + 1));
  let pause = retryMs;
  let timer = 0;

  const keep = ({ state, ...item }) => store.set(shelf + item.id, state === "refused" ? { ...item, state } : item);
  const change = (id, news) =>
    (items.value = items.peek().map((item) => (item.id === id ? { ...item, ...news } : item)));

  function put(type, fields) {
    const item = { id: newId(), order: order++, type, fields, state: "waiting" };
    const after = queued(items.peek(), item);
    for (const gone of items.peek().filter((other) => !after.includes(other))) store.remove(shelf + gone.id);
    keep(item);
    items.value = after;
    flush();
    return item.id;
  }

  async function flush() {
    clearTimeout(timer);
    if (busy) return;
    busy = true;
    try {
      for (let item; (item = items.peek().find((each) => each.state === "waiting")); ) {
        if (!(await deliver(item))) break;
      }
    } finally {
      busy = false;
    }
  }

  /** Sends one item; false when it has to wait, and with it everything behind it. */
  async function deliver(item) {
    change(item.id, { state: "sending" });
    const ack = await send(item.type, item.fields, { id: item.id });
    const meaning = verdict(ack);
    if (meaning === "again") {
      change(item.id, { state: "waiting", refusal: ack.refusal });
      timer = setTimeout(flush, pause);
      pause = Math.min(pause * 2, RETRY_MAX_MS);
      return false;
    }
    pause = retryMs;
    if (meaning === "done") {
      store.remove(shelf + item.id);
      change(item.id, { state: "done", refusal: undefined, result: ack.result });
    } else {
      keep({ ...item, state: "refused", refusal: ack.refusal });
      change(item.id, { state: "refused", refusal: ack.refusal });
    }
    return true;
  }

  return {
    items,
    draft,
    put,
    flush,
    drop(id) {
      store.remove(shelf + id);
      items.value = items.peek().filter((item) => item.id !== id);
    },
    write(next) {
      draft.value = next;
      if (next.text) store.set(`${owner}.draft`, next);
      else store.remove(`${owner}.draft`);
    },
    /** Stop sending; what waits stays in the storage for its owner's return. */
    close() {
      clearTimeout(timer);
      busy = true;
    },
  };
}

/** What an earlier page left behind: everything unanswered waits again, everything refused still says why. */
function stored(store, shelf) {
  const left = store.keys(shelf).map((key) => store.get(key));
  return left
    .filter((item) => item?.id && item.type)
    .map((item) => ({ state: "waiting", ...item }))
    .sort((a, b) => a.order - b.order);
}
