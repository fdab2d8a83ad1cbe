// Over the console of a rehearsal: that it is one, how its simulated people are doing, and the way out of it.

import { signal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Button } from "../shared/components/Button.jsx";
import { Dialog } from "../shared/components/Dialog.jsx";
import { say } from "../shared/components/Notice.jsx";
import { n, number, t } from "../shared/strings.js";
import { request } from "./api.js";
import { urls } from "./desk.js";

const SPEEDS = [1, 2, 4, 8];
/** Other consoles may pace the same people, and people are still coming in. */
const LOOK_AGAIN_MS = 4000;

/** How the people are doing, as the server says it; null until it has. */
const told = signal(null);

async function look() {
  const { ok, data } = await request("GET", "/rehearsal");
  if (ok) told.value = data;
}

async function pace(wish) {
  const answer = await request("PATCH", "/rehearsal", wish);
  if (answer.ok) told.value = answer.data;
  else say(answer.message, "problem");
}

export function Rehearsal() {
  const ending = useSignal(false);
  useEffect(() => {
    look();
    const timer = setInterval(() => document.visibilityState === "visible" && look(), LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, []);
  return (
    <section class="rehearsal" aria-label={t("Rehearsal")}>
      <p class="rehearsal-words">
        <strong>{t("Rehearsal")}</strong> <span role="status">{said(told.value)}</span>
      </p>
      {told.value && <Pace now={told.value} />}
      <div class="rehearsal-out">
        <a href={urls.real}>{t("To the real workshop")}</a>
        <Button onClick={() => (ending.value = true)}>{t("End and throw away…")}</Button>
      </div>
      <Ending open={ending} />
    </section>
  );
}

function said(now) {
  if (!now) return "";
  if (!now.running) return t("The simulated people have stopped, because the server was started anew or something broke. They can go on from here.");
  if (now.paused) return t("The simulated people pause.");
  if (now.here < now.people) return n("{here} of {count} simulated person is here.", "{here} of {count} simulated people are here.", now.people, { here: number(now.here) });
  return n("{count} simulated person takes part.", "{count} simulated people take part.", now.people);
}

/** Pause, go on, faster. The clock of a round goes on as ever: it is the people who hurry. */
function Pace({ now }) {
  const still = now.paused || !now.running;
  return (
    <div class="rehearsal-pace">
      <Button icon={still ? "play" : ""} onClick={() => pace({ paused: !still })}>
        {still ? t("Let the people go on") : t("Pause the people")}
      </Button>
      <div class="areas" role="group" aria-label={t("How fast the people are")}>
        {SPEEDS.map((speed) => (
          <Button key={speed} aria-pressed={now.running && now.speed === speed ? "true" : "false"} disabled={!now.running} onClick={() => pace({ speed })}>
            {t("{speed}×", { speed })}
          </Button>
        ))}
      </div>
    </div>
  );
}

/** The one question before everything of the rehearsal is gone. */
function Ending({ open }) {
  const busy = useSignal(false);
  const end = async () => {
    if (busy.value) return;
    busy.value = true;
    const answer = await request("DELETE", "/rehearsal");
    busy.value = false;
    if (answer.ok) return location.replace(`${urls.real}#prepare`);
    open.value = false;
    say(answer.message, "problem");
  };
  const close = () => (open.value = false);
  return (
    <Dialog
      open={open.value}
      title={t("End the rehearsal and throw it away?")}
      onClose={close}
      actions={
        <>
          <Button onClick={close}>{t("Cancel")}</Button>
          <Button look="danger" aria-disabled={busy.value ? "true" : undefined} onClick={end}>
            {t("Throw it away")}
          </Button>
        </>
      }
    >
      <p>{t("Everything written, said and sorted in it is deleted for good. The real workshop stays as it is.")}</p>
    </Dialog>
  );
}
