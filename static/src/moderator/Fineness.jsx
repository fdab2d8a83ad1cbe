// From few broad themes to many narrow ones: moving the slider asks again, as soon as it rests for a moment.

import { signal, useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { Button } from "../shared/components/Button.jsx";
import { t } from "../shared/strings.js";
import { ask, desk } from "./desk.js";
import { alone, PATIENT, suggest, working } from "./jobs.js";

/** As long as nobody's finger rests on the way. */
const REST_MS = 250;

/** Where the sliders stand, by area. */
const chosen = signal({});
const MIDDLE = 0.5;

export function Fineness({ area }) {
  const timer = useRef(0);
  const asking = useSignal(false);
  const value = chosen.value[area] ?? MIDDLE;
  useEffect(() => () => clearTimeout(timer.current), []);
  const again = async () => {
    // What is being computed is waited for; then the slider's last place counts.
    if (working.peek()) return rest();
    const fineness = chosen.peek()[area];
    asking.value = true;
    await alone("regroup", () => ask("themes.suggest", { area, fineness }, PATIENT));
    asking.value = false;
    return chosen.peek()[area] === fineness ? undefined : rest();
  };
  const rest = () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(again, REST_MS);
  };
  const move = (event) => {
    chosen.value = { ...chosen.peek(), [area]: Number(event.currentTarget.value) };
    if (hasSuggested(area)) rest();
  };
  return (
    <>
      <div class="fineness">
        <span aria-hidden="true">{t("Few broad themes")}</span>
        <input type="range" min="0" max="1" step="0.1" aria-label={t("From few broad themes to many narrow ones")} value={value} onInput={move} />
        <span aria-hidden="true">{t("Many narrow ones")}</span>
        <output class={`fineness-now quiet ${asking.value ? "fineness-asking" : ""}`}>{asking.value ? t("Sorting anew…") : ""}</output>
      </div>
      <Button aria-disabled={working.value ? "true" : undefined} onClick={() => alone("suggest", () => suggest({ area, fineness: chosen.peek()[area] ?? MIDDLE }))}>
        {t("Suggest for this area")}
      </Button>
    </>
  );
}

/** Whether there are themes that a suggestion would replace: a slider that is moved before anything was suggested only sets it. */
function hasSuggested(area) {
  return Object.values(desk.peek().themes).some((theme) => theme.area === area && !theme.kept);
}
