// Short messages over the page, read out by screen readers. News goes by itself; a problem stays until it is dismissed.

import { signal } from "@preact/signals";
import { t } from "../strings.js";
import { Button } from "./Button.jsx";
import { Icon } from "./Icon.jsx";

const SHOWN_MS = 6000;

const notices = signal([]);
let last = 0;

/** Say something: `kind` is "news" or "problem". */
export function say(text, kind = "news") {
  const key = ++last;
  const others = notices.peek().filter((notice) => notice.text !== text);
  notices.value = [...others, { key, text, kind }].slice(-3);
  if (kind === "news") setTimeout(() => dismiss(key), SHOWN_MS);
}

function dismiss(key) {
  notices.value = notices.peek().filter((notice) => notice.key !== key);
}

/** Where notices appear; once a page, always there, so that screen readers know the regions. */
export function Notices() {
  const shown = (kind) => notices.value.filter((notice) => notice.kind === kind);
  return (
    <div class="notices">
      <div role="status">
        {shown("news").map(({ key, text }) => (
          <p key={key} class="notice">
            <Icon name="check" />
            {text}
          </p>
        ))}
      </div>
      <div role="alert">
        {shown("problem").map(({ key, text }) => (
          <div key={key} class="notice notice-problem">
            <Icon name="warning" />
            <p>{text}</p>
            <Button look="plain" icon="close" class="notice-close" label={t("Dismiss")} onClick={() => dismiss(key)} />
          </div>
        ))}
      </div>
    </div>
  );
}
