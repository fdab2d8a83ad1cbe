// What the moderator tells everybody, or this table: on top of whatever is shown, until its reader puts it away.

import { signal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Button } from "../../shared/components/Button.jsx";
import { Icon } from "../../shared/components/Icon.jsx";
import { page } from "../../shared/page.js";
import { store } from "../../shared/storage.js";
import { t, time } from "../../shared/strings.js";
import { cloth, workshop } from "../visit.js";
import { messageOf } from "./message.js";

const KEY = `obrus.${page.code}.message`;

/** The number of the last message that was put away on this phone. */
const away = signal(store.get(KEY) ?? 0);

/** Put it away. The focus, which was on its button, goes to what the phone is about. */
function putAway(number) {
  store.set(KEY, number);
  away.value = number;
  const heading = document.querySelector("main h1");
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}

export function Message() {
  const message = messageOf(workshop.value?.message, cloth.value?.message, away.value);
  // Screen readers say what comes into a region that was there before it.
  const said = useSignal("");
  useEffect(() => {
    said.value = message?.text ?? "";
  }, [message?.number]);
  return (
    <div role={message && "region"} aria-label={message && t("Message")} class={message ? "connection message" : ""}>
      {message && <Icon name="speech" />}
      <div class="message-words">
        <p role="status" dir="auto">
          {message && said.value}
        </p>
        {message && (
          <p class="message-from">
            {message.table ? t("From the moderator to this table, {time}", { time: time(message.at) }) : t("From the moderator, {time}", { time: time(message.at) })}
          </p>
        )}
      </div>
      {message && (
        <Button onClick={() => putAway(message.number)} aria-label={t("OK, put the message away")}>
          {t("OK")}
        </Button>
      )}
    </div>
  );
}
