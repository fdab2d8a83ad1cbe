// Chime (S), light or dark (D) and full screen (F): the only things to press on a board.

import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { chimes, mayRing, ringFor, setChimes } from "../shared/chime.js";
import { Button } from "../shared/components/Button.jsx";
import { Icon } from "../shared/components/Icon.jsx";
import { keptLook } from "../shared/look.js";
import { singleKeys } from "../shared/singlekeys.js";
import { t } from "../shared/strings.js";
import { workshop } from "./wall.js";

const asked = new URLSearchParams(location.search).get("theme");
const changeLook = keptLook("obrus.board.theme", ["light", "dark"].includes(asked) ? asked : null);

function changeScreen() {
  if (document.fullscreenElement) document.exitFullscreen();
  else document.documentElement.requestFullscreen?.();
}

/** Whether the browser lets this page sound: any touch or key is enough, and nobody need touch a board. */
const allowed = signal(mayRing());
const rings = () => chimes.value && allowed.value;

/** The first press on a board nobody has touched is heard, and leaves the chime on. */
function changeChime() {
  setChimes(!rings());
  allowed.value = mayRing();
}

const KEYS = { s: changeChime, f: changeScreen, d: changeLook };

export function Controls() {
  useEffect(() => {
    const press = (event) => {
      if (!event.ctrlKey && !event.metaKey && !event.altKey && singleKeys()) KEYS[event.key.toLowerCase()]?.();
    };
    // After the buttons' own answers, which ask whether the page has been touched before.
    const touched = () => (allowed.value = mayRing());
    addEventListener("keydown", press);
    addEventListener("keyup", touched);
    addEventListener("click", touched);
    return () => {
      removeEventListener("keydown", press);
      removeEventListener("keyup", touched);
      removeEventListener("click", touched);
    };
  }, []);
  useEffect(() => ringFor(workshop), []);
  return (
    <div class="controls">
      <Button look="plain" label={chimeWords()} aria-pressed={rings() ? "true" : "false"} onClick={changeChime}>
        <Icon path={bell()} />
      </Button>
      <Button look="plain" icon="contrast" label={t("Light or dark (D)")} onClick={changeLook} />
      <Button look="plain" icon="screen" label={t("Full screen (F)")} onClick={changeScreen} />
    </div>
  );
}

function chimeWords() {
  return chimes.value && !allowed.value ? t("Chime (S): press once, so that this browser may make a sound") : t("Chime a minute before the end and at the end (S)");
}

/** A bell; struck through while it would not ring. */
const bell = () => `M6 17V11a6 6 0 0 1 12 0v6l2 2H4zM10 21h4${rings() ? "" : "M3 3l18 18"}`;
