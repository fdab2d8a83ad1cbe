// An institution accedes: a form, what was declared, and the way back. What is typed is kept on this device until it is sent.

import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { Button } from "../../shared/components/Button.jsx";
import { Dialog } from "../../shared/components/Dialog.jsx";
import { Field } from "../../shared/components/Field.jsx";
import { Icon } from "../../shared/components/Icon.jsx";
import { IdeaText } from "../../shared/components/IdeaText.jsx";
import { say } from "../../shared/components/Notice.jsx";
import { page } from "../../shared/page.js";
import { store } from "../../shared/storage.js";
import { n, t, time } from "../../shared/strings.js";
import { Sector } from "../Join.jsx";
import { becomePartner, declarations, link, person, workshop } from "../visit.js";

const DRAFT = `obrus.${page.code}.declaration`;
const SHORT = { institution: 120, name: 80, role: 120, contact: 200 };
const LONG = 1000;

/** What is offered to the partnership, in the words of the form that institutions know. */
function longFields() {
  return {
    powers: [t("Powers"), t("What may your institution decide or do by law?")],
    resources: [t("Resources"), t("People, rooms, equipment, money, knowledge: what can it bring?")],
    possibilities: [t("Possibilities"), t("What else could it take on, and under which conditions?")],
  };
}

export function Declaration({ onBack }) {
  const own = Object.entries(declarations.value ?? {});
  const made = own.filter(([, declaration]) => !declaration.withdrawn_at);
  const left = made.length === 0 && own.at(-1)?.[1].withdrawn_at;
  const open = workshop.value?.declarations_open;
  const changing = useSignal("");
  const anew = useSignal(false);
  // Whoever takes that one back, too, is told so again before another one is offered.
  useEffect(() => {
    if (made.length) anew.value = false;
  }, [made.length]);
  const form = changing.value || (open && made.length === 0 && (!left || anew.value));
  return (
    <main class="page declaration">
      <h1 tabIndex={-1}>{t("Declaration of accession")}</h1>
      <p role="status" class={left ? "" : "unseen"}>{left ? t("Your declaration was taken back at {time}: your consent has ended, and everything in it is erased.", { time: time(left) }) : ""}</p>
      {form ? (
        <Form key={changing.value} id={changing.value} known={declarations.value?.[changing.value]} onDone={() => (changing.value = "")} />
      ) : (
        <>
          {made.length === 0 && !left && <p>{t("The list of partners is closed just now. Ask the moderator to open it.")}</p>}
          {left && open && <Button onClick={() => (anew.value = true)}>{t("Fill in another one")}</Button>}
          {made.map(([id, declaration]) => (
            <Made key={id} id={id} declaration={declaration} open={open} onChange={() => (changing.value = id)} />
          ))}
        </>
      )}
      {onBack && (
        <Button icon="back" onClick={onBack}>
          {t("Back")}
        </Button>
      )}
    </main>
  );
}

function beginning(known) {
  if (known) return { ...known, consent: true };
  return { institution: person.value?.institution ?? "", sector: person.value?.sector ?? "", name: person.value?.name ?? "", role: "", powers: "", resources: "", possibilities: "", contact: "", consent: false, ...store.get(DRAFT) };
}

/** What is wrong with a form before it is sent, by field: everything at once, so that nobody mends it one refusal after the other. */
function wrongWith(fields, consenting) {
  const said = {};
  for (const name of Object.keys(longFields())) {
    const over = [...fields[name].trim()].length - LONG;
    if (over > 0) said[name] = n("{count} character too many", "{count} characters too many", over);
  }
  if (!fields.institution.trim()) said.institution = t("Write which institution accedes.");
  if (!fields.name.trim()) said.name = t("Write who represents it.");
  if (consenting && !fields.consent) said.consent = t("Without consent the declaration can't be saved.");
  return said;
}

