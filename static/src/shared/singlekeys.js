// Whether single keys do something on this computer: one switch, in the console, for the console and the board.

import { store } from "./storage.js";

const KEPT = "obrus.console.keys";

export const singleKeys = () => store.get(KEPT) !== "off";

/** @param {boolean} on */
export const keepSingleKeys = (on) => store.set(KEPT, on ? "on" : "off");
