// Light or dark on this device, kept by the browser; without a choice, as the device has it. For boards and consoles.

import { store } from "./storage.js";

/**
 * Show the page as it was chosen last, and give the way to change to the other look, from then on.
 * @param {string} key under what the choice is kept
 * @param {"light"|"dark"|null} asked what goes before it for this once
 */
export function keptLook(key, asked = null) {
  let chosen = asked ?? store.get(key);
  const show = () => {
    if (chosen) document.documentElement.dataset.theme = chosen;
  };
  const isDark = () => (chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches);
  show();
  return () => {
    chosen = isDark() ? "light" : "dark";
    store.set(key, chosen);
    show();
  };
}
