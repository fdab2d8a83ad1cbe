// The screens between the talks: one instruction each, nothing to do.

import { Button } from "../shared/components/Button.jsx";
import { t } from "../shared/strings.js";
import { tongueOf } from "../shared/translations.js";
import { Cloth } from "./Cloth.jsx";
import { Composer } from "./Composer.jsx";
import { Handover } from "./Handover.jsx";
import { topicOf } from "./screen.js";
import { ask, outbox, person, workshop } from "./visit.js";

/** A text begun at the last table can still be finished on the way. */
function Unfinished() {
  const { draft, items } = outbox.value;
  const refused = items.value.some((item) => item.type === "idea.post" && item.state === "refused");
  return draft.value.text || refused ? <Composer /> : null;
}

function Calm({ title, children, class: extra = "" }) {
  return (
    <>
      <main class={`page page-calm ${extra}`}>
        <h1>{title}</h1>
        {children}
      </main>
      <Unfinished />
    </>
  );
}

function Topic({ table, round }) {
  const topic = topicOf(workshop.value, table, round);
  return (
    topic && (
      <p class="topic" lang={tongueOf(workshop.value, topic)}>
        {topic}
      </p>
    )
  );
}

export function Wait() {
  const { number, name } = person.value;
  return (
    <Calm title={name ? t("Welcome, {name}", { name }) : t("Welcome")} class="page-welcome">
      <p class="big-number">
        <span>{t("Your number")}</span> <strong>{number}</strong>
      </p>
      <p>{t("You are in. Put the phone down and have a coffee: it will tell you which table to go to.")}</p>
    </Calm>
  );
}

/** A tablet before the first round: which table it belongs to, and who may write on it. */
export function TableCard({ table }) {
  const { number } = workshop.value.tables[table];
  const { round } = workshop.value;
  return (
    <Calm title={t("Table {number}", { number })}>
      <Cloth number={number} />
      <Topic table={table} round={round} />
      <p>{t("This tablet stays at the table. Whoever has no phone writes here; the ideas belong to the table.")}</p>
    </Calm>
  );
}

export function Go({ table, round, here }) {
  const { number } = workshop.value.tables[table];
  return (
    <Calm title={here ? t("Stay at table {number}", { number }) : t("Go to table {number}", { number })}>
      <Cloth number={number} />
      <Topic table={table} round={round} />
      <p>{t("Round {round} begins when everybody is seated.", { round })}</p>
    </Calm>
  );
}

export function Stay({ table, round }) {
  const { number } = workshop.value.tables[table];
  return (
    <Calm title={person.value.tablet ? t("Table {number}", { number }) : t("Stay at table {number}", { number })}>
      <Cloth number={number} />
      {!person.value.tablet && <p class="topic">{t("You are the host of this table.")}</p>}
      <p>{t("Welcome the newcomers and tell them in two or three sentences what this table has found so far.")}</p>
      <Handover table={table} />
      <p>{t("Round {round} begins when everybody is seated.", { round })}</p>
    </Calm>
  );
}

export function Unseated() {
  return (
    <Calm title={t("You have no seat yet")}>
      <p>{t("The moderator will find you one in a moment. If not, raise your hand.")}</p>
    </Calm>
  );
}

export function Left() {
  return (
    <Calm title={t("You have left the workshop")}>
      <p>{t("Thank you for coming. Your ideas stay.")}</p>
      <Button look="main" size="large" onClick={() => ask("participant.return", {})}>
        {t("I am back")}
      </Button>
    </Calm>
  );
}
