// The rounds as they are planned: how long, and which question.

import { Button } from "../shared/components/Button.jsx";
import { t } from "../shared/strings.js";
import { tongueOf } from "../shared/translations.js";
import { ask, written } from "./desk.js";
import { Editable } from "./Editable.jsx";
import { roundsOf } from "./gather.js";
import { reword } from "./Translations.jsx";

export function Rounds() {
  const rounds = roundsOf(written.value);
  const last = rounds.at(-1);
  const classic = written.value.format === "classic";
  return (
    <section class="panel" aria-labelledby="rounds">
      <h2 id="rounds">{t("Rounds")}</h2>
      <ul class="rows">
        {rounds.map((held) => (
          <li key={held.number} class="row">
            <p class="row-name">
              {t("Round {round}", { round: held.number })} <span class="quiet">{statusName(held.status)}</span>
            </p>
            <Editable
              name={`round/${held.number}/minutes`}
              label={t("Minutes")}
              class="field-short"
              inputMode="numeric"
              value={String(held.minutes)}
              disabled={held.status !== "planned"}
              save={(text) => saveMinutes(held.number, text)}
            />
            <Editable
              name={`round/${held.number}/question`}
              wraps
              label={classic ? t("Question") : t("Question (if this round has one of its own)")}
              class="field-long"
              value={held.question}
              lang={tongueOf(written.value, held.question)}
              save={(question) => reword(held.question, question, () => ask("round.edit", { round: held.number, question }, { quiet: true }))}
            />
          </li>
        ))}
      </ul>
      <div class="row-actions">
        <Button icon="add" onClick={() => ask("round.add", { minutes: last?.minutes ?? 15 })}>
          {t("Add a round")}
        </Button>
        {rounds.length > 1 && last.status === "planned" && (
          <Button onClick={() => ask("round.drop", { round: last.number })}>{t("Remove round {round}", { round: last.number })}</Button>
        )}
      </div>
    </section>
  );
}

/** Asks for whole minutes in words a person understands; the server's own bounds are 1 and 240. */
async function saveMinutes(round, text) {
  const minutes = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  const ack = await ask("round.edit", { round, minutes }, { quiet: true });
  if (ack.ok || ack.refusal.code !== "invalid_value") return ack;
  return { ok: false, refusal: { ...ack.refusal, message: t("Write whole minutes, from 1 to 240.") } };
}

function statusName(status) {
  return { planned: "", open: t("going on"), closed: t("over"), skipped: t("skipped") }[status];
}
