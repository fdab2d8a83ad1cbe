// Where the workshop stands, the clock, and the next step as one big button; step.js says which it is.

import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { chimes, ringFor, setChimes } from "../shared/chime.js";
import { remaining, tick } from "../shared/clock.js";
import { Button } from "../shared/components/Button.jsx";
import { Countdown } from "../shared/components/Countdown.jsx";
import { Dialog } from "../shared/components/Dialog.jsx";
import { say } from "../shared/components/Notice.jsx";
import { answeredAll } from "../shared/late/answering.js";
import { page } from "../shared/page.js";
import { n, t } from "../shared/strings.js";
import { closingWords } from "./Agreement.jsx";
import { putToRoom, shareResults } from "./charter.js";
import { ask, desk, urls, workshop } from "./desk.js";
import { votersOf } from "./harvest.js";
import { alone, deal, discard, draft, look, openRound, suggest, use, working } from "./jobs.js";
import { opened } from "./places.js";
import { closeSorting, closeVoting, openSorting } from "./room.js";
import { presentOf, stepOf } from "./step.js";

/** After so long the bar says that it is taking its time, in ms. */
const SLOW_MS = 10000;

/** Longer than a double click, shorter than reading the words on a button. */
const SETTLE_MS = 700;

/**
 * What each step is called, what a moderator should know before pressing it, and what it does; `go` shows a place. What can't be
 * taken back has `sure`: the question that is asked first.
 */
function steps(round, go) {
  return {
    wait: { label: t("Open the board"), hint: t("Nobody is here yet, so nobody has a place. People join with the QR code on the board; with paper alone you can start all the same."), run: () => open(urls.board, "obrus-board") },
    deal: {
      label: t("Deal the seats"),
      hint: n("{count} person is here. Phones and board will show who goes where.", "{count} people are here. Phones and board will show who goes where.", presentOf(desk.value)),
      run: () => deal(go),
    },
    look: {
      label: lookLabel(),
      run: () => look(go),
    },
    use: {
      label: t("Use this plan"),
      hint: t("Only moderators see the plan so far. Phones and board show it when you use it."),
      run: () => use(),
    },
    discard: { label: t("Throw the plan away"), run: () => discard() },
    pause: { label: t("Pause"), run: () => ask("round.pause") },
    resume: { label: t("Go on"), hint: t("The clock stands still on every screen. Ideas can still be written."), run: () => ask("round.resume") },
    again: {
      label: t("Deal the seats anew"),
      sure: t("Everybody gets other places in the rounds to come, and phones and board show them at once. The present plan can't be brought back."),
      run: () => deal(go),
    },
    open: { ...opening(round), run: () => openRound(round, go) },
    close: { label: t("Close round {round}", { round }), hint: closingHint(), run: () => ask("round.close") },
    extend: { label: t("5 more minutes"), run: () => ask("round.extend", { minutes: 5 }) },
    skip: {
      label: t("Skip round {round}", { round }),
      sure: t("Round {round} is left out for good. To end early and keep the round for later, choose “Go to the harvest now”.", { round }),
      run: () => ask("round.skip", { round }),
    },
    harvest: { label: t("Go to the harvest now"), run: async () => (await ask("harvest.open")).ok && go("themes") },
    suggest: {
      label: Object.keys(desk.value.themes).length ? t("Suggest themes anew") : t("Suggest themes"),
      hint: t("The computer makes a first order from the ideas; you correct it."),
      run: () => {
        go("themes");
        return suggest();
      },
    },
    sort: {
      label: t("Let the room sort"),
      hint: t("Everybody’s phone asks where some ideas belong, one tap each, and the wall sorts itself."),
      run: () => {
        go("themes");
        return openSorting();
      },
    },
    sorted: {
      label: t("Stop the sorting"),
      hint: t("The phones are asking. Stop when the bar hardly moves any more, or when people look up."),
      run: () => closeSorting(),
    },
    vote: {
      label: t("Let the room vote"),
      run: () => {
        opened.value = "vote";
        return go("themes");
      },
    },
    voted: {
      label: t("Close the vote"),
      hint: n("{count} person has voted so far. Close the vote when nobody is choosing any more.", "{count} people have voted so far. Close the vote when nobody is choosing any more.", votersOf(desk.value)),
      run: () => {
        opened.value = "vote";
        go("themes");
        return closeVoting();
      },
    },
    draft: {
      label: t("Draft the charter"),
      hint: t("When the themes are as you want them: each becomes an article in people's own words."),
      run: () => {
        go("charter");
        return draft();
      },
    },
    put: {
      label: t("Put it to the room"),
      hint: t("When the draft reads well: phones show it article by article, and everybody says where they stand."),
      run: async () => (await putToRoom()) && go("charter/agreement"),
    },
    settle: { label: t("Close the answers"), hint: answeringHint(), sure: closingWords(), run: () => ask("agreement.close") },
    share: {
      label: t("Share the results"),
      hint: t("Everybody with the code can then read the charter and all ideas. You can set a last day afterwards."),
      run: () => share(go),
    },
    download: { label: t("Download the charter"), hint: t("As a Word file. Everything to print, the record and the data are under “Charter”."), run: () => download(urls["charter.docx"]) },
    end: { label: t("Close the workshop"), hint: endingHint(), run: () => ask("workshop.close") },
    reopen: { label: t("Open the workshop again"), hint: t("Everything stays readable, and you can go on at any time."), run: () => ask("workshop.reopen") },
  };
}

/** Starting a round; where nobody is here, what that means. */
function opening(round) {
  if (presentOf(desk.value)) return { label: t("Start round {round}", { round }), hint: t("Wait until most people have found their tables.") };
  return { label: t("Start round {round} all the same", { round }), hint: t("Nobody is here, so nobody has a place at a table. With paper alone you can start all the same.") };
}