function Form({ id, known, onDone }) {
  const fields = useSignal(beginning(known));
  const refusal = useSignal(null);
  const wrong = useSignal({});
  const form = useRef(null);
  const busy = useSignal(false);
  const set = (name) => (value) => {
    fields.value = { ...fields.value, [name]: value };
    if (!id) store.set(DRAFT, fields.value);
  };
  const errorOf = (name) => wrong.value[name] ?? (refusal.value?.field === name ? refusal.value.message : "");
  // The form is longer than the screen: whoever sends it is led to the first field that needs something.
  useEffect(() => form.current.querySelector('[aria-invalid="true"]')?.focus(), [wrong.value, refusal.value]);
  async function submit(event) {
    event.preventDefault();
    if (busy.value) return;
    wrong.value = wrongWith(fields.value, !id);
    refusal.value = null;
    if (Object.keys(wrong.value).length) return;
    busy.value = true;
    const { institution, sector, name, role, powers, resources, possibilities, contact, consent } = fields.value;
    const said = { institution, sector, name, role, powers, resources, possibilities, contact };
    const ack = await (id ? link.send("declaration.edit", { declaration: id, ...said }) : link.send("declaration.make", { ...said, consent }));
    busy.value = false;
    refusal.value = ack.ok ? null : ack.refusal;
    if (!ack.ok) return;
    store.remove(DRAFT);
    if (ack.result?.token) becomePartner(ack.result.token);
    say(t("Saved. Thank you."));
    onDone();
    scrollTo(0, 0);
  }
  const named = ["institution", "name", "role", "contact", "sector", "powers", "resources", "possibilities", "consent"];
  return (
    <form ref={form} class="join-fields" onSubmit={submit} noValidate>
      <p>{t("Fill this in if you may speak for your institution. It goes into the charter’s list of partners.")}</p>
      <Field label={t("Institution")} required error={errorOf("institution")} autocomplete="organization" maxLength={SHORT.institution} value={fields.value.institution} onInput={set("institution")} />
      <Sector value={fields.value.sector} error={errorOf("sector")} onChange={set("sector")} />
      <Field label={t("Who represents it")} required error={errorOf("name")} autocomplete="name" maxLength={SHORT.name} value={fields.value.name} onInput={set("name")} />
      <Field label={t("Position")} error={errorOf("role")} autocomplete="organization-title" maxLength={SHORT.role} value={fields.value.role} onInput={set("role")} />
      {Object.entries(longFields()).map(([name, [label, hint]]) => (
        <Field key={name} as="textarea" rows={3} label={label} hint={hint} error={errorOf(name)} value={fields.value[name]} onInput={set(name)} />
      ))}
      <Field label={t("Contact")} hint={t("Phone or e-mail, for the partnership only.")} error={errorOf("contact")} maxLength={SHORT.contact} value={fields.value.contact} onInput={set("contact")} />
      {!id && (
        <div class="consent">
          <label class="for-table">
            <input type="checkbox" checked={fields.value.consent} aria-invalid={errorOf("consent") ? "true" : undefined} aria-describedby={errorOf("consent") ? "consent-error" : undefined} onChange={(event) => set("consent")(event.currentTarget.checked)} />
            {t("I consent to the processing of my name, position and contact details for running the partnership. My name and position will stand in the charter’s table of partners. Consent is voluntary and can be withdrawn at any time; withdrawing it does not affect the lawfulness of what was done before.")}
          </label>
          {errorOf("consent") && (
            <p id="consent-error" class="field-error">
              <Icon name="warning" />
              {errorOf("consent")}
            </p>
          )}
        </div>
      )}
      {refusal.value && !named.includes(refusal.value.field) && (
        <p class="field-error" role="alert">
          {refusal.value.message}
        </p>
      )}
      <div class="idea-foot">
        {id && <Button onClick={onDone}>{t("Cancel")}</Button>}
        <Button type="submit" look="main" size="large" aria-disabled={busy.value ? "true" : undefined}>
          {id ? t("Save") : t("Accede to the partnership")}
        </Button>
      </div>
    </form>
  );
}

function Made({ id, declaration, open, onChange }) {
  const asking = useSignal(false);
  async function withdraw() {
    asking.value = false;
    const ack = await link.send("declaration.withdraw", { declaration: id });
    if (!ack.ok) return say(ack.refusal.message, "problem");
    scrollTo(0, 0);
  }
  return (
    <section class="handover" aria-labelledby={`made-${id}`}>
      <h2 id={`made-${id}`}>{declaration.institution}</h2>
      <p>{[declaration.name, declaration.role].filter(Boolean).join(", ")}</p>
      {Object.entries(longFields()).map(
        ([name, [label]]) =>
          declaration[name] && (
            <div key={name}>
              <h3>{label}</h3>
              <IdeaText text={declaration[name]} class="handover-text" />
            </div>
          ),
      )}
      {declaration.contact && <p>{t("Contact: {contact}", { contact: declaration.contact })}</p>}
      <p class="writing-hint">{t("Saved. The moderator prints it for signing.")}</p>
      <div class="idea-foot">
        {open && <Button onClick={onChange}>{t("Change")}</Button>}
        <Button look="plain" onClick={() => (asking.value = true)}>
          {t("Take it back")}
        </Button>
      </div>
      <Dialog
        open={asking.value}
        title={t("Take the declaration back?")}
        onClose={() => (asking.value = false)}
        actions={
          <>
            <Button onClick={() => (asking.value = false)}>{t("Keep it")}</Button>
            <Button look="danger" onClick={withdraw}>
              {t("Take it back")}
            </Button>
          </>
        }
      >
        <p>{t("Your consent ends, and name, position, contact and everything else in it are erased at once.")}</p>
      </Dialog>
    </section>
  );
}
