import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Icon } from "../shared/components/Icon.jsx";
import { n, t } from "../shared/strings.js";
import { fetchedAll, later } from "./later.jsx";
import { link, outbox, person } from "./visit.js";

const Elsewhere = later("Elsewhere", "div");

/** Shorter breaks are not worth a word; after a long one the laptop may be somewhere else. */
const WORTH_SAYING_MS = 2500;
const LONG_MS = 20000;

/** One calm line while the server is away or can't save; nothing spins, and one can go on writing. */
export function Connection() {
  const away = useSignal(0);
  const status = link.status.value;
  useEffect(() => {
    if (status !== "offline") {
      away.value = 0;
      return undefined;
    }
    const timers = [WORTH_SAYING_MS, LONG_MS].map((ms) => setTimeout(() => (away.value = ms), ms));
    return () => timers.forEach(clearTimeout);
  }, [status]);
  const waiting = outbox.value.items.value.filter((item) => item.type === "idea.post" && item.state !== "refused" && item.state !== "done");
  const elsewhere = away.value === LONG_MS || link.moved.value;
  const reason = waiting.find((item) => item.refusal && item.refusal.code !== "offline")?.refusal.message;
  return (
    <div role="status">
      {!away.value && reason && (
        <p class="connection">
          <Icon name="wait" />
          <span>{reason}</span>
        </p>
      )}
      {away.value > 0 && (
        <p class="connection">
          <Icon name="away" />
          <span>
            {person.value
              ? t("No connection to the server. You can go on writing: it is kept on this phone and sent by itself.")
              : t("No connection to the server. This page tries again by itself.")}{" "}
            {waiting.length > 0 && n("{count} idea is waiting.", "{count} ideas are waiting.", waiting.length)}
          </span>
        </p>
      )}
      {elsewhere && <p class="connection">{t("The laptop may have a new address: scan the code on the wall again.")}</p>}
      {elsewhere && fetchedAll.value && <Elsewhere />}
    </div>
  );
}
