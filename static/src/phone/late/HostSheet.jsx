// The host's sheet: a text suggested from the best supported ideas, to be put into the table's own words and confirmed.

import { useSignal } from "@preact/signals";
import { Button } from "../../shared/components/Button.jsx";
import { Field } from "../../shared/components/Field.jsx";
import { say } from "../../shared/components/Notice.jsx";
import { page } from "../../shared/page.js";
import { store } from "../../shared/storage.js";
import { n, t } from "../../shared/strings.js";
import { sheetText, suggestedText } from "../handover.js";
import { cloth, link } from "../visit.js";

const LIMIT = 1500;

export function HostSheet({ onDone }) {
  const { table } = cloth.value;
  const key = `obrus.${page.code}.handover.${table}`;
  const text = useSignal(sheetText(store.get(key), cloth.value));
  const error = useSignal("");
  const busy = useSignal(false);
  const suggestion = suggestedText(cloth.value);
  const type = (next) => {
    text.value = next;
    error.value = "";
    store.set(key, next);
  };
  const close = () => {
    store.remove(key);
    onDone();
  };
  async function save() {
    if (busy.value) return;
    busy.value = true;
    const ack = await link.send("handover.write", { table, text: text.value });
    busy.value = false;
    if (!ack.ok) {
      error.value = ack.refusal.message;
      return;
    }
    say(t("Saved. Whoever comes next reads it first."));
    close();
  }
  const over = [...text.value].length - LIMIT;
  return (
    <div class="objection">
      <Field
        as="textarea"
        rows={6}
        focused
        label={t("In two or three sentences: what has this table found?")}
        hint={t("The lines come from the best supported ideas. Put them into your own words.")}
        error={over > 0 ? n("{count} character too many", "{count} characters too many", over) : error.value}
        value={text.value}
        onInput={type}
      />
      {suggestion && text.value.trim() !== suggestion && (
        <Button look="plain" onClick={() => type([text.value.trim(), suggestion].filter(Boolean).join("\n"))}>
          {t("Add the best supported ideas")}
        </Button>
      )}
      <div class="idea-foot">
        <Button onClick={close}>{t("Cancel")}</Button>
        <Button look="main" aria-disabled={busy.value || over > 0 ? "true" : undefined} onClick={() => over <= 0 && save()}>
          {t("Save")}
        </Button>
      </div>
    </div>
  );
}
