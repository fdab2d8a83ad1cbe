// How the room stands, in one line: who is here, whose phone is connected, and that all is saved; in its place, what is wrong.

import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Icon } from "../shared/components/Icon.jsx";
import { page } from "../shared/page.js";
import { n, number, t } from "../shared/strings.js";
import { connected, desk, link, wayIn } from "./desk.js";
import { droppedOf, found } from "./gather.js";

export function Status() {
  const { trouble, waiting = 0 } = link.presence.value;
  if (!desk.value) return null;
  return (
    <>
      <p class="connection">{counted(trouble)}</p>
      <Spoken trouble={trouble} />
      {trouble && (
        <p class="status-line status-trouble">
          <Icon name="warning" />
          <span>
            {wrong(trouble)} {waiting > 0 && n("{count} thing waits on the phones.", "{count} things wait on the phones.", waiting)}
          </span>
        </p>
      )}
      {page.mended && (
        <p class="status-line">
          <Icon name="warning" />
          <span>{mended(page.mended)}</span>
        </p>
      )}
      {wayIn.fresh.value && (
        <p class="status-line">
          <Icon name="info" />
          <span>
            {t("The address has changed: phones scan again.")} <bdi>{wayIn.join.value}</bdi>
          </span>
        </p>
      )}
    </>
  );
}

function counted(trouble) {
  const here = found(desk.value.people).filter((person) => person.status === "present");
  const phones = Object.keys(connected.value).length;
  const away = droppedOf(here, connected.value).length;
  return [
    n("{count} person here", "{count} people here", here.length),
    trouble ? n("{count} phone connected", "{count} phones connected", phones) : n("{count} phone connected, all saved", "{count} phones connected, all saved", phones),
    away > 0 && n("{count} phone away", "{count} phones away", away),
  ]
    .filter(Boolean)
    .join(" · ");
}

/** What is wrong with the disk, and what to do. */
function wrong(trouble) {
  const said = {
    full: t("Nothing can be saved: the disk of the computer that Obrus runs on is full. Make room there; then everything goes on by itself."),
    read_only: t("Nothing can be saved: Obrus may not write into its folder. Allow it there; then everything goes on by itself."),
  };
  return said[trouble] ?? t("Nothing can be saved: the disk of the computer that Obrus runs on reports an error. It is tried again all the time.");
}

/** What the start of the server found and put right. */
function mended({ kept, highest }) {
  if (kept === highest) return t("The recording was damaged when Obrus started. All of it could be saved; the damaged file is kept.");
  return t("The recording was damaged when Obrus started. It could be saved up to entry {kept} of {highest}; the damaged file is kept.", { kept: number(kept), highest: number(highest) });
}

/** What screen readers hear of it: trouble, its end, a new address; never that somebody has come or gone. */
function Spoken({ trouble }) {
  const said = useSignal("");
  useEffect(() => {
    if (trouble) said.value = wrong(trouble);
    else if (said.peek()) said.value = t("Everything is saved again.");
  }, [trouble]);
  return (
    <p class="unseen" role="status">
      {said.value} {wayIn.fresh.value && t("The address has changed: phones scan again.")}
    </p>
  );
}
