// The strip of logos on title page, poster and record: pictures added, described, put in order, removed.

import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { Button } from "../shared/components/Button.jsx";
import { Field } from "../shared/components/Field.jsx";
import { Icon } from "../shared/components/Icon.jsx";
import { page } from "../shared/page.js";
import { say } from "../shared/components/Notice.jsx";
import { n, t } from "../shared/strings.js";
import { ask, desk, urls } from "./desk.js";
import { askUndoably, remember } from "./undo.js";

const MOST = 8;
const MOST_BYTES = 1_000_000;

const addressOf = (id) => `/w/${page.code}/logos/${id}`;

/** Add a picture to the end of the strip; gives {logo} or {refusal}. */
async function send(picture, { alt = "", name = "" }) {
  const query = new URLSearchParams({ alt, name });
  try {
    const answer = await fetch(`${urls.api}/logos?${query}`, { method: "POST", headers: { Authorization: `Bearer ${page.token}`, "Accept-Language": page.language }, body: picture });
    const said = await answer.json();
    return answer.ok ? { logo: said.result.logo } : { refusal: said.refusal ?? { message: said.detail } };
  } catch {
    return { refusal: { message: t("No connection to the server. Try again.") } };
  }
}

/** The bytes of a logo, to put it elsewhere or back. */
async function fetched({ id, alt, name }) {
  const answer = await fetch(addressOf(id));
  return { picture: await answer.blob(), alt, name };
}

export function Logos() {
  const busy = useSignal(false);
  const logos = Object.entries(desk.value.logos ?? {})
    .map(([id, logo]) => ({ id, ...logo }))
    .sort((a, b) => a.order - b.order);
  const alone = async (run) => {
    if (busy.value) return;
    busy.value = true;
    try {
      await run();
    } catch {
      say(t("No connection to the server. Try again."), "problem");
    }
    busy.value = false;
  };
  const earlier = ({ id }, at) => alone(() => askUndoably("logo.edit", { logo: id, place: at }, { label: t("Undo moving a logo"), type: "logo.edit", fields: { logo: id, place: at + 1 } }));
  const describe = ({ id, alt: before }, alt) => alone(() => askUndoably("logo.edit", { logo: id, alt }, { label: t("Undo describing a logo"), type: "logo.edit", fields: { logo: id, alt: before } }));
  const drop = (logo) =>
    alone(async () => {
      const held = await fetched(logo);
      if ((await ask("logo.drop", { logo: logo.id })).ok) remember(t("Undo removing a logo"), () => send(held.picture, held));
    });
  return (
    <section class="panel" aria-labelledby="logos">
      <h2 id="logos">{t("Logos")}</h2>
      <p class="quiet">{t("The strip on the title page, the poster and the record, such as the funder's and the town's. PNG or JPEG, at most 1 MB each.")}</p>
      <ol class="logos">
        {logos.map((logo, at) => (
          <Logo key={logo.id} logo={logo} first={at === 0} earlier={() => earlier(logo, at)} drop={() => drop(logo)} describe={(alt) => describe(logo, alt)} busy={busy.value} />
        ))}
      </ol>
      {logos.length < MOST ? <NewLogo /> : <p class="quiet">{n("{count} logo is all there is room for.", "{count} logos are all there is room for.", MOST)}</p>}
    </section>
  );
}

function Logo({ logo, first, earlier, drop, describe, busy }) {
  const alt = useSignal(null);
  const typed = alt.value ?? logo.alt;
  const leave = () => {
    if (alt.value !== null && typed.trim() !== logo.alt) describe(typed.trim());
    alt.value = null;
  };
  const name = logo.alt || logo.name || logo.id;
  return (
    <li class="logo-row">
      <img src={addressOf(logo.id)} alt={logo.alt} width={logo.width} height={logo.height} />
      <Field label={t("What it shows")} hint={logo.alt ? "" : t("Without a description, people who can't see it don't know whose it is.")} value={typed} onInput={(text) => (alt.value = text)} onBlur={leave} onKeyDown={(event) => event.key === "Enter" && event.currentTarget.blur()} />
      <div class="row-actions">
        <Button look="plain" icon="up" aria-disabled={first || busy ? "true" : undefined} label={t("Earlier in the strip: {name}", { name })} onClick={() => first || earlier()} />
        <Button look="plain" icon="close" aria-disabled={busy ? "true" : undefined} label={t("Remove the logo: {name}", { name })} onClick={drop} />
      </div>
    </li>
  );
}

function NewLogo() {
  const file = useSignal(null);
  const alt = useSignal("");
  const problem = useSignal("");
  const busy = useSignal(false);
  const form = useRef(null);
  const choose = (event) => {
    file.value = event.currentTarget.files[0] ?? null;
    problem.value = file.value && file.value.size > MOST_BYTES ? t("A logo can be at most 1 MB. Make the picture smaller.") : "";
  };
  const add = async (event) => {
    event.preventDefault();
    if (busy.value) return;
    if (!file.value) return void (problem.value = t("Choose a picture first."));
    busy.value = true;
    const { logo, refusal } = await send(file.value, { alt: alt.value.trim(), name: file.value.name });
    busy.value = false;
    problem.value = refusal?.message ?? "";
    if (refusal) return;
    remember(t("Undo adding a logo"), () => ask("logo.drop", { logo }));
    file.value = null;
    alt.value = "";
    form.current.reset();
  };
  return (
    <form class="newcomer-form" ref={form} onSubmit={add} noValidate>
      <div class="field">
        <label class="field-label" for="logo-file">
          {t("Picture")}
        </label>
        <input id="logo-file" class="input" type="file" accept="image/png,image/jpeg" aria-invalid={problem.value ? "true" : undefined} aria-describedby={problem.value ? "logo-problem" : undefined} onChange={choose} />
        {problem.value && (
          <p class="field-error" id="logo-problem" role="alert">
            <Icon name="warning" />
            {problem.value}
          </p>
        )}
      </div>
      <Field label={t("What it shows, such as “Emblem of Łódź”")} value={alt.value} onInput={(text) => (alt.value = text)} />
      <Button type="submit" icon="add" aria-disabled={busy.value ? "true" : undefined}>
        {t("Add the logo")}
      </Button>
    </form>
  );
}
