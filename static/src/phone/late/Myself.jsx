// Who I am here: details to change, language, leaving, being forgotten, and giving the phone to somebody else.

import { useSignal } from "@preact/signals";
import { Button } from "../../shared/components/Button.jsx";
import { Dialog } from "../../shared/components/Dialog.jsx";
import { Field } from "../../shared/components/Field.jsx";
import { LanguageSwitch } from "../../shared/components/LanguageSwitch.jsx";
import { say } from "../../shared/components/Notice.jsx";
import { n, t } from "../../shared/strings.js";
import { Sector } from "../Join.jsx";
import { ask, outbox, person, standUp, workshop } from "../visit.js";

export function Myself({ open, onClose }) {
  const sure = useSignal("");
  const shown = open && Boolean(person.value);
  const close = () => {
    sure.value = "";
    onClose();
  };
  return (
    <Dialog open={shown} title={shown ? titleOf(person.value) : ""} onClose={close} class="seat">
      {shown && (sure.value ? <Sure what={sure.value} onDone={close} onBack={() => (sure.value = "")} /> : <Details onDone={close} onAsk={(what) => (sure.value = what)} />)}
    </Dialog>
  );
}

function titleOf({ name, number }) {
  return name ? t("{name}, number {number}", { name, number }) : t("Number {number}", { number });
}

function Details({ onDone, onAsk }) {
  const { name, institution, sector, status } = person.value;
  const changed = useSignal({ name, institution, sector });
  const set = (field) => (text) => (changed.value = { ...changed.value, [field]: text });
  async function save(event) {
    event.preventDefault();
    if (!(await ask("participant.update", changed.value))) return;
    say(t("Saved"));
    onDone();
  }
  const closed = workshop.value.phase === "closed";
  return (
    <>
      <form class="seat-form" onSubmit={save}>
        <Field label={t("Name")} autocomplete="name" maxLength={80} value={changed.value.name} onInput={set("name")} />
        <Field label={t("Institution")} autocomplete="organization" maxLength={120} value={changed.value.institution} onInput={set("institution")} />
        <Sector value={changed.value.sector} onChange={set("sector")} />
        <div class="dialog-actions">
          <Button onClick={onDone}>{t("Close")}</Button>
          {!closed && (
            <Button type="submit" look="main">
              {t("Save")}
            </Button>
          )}
        </div>
      </form>
      <LanguageSwitch />
      <nav class="languages" aria-label={t("About this service")}>
        <a href="/privacy">{t("Your data")}</a>
        <a href="/accessibility">{t("Accessibility declaration")}</a>
      </nav>
      <div class="seat-more">
        {status === "present" && !closed && <Button onClick={() => onAsk("leave")}>{t("I am leaving early")}</Button>}
        {(name || institution) && <Button onClick={() => onAsk("erase")}>{t("Erase my name and institution")}</Button>}
        <Button onClick={() => onAsk("other")}>{t("Not you? Join as somebody else")}</Button>
      </div>
    </>
  );
}

const waitingIdeas = () =>
  outbox.value.items.value.filter((item) => item.type === "idea.post" && ["waiting", "sending"].includes(item.state)).length;

/** What each step means, asked once before it is taken. */
function Sure({ what, onDone, onBack }) {
  const waiting = waitingIdeas();
  const steps = {
    leave: {
      says: t("Your place in the next rounds becomes free. Your ideas stay, and you can come back."),
      does: t("I am leaving"),
      take: () => ask("participant.leave", {}),
    },
    erase: {
      says: t("Your name and institution are erased for good. Your ideas stay, without a name."),
      does: t("Erase"),
      take: () => ask("participant.erase", {}),
    },
    other: {
      says: t("This phone forgets who you are, and somebody else can join with it. Your ideas stay."),
      does: t("Join as somebody else"),
      take: standUp,
    },
  };
  const { says, does, take } = steps[what];
  return (
    <>
      <p>{says}</p>
      {what === "other" && waiting > 0 && (
        <p class="field-error" role="alert">
          {n("{count} idea has not been sent yet. Wait until it is saved.", "{count} ideas have not been sent yet. Wait until they are saved.", waiting)}
        </p>
      )}
      <div class="dialog-actions">
        <Button onClick={onBack}>{t("Back")}</Button>
        <Button look="danger" onClick={async () => (await take()) !== false && onDone()}>
          {does}
        </Button>
      </div>
    </>
  );
}