/** What planning with a look at it is called: the first time, once there is a plan, and between rounds. */
function lookLabel() {
  if (desk.value.proposal) return t("Plan again");
  return desk.value.dealt ? t("Look at a new plan") : t("Look at the plan first");
}

function closingHint() {
  return timeIsUp() ? t("The time is over. Let the tables finish their sentence, then close the round.") : t("Nobody is cut off by the clock: the round goes on until you close it.");
}

/** Share the results without a last day, and show where one is set. */
async function share(go) {
  const refusal = await shareResults();
  if (refusal) say(refusal.message, "problem");
  else go("charter/papers");
}

/** While the room answers: how far it is. */
function answeringHint() {
  const { answering } = desk.value;
  return answering ? t("The room is answering: {progress}. The reservations are in “Charter”, under “Agreement”.", { progress: answeredAll(answering) }) : "";
}

function endingHint() {
  if (Object.keys(desk.value.articles).length) return t("The results are shared. When everybody has gone home, close the workshop; all papers stay here.");
  return t("No ideas have come in. You can close the workshop, or type in ideas under “Tables”.");
}

/** Whether a round is open and its time is over. */
function timeIsUp() {
  const { phase, round, rounds } = workshop.value;
  return phase === "round" && remaining(rounds[round].closes_at, rounds[round].paused_at) === 0;
}

/** What is being computed, in words; a step that takes no time says nothing. */
function workingText() {
  const { name, since } = working.value;
  const said = {
    deal: t("Looking for places where everybody meets as many others as possible. This takes a few seconds."),
    look: t("Looking for places where everybody meets as many others as possible. This takes a few seconds."),
    again: t("Looking for places where everybody meets as many others as possible. This takes a few seconds."),
    suggest: n("Reading {count} idea and putting like with like. This takes some seconds; you can go on working.", "Reading {count} ideas and putting like with like. This takes some seconds; you can go on working.", Object.keys(desk.value.ideas).length),
    draft: t("Writing an article for each theme. This takes a few seconds."),
  }[name];
  if (said && tick.value && Date.now() - since > SLOW_MS) return t("Still at it. Nothing is lost, and you can go on working meanwhile.");
  return said;
}

/** Have the browser save what lies at an address, without leaving the page. */
function download(address) {
  const link = document.createElement("a");
  link.href = address;
  link.download = "";
  link.click();
}

/** The bar under the title. */
export function Step({ go }) {
  const sure = useSignal("");
  const { next, others, round } = stepOf(workshop.value, desk.value);
  useEffect(() => ringFor(workshop), []);
  const settling = useSettling(`${next} ${round ?? ""} ${others}`);
  const all = steps(round, go);
  const busy = Boolean(working.value) || settling;
  const run = (name) => alone(name, all[name].run);
  const press = (name) => (event) => {
    if (busy || event.detail > 1) return;
    if (all[name].sure) sure.value = name;
    else run(name);
  };
  const doing = working.value && workingText();
  return (
    <section class={`step ${doing ? "step-working" : ""}`} aria-label={t("Where we are, and what comes next")}>
      <div class="step-words">
        <Now />
        <p role="status">{doing || all[next].hint}</p>
        <div class="step-others">
          {others.map((name) => (
            <Button key={name} look="plain" aria-disabled={busy ? "true" : undefined} onClick={press(name)}>
              {all[name].label}
            </Button>
          ))}
          {workshop.value.phase === "round" && <Chime />}
        </div>
      </div>
      <Button
        look="main"
        size="large"
        class={`step-next ${timeIsUp() ? "step-due" : ""}`}
        aria-disabled={busy ? "true" : undefined}
        onClick={press(next)}
        onKeyDown={(event) => event.repeat && event.preventDefault()}
      >
        {doing ? t("One moment…") : all[next].label}
      </Button>
      <Sure step={sure.value && [next, ...others].includes(sure.value) ? all[sure.value] : null} close={() => (sure.value = "")} run={() => run(sure.value)} />
    </section>
  );
}

/**
 * Whether what the bar's buttons mean has changed just now. For a moment they take no press, so that nobody does by a double click,
 * or by pressing just when another moderator was faster, what they have not read.
 */
function useSettling(meaning) {
  const settled = useSignal(meaning);
  useEffect(() => {
    const timer = setTimeout(() => (settled.value = meaning), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [meaning]);
  return settled.value !== meaning;
}

/** Whether this computer rings a minute before the end and at it. */
function Chime() {
  return (
    <Button look="plain" icon={chimes.value ? "check" : "close"} aria-pressed={chimes.value ? "true" : "false"} onClick={() => setChimes(!chimes.value)} title={t("A gentle sound on this computer, one minute before the end and at the end")}>
      {t("Chime")}
    </Button>
  );
}

/** The question before a step that can't be taken back. */
function Sure({ step, close, run }) {
  const yes = () => {
    run();
    close();
  };
  return (
    <Dialog
      open={Boolean(step)}
      title={step?.label ?? ""}
      onClose={close}
      actions={
        <>
          <Button onClick={close}>{t("Cancel")}</Button>
          <Button look="main" onClick={yes}>
            {step?.label}
          </Button>
        </>
      }
    >
      <p>{step?.sure}</p>
    </Dialog>
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
      {page.rehearsal && <strong class="step-rehearsal">{t("Rehearsal")}</strong>}
      <strong role="status">{said}</strong>
      {phase === "round" && held?.closes_at && <Countdown closesAt={held.closes_at} pausedAt={held.paused_at} announce class="step-clock" />}
    </p>
  );
}
