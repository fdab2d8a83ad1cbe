// Light or dark on this console, kept by the browser; without a choice, as the device has it.

import { signal } from "@preact/signals";
import { store } from "../shared/storage.js";

const KEPT = "obrus.console.theme";

const theme = signal(store.get(KEPT));

/** Whether the console is dark now. */
export const isDark = () => (theme.value ? theme.value === "dark" : matchMedia("(prefers-color-scheme: dark)").matches);

/** The other one, from now on. */
export function changeLook() {
  theme.value = isDark() ? "light" : "dark";
  store.set(KEPT, theme.value);
}

theme.subscribe((chosen) => {
  if (chosen) document.documentElement.dataset.theme = chosen;
});
