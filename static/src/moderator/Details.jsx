// Somebody's name, institution and sector as fields, for coming in and for being corrected.

import { Field } from "../shared/components/Field.jsx";
import { t } from "../shared/strings.js";

export const BLANK = { name: "", institution: "", sector: "" };

/** Name, institution and sector as fields; `fields` and `refusal` are signals. */
export function Details({ fields, refusal }) {
  const set = (name) => (text) => {
    fields.value = { ...fields.peek(), [name]: text };
    refusal.value = null;
  };
  const errorOf = (name) => (refusal.value?.field === name ? refusal.value.message : "");
  return (
    <>
      <Field label={t("Name (optional)")} autocomplete="off" value={fields.value.name} error={errorOf("name")} onInput={set("name")} />
      <Field label={t("Institution (optional)")} autocomplete="off" value={fields.value.institution} error={errorOf("institution")} onInput={set("institution")} />
      <Field label={t("Sector (optional)")} autocomplete="off" list="sectors" value={fields.value.sector} error={errorOf("sector")} onInput={set("sector")} />
      {refusal.value && !(refusal.value.field in BLANK) && <p class="field-error">{refusal.value.message}</p>}
    </>
  );
}
