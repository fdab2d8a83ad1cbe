// Full screen (F) and light or dark (D): the only two things to press on a board.

import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Button } from "../shared/components/Button.jsx";
import { store } from "../shared/storage.js";
import { t } from "../shared/strings.js";

const KEPT = "obrus.board.theme";
const asked = new URLSearchParams(location.search).get("theme");
const theme = signal(["light", "dark"].includes(asked) ? asked : store.get(KEPT));

const isDark = () => (theme.value ? theme.value === "dark" : matchMedia("(prefers-color-scheme: dark)").matches);

function changeTheme() {
  theme.value = isDark() ? "light" : "dark";
  store.set(KEPT, theme.value);
}

function changeScreen() {
  if (document.fullscreenElement) document.exitFullscreen();
  else document.documentElement.requestFullscreen?.();
}

const KEYS = { f: changeScreen, d: changeTheme };

export function Controls() {
  useEffect(() => {
    const press = (event) => {
      if (!event.ctrlKey && !event.metaKey && !event.altKey) KEYS[event.key.toLowerCase()]?.();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, []);
  useEffect(() => {
    if (theme.value) document.documentElement.dataset.theme = theme.value;
  }, [theme.value]);
  return (
    <div class="controls">
      <Button look="plain" icon="contrast" label={t("Light or dark (D)")} onClick={changeTheme} />
      <Button look="plain" icon="screen" label={t("Full screen (F)")} onClick={changeScreen} />
    </div>
  );
}
