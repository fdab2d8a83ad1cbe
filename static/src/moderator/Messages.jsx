// A few words to every phone, or to those of one table; what was sent, when, and the way to take it back.

import { signal, useSignal } from "@preact/signals";
import { Button } from "../shared/components/Button.jsx";
import { Field } from "../shared/components/Field.jsx";
import { n, number, t, time } from "../shared/strings.js";
import { ask, aloud, desk, workshop } from "./desk.js";
import { tablesOf } from "./gather.js";
import { Tool } from "./Tool.jsx";

const LIMIT = 200;

/** What is being written; it outlives the closing of the window. */
const draft = { text: signal(""), table: signal(""), board: signal(false) };

export function Messages() {
  return (
    <Tool word={t("Message")} label={t("Message to the phones")} icon="speech">
      {workshop.value.phase !== "closed" && <Writing />}
      <Sent />
    </Tool>
  );
}

function Writing() {
  const { text, table, board } = draft;
  const error = useSignal("");
  const busy = useSignal(false);
  // Between the rounds' end and the next move nobody sits anywhere.
  const tables = ["move", "round"].includes(workshop.value.phase) ? tablesOf(workshop.value).filter((each) => !each.closed) : [];
  const chosen = tables.some((each) => each.id === table.value) ? table.value : "";
  const over = [...text.value].length - LIMIT;
  const type = (next) => {
    text.value = next;
    error.value = "";
  };
  async function send(event) {
    event.preventDefault();
    if (busy.value || over > 0) return;
    busy.value = true;
    const ack = await ask("message.send", { text: text.value, board: board.value, ...(chosen ? { table: chosen } : {}) }, { quiet: true });
    busy.value = false;
    if (!ack.ok) {
      error.value = ack.refusal.message;
      return;
    }
    text.value = "";
    aloud.value = t("The message is on the phones.");
  }
  return (
    <form class="message-form" onSubmit={send}>
      <Field
        as="textarea"
        rows={3}
        label={t("Message")}
        hint={t("Short and calm: phones show it on top until their owners tap OK. {limit} characters at most.", { limit: number(LIMIT) })}
        error={over > 0 ? n("{count} character too many", "{count} characters too many", over) : error.value}
        value={text.value}
        onInput={type}
      />
      {tables.length > 0 && (
        <Field as="select" label={t("To whom")} value={chosen} onInput={(id) => (table.value = id)}>
          <option value="">{t("Every phone and tablet")}</option>
          {tables.map((each) => (
            <option key={each.id} value={each.id}>
              {t("Table {number}", { number: each.number })}
            </option>
          ))}
        </Field>
      )}
      <label class="check-label">
        <input type="checkbox" checked={board.value} onChange={(event) => (board.value = event.currentTarget.checked)} />
        <span>{t("Show it on the board, too")}</span>
      </label>
      <Button type="submit" look="main" aria-disabled={busy.value || over > 0 || !text.value.trim() ? "true" : undefined}>
        {t("Send")}
      </Button>
    </form>
  );
}

/** What was sent, the newest first. */
function Sent() {
  const sent = Object.entries(desk.value.messages ?? {})
    .map(([id, message]) => ({ id, ...message }))
    .sort((a, b) => b.number - a.number);
  if (!sent.length) return null;
  return (
    <section class="sent" aria-labelledby="sent">
      <h3 id="sent" tabIndex={-1}>
        {t("Sent")}
      </h3>
      <ol>
        {sent.map((message) => (
          <li key={message.id}>
            <p dir="auto">{message.text}</p>
            <p class="quiet">{facts(message)}</p>
            {!message.withdrawn_at && (
              <Button look="plain" onClick={() => withdraw(message.id)} aria-label={t("Take back: {text}", { text: message.text })}>
                {t("Take back")}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Its button goes with it, so the focus moves on to the heading of the list. */
async function withdraw(message) {
  const ack = await ask("message.withdraw", { message });
  if (!ack.ok) return;
  aloud.value = t("The message is taken back.");
  document.getElementById("sent")?.focus();
}

function facts({ at, table, board, withdrawn_at }) {
  const reader = workshop.value.tables[table];
  return [
    time(at),
    table ? t("to table {number}", { number: reader?.number ?? "?" }) : t("to everybody"),
    board && t("also on the board"),
    withdrawn_at && t("taken back at {time}", { time: time(withdrawn_at) }),
  ]
    .filter(Boolean)
    .join(" · ");
}
