// The way in for the tablet that stays at a table: an address to copy, a QR code to scan, a sheet to print.

import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Button } from "../shared/components/Button.jsx";
import { Dialog } from "../shared/components/Dialog.jsx";
import { say } from "../shared/components/Notice.jsx";
import { page } from "../shared/page.js";
import { t } from "../shared/strings.js";
import { urls, workshop } from "./desk.js";

/** The addresses by table, fetched when they are first asked for and again when a table has none yet. */
const links = signal({});

async function fetchLinks() {
  try {
    const answer = await fetch(`${urls.api}/links`, { headers: { Authorization: `Bearer ${page.token}` } });
    if (answer.ok) links.value = (await answer.json()).tables;
  } catch {
    say(t("There is no connection to the server just now. Try again in a moment."), "problem");
  }
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    say(t("The address is copied."));
  } catch {
    // Without https a browser lends nobody its clipboard; the address can be marked by hand.
    say(t("This browser doesn't let the page copy. Mark the address and copy it yourself."), "problem");
  }
}

/** `which` is the signal of the table whose tablet it is about, "" for none. */
export function Tablet({ which }) {
  const table = workshop.value.tables[which.value];
  const address = links.value[which.value] ?? "";
  useEffect(() => {
    if (which.value && !links.peek()[which.value]) fetchLinks();
  }, [which.value]);
  const close = () => (which.value = "");
  return (
    <Dialog
      open={Boolean(table)}
      title={t("A tablet for table {number}", { number: table?.number ?? "" })}
      onClose={close}
      actions={
        <>
          <a class="button" href={`${urls.paper}/hosts`} target="_blank" rel="noopener">
            {t("Print the hosts' sheets")}
          </a>
          <Button disabled={!address} onClick={() => copy(address)}>
            {t("Copy the address")}
          </Button>
          <Button look="main" onClick={close}>
            {t("Done")}
          </Button>
        </>
      }
    >
      <p>{t("A tablet, or a phone, that opens this address stays at the table: people write on it together, and whoever hosts sums up on it.")}</p>
      <img class="qr" src={`${urls.tables}/${which.value}/qr.svg`} alt={t("QR code: the tablet of table {number}", { number: table?.number ?? "" })} />
      <p class="address tablet-address">{address || t("One moment…")}</p>
      <p class="quiet">{t("The address is a key to this table. Give it to nobody else.")}</p>
    </Dialog>
  );
}
