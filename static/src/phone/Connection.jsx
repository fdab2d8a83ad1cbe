import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Icon } from "../shared/components/Icon.jsx";
import { n, t } from "../shared/strings.js";
import { link, outbox, person } from "./visit.js";

/** Shorter breaks are not worth a word. */
const WORTH_SAYING_MS = 2500;

/** One calm line while the server is away or can't save; nothing spins, and one can go on writing. */
export function Connection() {
  const away = useSignal(false);
  const status = link.status.value;
  useEffect(() => {
    if (status !== "offline") {
      away.value = false;
      return undefined;
    }
    const timer = setTimeout(() => (away.value = true), WORTH_SAYING_MS);
    return () => clearTimeout(timer);
  }, [status]);
  const waiting = outbox.value.items.value.filter((item) => item.type === "idea.post" && item.state !== "refused" && item.state !== "done");
  const reason = waiting.find((item) => item.refusal && item.refusal.code !== "offline")?.refusal.message;
  return (
    <div role="status">
      {!away.value && reason && (
        <p class="connection">
          <Icon name="wait" />
          <span>{reason}</span>
        </p>
      )}
      {away.value && (
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
    </div>
  );
}
