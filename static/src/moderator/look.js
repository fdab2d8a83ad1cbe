// Light or dark on this console.

import { keptLook } from "../shared/look.js";

/** The other one, from now on. */
export const changeLook = keptLook("obrus.console.theme");
