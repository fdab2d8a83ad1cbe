// Before the people come: the ways in, a short list of what is missing, rounds, tables and areas, their texts in the other language, and a rehearsal.

import { Icon } from "../shared/components/Icon.jsx";
import { page } from "../shared/page.js";
import { t } from "../shared/strings.js";
import { tongueOf } from "../shared/translations.js";
import { Areas } from "./Areas.jsx";
import { Checklist } from "./Checklist.jsx";
import { ask, urls, wayIn, workshop, written } from "./desk.js";
import { Editable } from "./Editable.jsx";
import { Rehearse } from "./Rehearse.jsx";
import { Rounds } from "./Rounds.jsx";
import { Tables } from "./Tables.jsx";
import { reword, Translations } from "./Translations.jsx";

export function Prepare() {
  const { title } = written.value;
  return (
    <div class="prepare">
      <WaysIn />
      <Checklist />
      <section class="panel" aria-labelledby="the-workshop">
        <h2 id="the-workshop">{t("The workshop")}</h2>
        <p class="quiet">{t("Here and everywhere on this page: what you write is saved when you leave the field.")}</p>
        <Editable name="title" wraps label={t("Title")} value={title} lang={tongueOf(written.value, title)} save={(after) => reword(title, after, () => ask("workshop.edit", { title: after }, { quiet: true }))} />
      </section>
      <Rounds />
      <Tables />
      <Areas />
      <Translations />
      {!page.rehearsal && <Rehearse />}
    </div>
  );
}

function WaysIn() {
  return (
    <section class="panel ways-in" aria-labelledby="ways-in">
      <h2 id="ways-in">{t("The way in")}</h2>
      <img class="qr" src={wayIn.qr.value} alt={t("QR code of {address}", { address: wayIn.join.value })} />
      <div class="ways-in-words">
        <p>{t("People scan this code with their phone's camera, or open this address:")}</p>
        <p class="address">{wayIn.join.value}</p>
        <p>
          {t("Code")} <strong class="code">{workshop.value.code}</strong>
        </p>
        <a class="button" href={urls.board} target="obrus-board">
          <Icon name="screen" />
          {t("Open the board for the projector")}
        </a>
        <p class="quiet">{t("Drag the board's window to the projector and press F for the full screen.")}</p>
        <a class="button" href={urls.paper}>
          <Icon name="save" />
          {t("Paper: posters, table cards, tickets, forms")}
        </a>
        <p class="quiet">{t("For tables without phones, and for whoever likes paper. What is written on it is typed in under “Tables”.")}</p>
      </div>
    </section>
  );
}
