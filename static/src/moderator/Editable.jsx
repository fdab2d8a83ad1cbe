// A text that is changed where it stands: saved when the field is left or Enter is pressed, kept and explained when refused.

import { signal, useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { Field } from "../shared/components/Field.jsx";
import { Icon } from "../shared/components/Icon.jsx";
import { say } from "../shared/components/Notice.jsx";
import { t } from "../shared/strings.js";
import { aloud, link } from "./desk.js";

/** How long a saved text is shown as a draft while the views catch up, and how long "saved" stands beside it, in ms. */
const CATCHING_UP_MS = 700;
const SAID_MS = 2500;

/** What is typed and not saved yet, by the field's name: it outlives a look at another place of the console. */
const drafts = new Map();

function draftOf(name) {
  if (!drafts.has(name)) drafts.set(name, signal({ text: null, refusal: null }));
  return drafts.get(name);
}

/**
 * `name` is the field's own in the whole console, `value` what the workshop holds, `save(text)` gives the ack. While somebody types
 * here, news from elsewhere does not touch the field; a refused text stays in it with the reason below, and one that found no
 * connection is saved when there is one again. `tongue` is the label's language where it is not the page's. `wraps`: one line of text that is shown on as many as it needs.
 */
export function Editable({ name, label, tongue, value, save, wraps = false, class: extra = "", ...rest }) {
  const draft = draftOf(name);
  const saved = useSignal(false);
  const saving = useRef(false);
  const mounted = useRef(true);
  useEffect(() => () => (mounted.current = false), []);
  const { text, refusal } = draft.value;
  const drop = () => (draft.value = { text: null, refusal: null });

  const commit = async () => {
    const typed = draft.peek().text;
    if (typed === null || saving.current) return;
    const sent = wraps ? typed.replace(/\s+/g, " ").trim() : typed.trim();
    if (sent === value) return drop();
    saving.current = true;
    const ack = await save(sent);
    saving.current = false;
    if (!ack.ok) {
      draft.value = { ...draft.peek(), refusal: ack.refusal };
      if (!mounted.current) say(t("{field}: {reason}", { field: label, reason: ack.refusal.message }), "problem");
      return;
    }
    aloud.value = t("Saved: {text}", { text: sent });
    saved.value = true;
    setTimeout(() => (saved.value = false), SAID_MS);
    setTimeout(() => draft.peek().text === typed && drop(), CATCHING_UP_MS);
  };
  const away = link.status.value !== "online";
  useEffect(() => {
    if (!away && draft.peek().refusal?.code === "offline") commit();
  }, [away]);

  const onKeyDown = (event) => {
    if (event.key === "Enter" && !event.isComposing && (wraps || rest.as !== "textarea")) {
      event.preventDefault();
      commit();
    }
    if (event.key === "Escape") drop();
  };
  const shown = text ?? value;
  return (
    <div class={`editable ${wraps ? "editable-wraps" : ""} ${extra}`}>
      <Field
        label={tongue ? <span lang={tongue}>{label}</span> : label}
        value={shown}
        error={refusal?.message ?? ""}
        onInput={(typed) => (draft.value = { text: typed, refusal: null })}
        onBlur={commit}
        onKeyDown={onKeyDown}
        {...(wraps ? { as: "textarea", rows: 1 } : {})}
        {...rest}
      />
      {saved.value && (
        <span class="editable-saved" aria-hidden="true">
          <Icon name="check" />
          {t("saved")}
        </span>
      )}
    </div>
  );
}
