// Where phones find the workshop: as the page was told, or, once the laptop has another address, there.

import { computed } from "@preact/signals";
import { now, tick } from "../shared/clock.js";
import { link, urls } from "./desk.js";

/** So long the console says that the address has changed. */
const SAID_MS = 600_000;

/** {join, qr}: the address in words and its picture. */
export const wayIn = computed(() => {
  const moved = link.moved.value;
  if (!moved) return { join: urls.join, qr: urls.qr };
  const join = new URL(urls.join);
  join.hostname = moved.host;
  return { join: join.href, qr: `${urls.qr}?moved=${moved.at}` };
});

/** Whether phones have to be told of it now. */
export const movedLately = computed(() => Boolean(link.moved.value) && Math.max(tick.value, now()) - link.moved.value.at < SAID_MS);
