// Where phones find the workshop: as the page was told, or, once the laptop has another address, there. For boards and consoles.

import { computed } from "@preact/signals";
import { now, tick } from "./clock.js";

/** So long a screen says that the address has changed; the new one stays wherever the old one stood. */
const SAID_MS = 600_000;

/**
 * Three signals: `join`, the whole address in words; `qr`, its picture; `fresh`, whether phones have to be told of it now.
 * @param {{value: {host: string, at: number}|null}} moved the connection's signal (link.js)
 * @param {{join: string, qr: string}} urls the page's
 */
export function wayInOf(moved, urls) {
  const join = computed(() => {
    if (!moved.value) return urls.join;
    const address = new URL(urls.join);
    address.hostname = moved.value.host;
    return address.href;
  });
  const qr = computed(() => (moved.value ? `${urls.qr}?moved=${moved.value.at}` : urls.qr));
  const fresh = computed(() => Boolean(moved.value) && Math.max(tick.value, now()) - moved.value.at < SAID_MS);
  return { join, qr, fresh };
}
