import { useSignal } from "@preact/signals";
import { Button } from "../shared/components/Button.jsx";
import { Field } from "../shared/components/Field.jsx";
import { LanguageSwitch } from "../shared/components/LanguageSwitch.jsx";
import { t } from "../shared/strings.js";
import { said } from "../shared/translations.js";
import { join, workshop } from "./visit.js";

const OTHER = "\u0000other";

/** Three fields at most, none of them needed, and one button under the thumb. */
export function Join() {
  const name = useSignal("");
  const institution = useSignal("");
  const sector = useSignal("");
  const busy = useSignal(false);
  const refusal = useSignal(null);

  async function submit(event) {
    event.preventDefault();
    if (busy.value) return;
    busy.value = true;
    const fields = { name: name.value.trim(), institution: institution.value.trim(), sector: sector.value.replace(OTHER, "").trim() };
    refusal.value = await join(Object.fromEntries(Object.entries(fields).filter(([, value]) => value)));
    busy.value = false;
  }
  const errorOf = (field) => (refusal.value?.field === field ? refusal.value.message : "");
  const elsewhere = refusal.value && !["name", "institution", "sector"].includes(refusal.value.field);

  return (
    <main class="page">
      <form class="join" onSubmit={submit}>
        <div class="join-fields">
          <h1>{t("Take a seat")}</h1>
          <p>{t("Everything here is optional: you can join without a name.")}</p>
          <Field
            label={t("Name")}
            hint={t("Shown on the screen so that you find your table. Never shown with your ideas.")}
            error={errorOf("name")}
            autocomplete="name"
            autocapitalize="words"
            maxLength={80}
            value={name.value}
            onInput={(text) => (name.value = text)}
          />
          <Field
            label={t("Institution")}
            error={errorOf("institution")}
            autocomplete="organization"
            maxLength={120}
            value={institution.value}
            onInput={(text) => (institution.value = text)}
          />
          <Sector value={sector.value} error={errorOf("sector")} onChange={(text) => (sector.value = text)} />
        </div>
        <div class="thumb">
          {elsewhere && (
            <p class="field-error" role="alert">
              {refusal.value.message}
            </p>
          )}
          <Button type="submit" look="main" size="wide large" aria-disabled={busy.value ? "true" : undefined}>
            {busy.value ? t("Joining…") : t("Join")}
          </Button>
        </div>
      </form>
      <LanguageSwitch />
      <p class="languages">
        <a href="/privacy">{t("Your data")}</a>
      </p>
    </main>
  );
}

/** A sector out of the scenario's suggestions, or, as the last of them, one's own words. */
export function Sector({ value, error, onChange }) {
  const suggestions = workshop.value.sectors ?? [];
  const own = useSignal(value !== "" && !suggestions.includes(value));
  const label = t("Sector");
  if (suggestions.length && !own.value) {
    const choose = (text) => {
      own.value = text === OTHER;
      onChange(text === OTHER ? "" : text);
    };
    return (
      <Field as="select" label={label} error={error} value={value} onInput={choose}>
        <option value="">{t("I'd rather not say")}</option>
        {suggestions.map((each) => (
          <option key={each} value={each}>
            {said(workshop.value, each)}
          </option>
        ))}
        <option value={OTHER}>{t("Another one…")}</option>
      </Field>
    );
  }
  return <Field label={label} error={error} maxLength={60} value={value} onInput={onChange} focused={own.value} />;
}
