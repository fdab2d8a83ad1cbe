// The institutions that accede: the list open or closed, the way in for those who come later, what was declared, and the sheets to sign.

import { useSignal } from "@preact/signals";
import { Button } from "../shared/components/Button.jsx";
import { Dialog } from "../shared/components/Dialog.jsx";
import { Icon } from "../shared/components/Icon.jsx";
import { IdeaText } from "../shared/components/IdeaText.jsx";
import { say } from "../shared/components/Notice.jsx";
import { n, t, time } from "../shared/strings.js";
import { ask, desk, urls, workshop } from "./desk.js";
import { askUndoably } from "./undo.js";

export function Partners() {
  const all = Object.entries(desk.value.declarations)
    .map(([id, declaration]) => ({ id, ...declaration }))
    .sort((a, b) => a.number - b.number);
  const made = all.filter((declaration) => !declaration.withdrawn_at);
  return (
    <>
      <Opening />
      {workshop.value.declarations_open && <WayIn />}
      <section class="panel" aria-labelledby="declared">
        <div class="panel-head">
          <h2 id="declared">{made.length ? n("{count} institution has acceded", "{count} institutions have acceded", made.length) : t("No institution has acceded yet")}</h2>
          {made.length > 0 && (
            <div class="row-actions">
              <a class="button" href={urls["declarations.html"]} target="obrus-declarations">
                {t("Print the declarations")}
              </a>
              <a class="button" href={urls["partners.html"]} target="obrus-partners">
                {t("Print the list of partners")}
              </a>
            </div>
          )}
        </div>
        {made.length > 0 && <Declared declarations={made} />}
        {all.length > made.length && <p class="quiet">{n("{count} declaration was taken back; what was in it is erased.", "{count} declarations were taken back; what was in them is erased.", all.length - made.length)}</p>}
      </section>
    </>
  );
}

function Opening() {
  const open = Boolean(workshop.value.declarations_open);
  const [there, back] = open ? ["declarations.close", "declarations.open"] : ["declarations.open", "declarations.close"];
  const turn = () => askUndoably(there, {}, { label: open ? t("Undo closing the list of partners") : t("Undo opening the list of partners"), type: back });
  return (
    <section class="panel panel-row" aria-labelledby="list-of-partners">
      <div>
        <h2 id="list-of-partners">{t("The list of partners")}</h2>
        <p role="status">{open ? t("Open: institutions fill in their declaration on the phone, with what they can decide, what they have and what else is possible.") : t("Closed: nobody can accede or change a declaration now. Taking one back is always possible.")}</p>
      </div>
      <Button look={open ? "" : "main"} onClick={turn}>
        {open ? t("Close the list") : t("Open the list")}
      </Button>
    </section>
  );
}

/** For institutions that were not in the room: a link to send, and a code to scan from paper. */
function WayIn() {
  const field = useSignal(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(urls.declaration);
      say(t("The link is copied."));
    } catch {
      // Over plain http a browser gives no clipboard; the link is marked, ready for Ctrl+C.
      field.peek()?.select();
      say(t("The link is marked: press Ctrl+C to copy it."));
    }
  };
  return (
    <section class="panel later-partners" aria-labelledby="later-partners">
      <img class="qr" src={urls.declaration_qr} alt={t("QR code of the link for institutions that join later")} />
      <div class="ways-in-words">
        <h2 id="later-partners">{t("For institutions that join later")}</h2>
        <p>{t("In the room people find the declaration on their phone. Whoever was not there accedes by this link, until you close the list. Give it only to institutions that you invite.")}</p>
        <label class="field link-field">
          <span class="field-label">{t("The link")}</span>
          <input class="input" readOnly value={urls.declaration} ref={(element) => (field.value = element)} onFocus={(event) => event.currentTarget.select()} />
        </label>
        <Button onClick={copy}>{t("Copy the link")}</Button>
      </div>
    </section>
  );
}

/** What an institution offers: up to three long texts, in a row of their own, since columns would be too narrow for them. */
function Offered({ one }) {
  const offers = [
    [t("Powers"), one.powers],
    [t("Resources"), one.resources],
    [t("Possibilities"), one.possibilities],
  ].filter(([, text]) => text);
  if (!offers.length) return null;
  return (
    <tr>
      <td colSpan={4}>
        <dl class="offers">
          {offers.map(([name, text]) => (
            <div key={name}>
              <dt>{name}</dt>
              <IdeaText text={text} as="dd" />
            </div>
          ))}
        </dl>
      </td>
    </tr>
  );
}

function Declared({ declarations }) {
  const leaving = useSignal("");
  const shown = declarations.find(({ id }) => id === leaving.value);
  const withdraw = async () => {
    const ack = await ask("declaration.withdraw", { declaration: leaving.value });
    leaving.value = "";
    if (ack.ok) say(t("The declaration is taken back and erased."));
  };
  return (
    <>
      <div class="scroll" tabIndex={0} role="region" aria-label={t("Declarations as a table")}>
        <table class="grid declared">
          <thead>
            <tr>
              <th scope="col">{t("Institution")}</th>
              <th scope="col">{t("Represented by")}</th>
              <th scope="col">{t("Contact")}</th>
              <th scope="col">
                <span class="unseen">{t("Actions")}</span>
              </th>
            </tr>
          </thead>
          {declarations.map((one) => (
            <tbody key={one.id}>
              <tr>
                <th scope="row">
                  <span dir="auto">{one.institution}</span>
                  {one.sector && <span class="quiet declared-at">{one.sector}</span>}
                  <span class="quiet declared-at">{t("at {time}", { time: time(one.at) })}</span>
                </th>
                <td dir="auto">
                  {one.name}
                  {one.role && <span class="quiet declared-at">{one.role}</span>}
                </td>
                <td dir="auto">{one.contact}</td>
                <td>
                  <Button look="plain" onClick={() => (leaving.value = one.id)} aria-label={t("Take back: {institution}", { institution: one.institution })}>
                    {t("Take back")}
                  </Button>
                </td>
              </tr>
              <Offered one={one} />
            </tbody>
          ))}
        </table>
      </div>
      <p class="check">
        <Icon name="info" />
        {t("The charter names the institutions and who represents them; contacts stand in the declarations alone.")}
      </p>
      <Dialog
        open={Boolean(shown)}
        title={t("Take this declaration back?")}
        onClose={() => (leaving.value = "")}
        actions={
          <>
            <Button onClick={() => (leaving.value = "")}>{t("Keep it")}</Button>
            <Button look="danger" onClick={withdraw}>
              {t("Take back and erase")}
            </Button>
          </>
        }
      >
        <p>{shown && t("Do this when {institution} asks for it. Name, role, contact and all that was declared are erased at once and can't be brought back.", { institution: shown.institution })}</p>
      </Dialog>
    </>
  );
}
