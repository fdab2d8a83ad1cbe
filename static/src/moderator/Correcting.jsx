// Correcting somebody's details, and erasing them for good.

import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Button } from "../shared/components/Button.jsx";
import { Dialog } from "../shared/components/Dialog.jsx";
import { say } from "../shared/components/Notice.jsx";
import { t } from "../shared/strings.js";
import { BLANK, Details } from "./Details.jsx";
import { ask, desk } from "./desk.js";

/** Somebody's details, to be corrected; erasing them is asked about once more. */
export function Changing({ who, erase }) {
  const fields = useSignal(BLANK);
  const refusal = useSignal(null);
  const person = desk.value.people[who.value];
  useEffect(() => {
    const { name = "", institution = "", sector = "" } = person ?? {};
    fields.value = { name, institution, sector };
    refusal.value = null;
  }, [who.value]);
  const close = () => (who.value = "");
  const save = async (event) => {
    event.preventDefault();
    const ack = await ask("participant.update", { participant: who.value, ...fields.value }, { quiet: true });
    refusal.value = ack.ok ? null : ack.refusal;
    if (ack.ok) close();
  };
  const goOn = () => {
    erase(who.value);
    close();
  };
  return (
    <Dialog open={Boolean(person)} title={t("Details of number {number}", { number: person?.number ?? "" })} onClose={close}>
      <form class="details" onSubmit={save}>
        <Details fields={fields} refusal={refusal} />
        <div class="dialog-actions">
          <Button look="plain" class="dialog-aside" onClick={goOn}>
            {t("Erase name and institution…")}
          </Button>
          <Button onClick={close}>{t("Cancel")}</Button>
          <Button type="submit" look="main">
            {t("Save")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

export function Erasing({ who }) {
  const close = () => (who.value = "");
  const person = desk.value.people[who.value];
  const erase = async () => {
    const ack = await ask("participant.erase", { participant: who.value });
    if (ack.ok) say(t("Name and institution are erased."));
    close();
  };
  return (
    <Dialog
      open={Boolean(person)}
      title={t("Erase name and institution?")}
      onClose={close}
      actions={
        <>
          <Button onClick={close}>{t("Keep them")}</Button>
          <Button look="danger" onClick={erase}>
            {t("Erase for good")}
          </Button>
        </>
      }
    >
      <p>
        {t("Name and institution of number {number} are erased for good. The ideas stay, without a name.", { number: person?.number ?? "" })}
      </p>
    </Dialog>
  );
}
