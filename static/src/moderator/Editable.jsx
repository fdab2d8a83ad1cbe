// A text that is changed where it stands: saved when the field is left or Enter is pressed, kept and explained when refused.

import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { Field } from "../shared/components/Field.jsx";

/**
 * `value` is what the workshop holds, `save(text)` gives the ack. While somebody types here, news from elsewhere does not touch
 * the field; a refused text stays in it with the reason below.
 */
export function Editable({ label, value, save, ...rest }) {
  const draft = useSignal(null);
  const error = useSignal("");
  const saving = useRef(false);
  useEffect(() => {
    // What was typed has arrived: from now on the field shows what the workshop holds.
    if (draft.value === value) draft.value = null;
  }, [value]);
  const commit = async () => {
    const text = draft.peek();
    if (text === null || text.trim() === value || saving.current) {
      if (text !== null && text.trim() === value) draft.value = null;
      return;
    }
    saving.current = true;
    const ack = await save(text.trim());
    saving.current = false;
    error.value = ack.ok ? "" : ack.refusal.message;
    if (ack.ok) draft.value = null;
  };
  const onKeyDown = (event) => {
    if (event.key === "Enter" && !event.isComposing && rest.as !== "textarea") commit();
    if (event.key === "Escape") {
      draft.value = null;
      error.value = "";
    }
  };
  return (
    <Field
      label={label}
      value={draft.value ?? value}
      error={error.value}
      onInput={(text) => (draft.value = text)}
      onBlur={commit}
      onKeyDown={onKeyDown}
      {...rest}
    />
  );
}
