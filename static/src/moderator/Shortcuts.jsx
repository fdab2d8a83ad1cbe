// Single keys for what moderators do most, what they are, and the switch that turns them off: to whoever speaks to the computer, or
// touches keys by accident, they are in the way.

import { signal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { keepSingleKeys, singleKeys } from "../shared/singlekeys.js";
import { t } from "../shared/strings.js";
import { urls } from "./desk.js";
import { KEYS, deedOf } from "./keys.js";
import { changeLook } from "./look.js";
import { Tool } from "./Tool.jsx";
import { undo, undos } from "./undo.js";

const KEYBOARD = "M3 6h18v12H3zM10 10.500a2 2 0 1 1 2.700 1.900c-.5.2-.7.6-.7 1.100M12 15.500h.01";

/** Whether single keys do something on this computer. */
const on = signal(singleKeys());

function change(event) {
  on.value = event.currentTarget.checked;
  keepSingleKeys(on.value);
}

/** How long a place is waited for that has just been asked for, in ms. */
const DRAWN_MS = 1000;

/** Put the focus into the field to search in, where this place has one; else into that of the people. */
function search(go) {
  const field = () => document.querySelector("#place input[type=search]");
  if (field()) return field().focus();
  go("people");
  const until = Date.now() + DRAWN_MS;
  const attempt = () => {
    if (field()) field().focus();
    else if (Date.now() < until) requestAnimationFrame(attempt);
  };
  attempt();
}

/** The button with the list; `go` shows a place of the console, `places` are their names. */
export function Shortcuts({ go, places }) {
  const open = useSignal(false);
  useEffect(() => {
    const deeds = {
      next: () => document.querySelector(".step-next")?.focus(),
      undo: () => undos.peek().length && undo(),
      search: () => search(go),
      theme: changeLook,
      help: () => (open.value = true),
    };
    const press = (event) => {
      const deed = deedOf(event, { on: on.peek(), dialog: Boolean(document.querySelector("dialog[open]")) });
      if (!deed) return;
      event.preventDefault();
      if (deed in deeds) deeds[deed]();
      else go(deed);
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, []);
  return (
    <Tool word={t("Shortcuts")} label={on.value ? t("Keyboard shortcuts (?)") : t("Keyboard shortcuts")} title={t("Keyboard shortcuts")} path={KEYBOARD} open={open}>
      <List places={places} />
      <p class="quiet">{t("They do nothing while you write in a field or a dialog is open. Tab, Enter, Space and Escape work everywhere.")}</p>
      <label class="check-label">
        <input type="checkbox" checked={on.value} onChange={change} />
        {t("Single keys do this on this computer")}
      </label>
      <p>
        <a href={urls.guide} target="obrus-guide">
          {t("Moderator's guide")}
        </a>
      </p>
    </Tool>
  );
}

function List({ places }) {
  const said = {
    next: t("To the next step; Enter then takes it"),
    ...places,
    undo: t("Undo"),
    search: t("Search"),
    theme: t("Light or dark"),
    help: t("This list"),
  };
  // Digits would come first among an object's keys.
  const keys = Object.entries(KEYS).sort(([, a], [, b]) => Object.keys(said).indexOf(a) - Object.keys(said).indexOf(b));
  return (
    <dl class="keys">
      {keys.map(([key, deed]) => (
        <div key={key}>
          <dt>
            <kbd class="key">{key.toUpperCase()}</kbd>
          </dt>
          <dd>{said[deed]}</dd>
        </div>
      ))}
    </dl>
  );
}
