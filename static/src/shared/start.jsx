// Starts a page: its language, its clock, then its first drawing. Every index.jsx calls this once.

import { render } from "preact";
import { startTicking } from "./clock.js";
import { page } from "./page.js";
import { speak } from "./strings.js";

/** Draw `<App/>` into the shell's `#app`, in the language of the page. */
export async function start(App) {
  speak(await catalogue(page.strings));
  startTicking();
  const root = document.getElementById("app");
  root.textContent = "";
  render(<App />, root);
}

/** The catalogue written into the page or lying at an address; a missing one leaves the English texts. */
async function catalogue(strings) {
  if (typeof strings !== "string" || !strings) return strings;
  try {
    return await (await fetch(strings)).json();
  } catch {
    return null;
  }
}
