// Where the workshop stands, the clock, and the next step as one big button; step.js says which it is.

import { useSignal } from "@preact/signals";
import { Button } from "../shared/components/Button.jsx";
import { Countdown } from "../shared/components/Countdown.jsx";
import { say } from "../shared/components/Notice.jsx";
import { n, t } from "../shared/strings.js";
import { ask, desk, urls, workshop } from "./desk.js";
import { stepOf } from "./step.js";

/** Computing seats or themes for a full room may take this long, in ms. */
export const PATIENT = { patience: 60000 };

/** What each step is called, what a moderator should know before pressing it, and what it does. `go` shows a place. */
function steps(round, go) {
  const people = Object.values(desk.value.people).filter((person) => person.status === "present").length;
  return {
    wait: { label: t("Show the way in"), hint: t("Nobody is here yet. People join with the QR code on the board."), run: () => open(urls.board, "obrus-board") },
    deal: {
      label: t("Deal the seats"),
      hint: n("{count} person is here. Phones and board will show who goes where.", "{count} people are here. Phones and board will show who goes where.", people),
      run: () => dealSeats(go),
    },
    open: {
      label: t("Start round {round}", { round }),
      hint: t("Wait until most people have found their tables."),
      run: async () => (await ask("round.open", { round }, PATIENT)).ok && go("room"),
    },
    close: { label: t("Close round {round}", { round }), hint: t("Nobody is cut off by the clock: the round goes on until you close it."), run: () => ask("round.close") },
    extend: { label: t("5 more minutes"), run: () => ask("round.extend", { minutes: 5 }) },
    skip: { label: t("Skip round {round}", { round }), run: () => ask("round.skip", { round }) },
    harvest: { label: t("Go to the harvest now"), run: async () => (await ask("harvest.open")).ok && go("themes") },
    suggest: { label: t("Suggest themes"), hint: t("The computer makes a first order from the ideas; you correct it. What you have placed or named stays."), run: () => suggest(go) },
    draft: { label: t("Draft the charter"), hint: t("Themes become articles in people's own words; you can reword each one."), run: () => draft(go) },
    download: { label: t("Download the charter"), hint: t("As a Word file. Markdown, print and data are under “Charter”."), href: urls["charter.docx"] },
    end: { label: t("Close the workshop"), hint: t("No ideas have come in. You can close the workshop, or type in ideas under “Tables”."), run: () => ask("workshop.close") },
    reopen: { label: t("Open the workshop again"), hint: t("The workshop is closed. Everything stays readable, and you can go on at any time."), run: () => ask("workshop.reopen") },
  };
}

async function dealSeats(go) {
  const ack = await ask("seats.deal", {}, PATIENT);
  if (!ack.ok) return;
  say(t("Seats are dealt."));
  go("people");
}

async function suggest(go) {
  go("themes");
  const ack = await ask("themes.suggest", {}, PATIENT);
  if (ack.ok) say(n("{count} theme suggested", "{count} themes suggested", ack.result.themes));
}

async function draft(go) {
  go("charter");
  const ack = await ask("charter.draft", {}, PATIENT);
  if (ack.ok) say(n("{count} article drafted", "{count} articles drafted", ack.result.articles));
}

/** The bar under the title. */
export function Step({ go }) {
  const running = useSignal("");
  const { next, others, round } = stepOf(workshop.value, desk.value);
  const all = steps(round, go);
  const run = (name) => async () => {
    running.value = name;
    try {
      await all[name].run();
    } finally {
      running.value = "";
    }
  };
  const main = all[next];
  return (
    <section class="step" aria-label={t("Where we are, and what comes next")}>
      <Now />
      <p class="step-hint">{main.hint}</p>
      <div class="step-others">
        {others.map((name) => (
          <Button key={name} disabled={Boolean(running.value)} onClick={run(name)}>
            {all[name].label}
          </Button>
        ))}
      </div>
      {main.href ? (
        <a class="button button-main button-large step-next" href={main.href} download>
          {main.label}
        </a>
      ) : (
        <Button look="main" size="large" class="step-next" disabled={Boolean(running.value)} onClick={run(next)}>
          {running.value === next ? t("One moment…") : main.label}
        </Button>
      )}
    </section>
  );
}

/** The phase in words, with the clock of an open round. */
function Now() {
  const { phase, round, rounds } = workshop.value;
  const held = rounds[round];
  const of = Object.keys(rounds).length;
  const said = {
    lobby: t("People are coming in"),
    move: t("People are moving to round {round} of {of}", { round, of }),
    round: t("Round {round} of {of}", { round, of }),
    harvest: t("Harvest"),
    closed: t("The workshop is closed"),
  }[phase];
  return (
    <p class="step-now">
      <strong role="status">{said}</strong>
      {phase === "round" && held?.closes_at && <Countdown closesAt={held.closes_at} announce class="step-clock" />}
    </p>
  );
}
