// The way to the server's new address, and the arrival there: who one is and what was written come along.

import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Button } from "../../shared/components/Button.jsx";
import { Field } from "../../shared/components/Field.jsx";
import { page } from "../../shared/page.js";
import { store } from "../../shared/storage.js";
import { t } from "../../shared/strings.js";
import { link, outbox, ownerOf, tokenOf } from "../visit.js";
import { addressOf, unpacked } from "./luggage.js";

/** Everything that is to come along: an item that was refused stays with its reason, one that is saved is not needed any more. */
function luggage() {
  const items = outbox.value.items.value.filter((item) => item.state !== "done");
  const plain = items.map(({ id, order, type, fields }) => ({ id, order, type, fields }));
  return { token: tokenOf(), owner: ownerOf(), items: plain, draft: outbox.value.draft.value };
}

/** Told by the server, the way is one button; else the address is typed as it stands on the wall. */
export function Elsewhere() {
  const typed = useSignal("");
  const error = useSignal("");
  const host = link.moved.value?.host;
  const go = (event) => {
    event.preventDefault();
    const address = addressOf(location, host || typed.value, luggage());
    if (address) location.href = address;
    else error.value = t("This is no address. Type it as you see it on the wall.");
  };
  return (
    <form class="connection" onSubmit={go}>
      {!host && <Field label={t("Address on the wall")} error={error.value} inputMode="url" autocapitalize="none" autocomplete="off" value={typed.value} onInput={(text) => (typed.value = text)} />}
      <Button type="submit">{host ? t("Go to {address}, with everything I wrote", { address: host }) : t("Go there, with everything I wrote")}</Button>
    </form>
  );
}

/** At the new address: puts what came along where the phone looks for it, and begins anew without it in the address. */
export function Arrival() {
  useEffect(() => {
    for (const [key, value] of unpacked(location.hash, page.token)) store.set(key, value);
    history.replaceState(null, "", location.pathname);
    location.reload();
  }, []);
  return null;
}
