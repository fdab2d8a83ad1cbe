// The board's connection and its views.

import { computed, effect, signal } from "@preact/signals";
import { connect } from "../shared/link.js";
import { page } from "../shared/page.js";
import { inLanguage } from "../shared/translations.js";
import { wayInOf } from "../shared/wayin.js";
import { harvestOf, tablesOf } from "./gather.js";
import { steady } from "./steady.js";

export const link = connect({ code: page.code, token: page.token, language: page.language });
export const workshop = computed(() => inLanguage(link.view("public").value));
export const board = link.view("board");

/** New ideas are laid on the wall at most this often: nobody reads faster, and it is calmer to look at. */
const PACE_MS = 400;

/**
 * A signal derived from both views while the workshop is in one of the phases. Whatever an update did not touch is the same object as before it. Changes of the workshop itself
 * (a new phase) count at once, a stream of ideas in steps of PACE_MS.
 */
function paced(derive, phases) {
  const shown = signal([]);
  let taken = 0;
  let frame = null;
  let timer = 0;
  effect(() => {
    const [outline, views] = [workshop.value, board.value];
    if (!views || !phases.includes(outline?.phase)) return;
    const take = () => {
      [taken, frame] = [Date.now(), outline];
      shown.value = steady(shown.peek(), derive(outline, views));
    };
    clearTimeout(timer);
    const wait = outline === frame ? taken + PACE_MS - Date.now() : 0;
    if (wait <= 0) take();
    else timer = setTimeout(take, wait);
  });
  return shown;
}
export const tables = paced(tablesOf, ["move", "round"]);
export const harvest = paced(harvestOf, ["harvest"]);

const wayIn = wayInOf(link.moved, { join: `${location.origin}/w/${page.code}`, qr: `/w/${page.code}/qr.svg`, ...page.urls });

/** The address people type, without what nobody types. */
export const joinAddress = computed(() => wayIn.join.value.replace(/^https?:\/\//, ""));

/** The same as a picture, and whether phones have to be told of it now. */
export const { qr, fresh: addressIsNew } = wayIn;
export const { code } = page;
