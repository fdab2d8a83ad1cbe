// Before the people come: the ways in, a short list of what is missing, tables and rounds.

import { Icon } from "../shared/components/Icon.jsx";
import { list, n, number, t } from "../shared/strings.js";
import { ask, desk, urls, workshop } from "./desk.js";
import { Editable } from "./Editable.jsx";
import { callOf } from "./gather.js";
import { opposed } from "./plan.js";
import { Rounds } from "./Rounds.jsx";
import { chairsOf, missingOf, presentOf, untouched } from "./step.js";
import { Tables } from "./Tables.jsx";

export function Prepare() {
  return (
    <div class="prepare">
      <WaysIn />
      <Checklist />
      <section class="panel" aria-labelledby="the-workshop">
        <h2 id="the-workshop">{t("The workshop")}</h2>
        <p class="quiet">{t("Here and everywhere on this page: what you write is saved when you leave the field.")}</p>
        <Editable name="title" wraps label={t("Title")} value={workshop.value.title} save={(title) => ask("workshop.edit", { title }, { quiet: true })} />
      </section>
      <Rounds />
      <Tables />
    </div>
  );
}

function WaysIn() {
  return (
    <section class="panel ways-in" aria-labelledby="ways-in">
      <h2 id="ways-in">{t("The way in")}</h2>
      <img class="qr" src={urls.qr} alt={t("QR code of {address}", { address: urls.join })} />
      <div class="ways-in-words">
        <p>{t("People scan this code with their phone's camera, or open this address:")}</p>
        <p class="address">{urls.join}</p>
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

function Checklist() {
  const missing = missingOf(workshop.value, desk.value);
  const said = {
    topics: t("Some tables have no topic yet."),
    questions: t("Some tables and rounds have no question yet."),
    areas: t("No table and no round is about: {areas}. Choose it at a table below, or add one.", { areas: list(untouched(workshop.value)) }),
    people: t("Nobody has joined yet: open the board and let people scan the code."),
    chairs: n("There is {count} chair at the open tables, for {people} people. Add chairs or a table below.", "There are {count} chairs at the open tables, for {people} people. Add chairs or a table below.", chairsOf(workshop.value), { people: number(presentOf(desk.value)) }),
    requests: contradicting(),
    seats: t("The seats are not dealt yet: do it when most people are here. Latecomers are seated by themselves."),
  };
  return (
    <section class="panel" aria-labelledby="missing">
      <h2 id="missing">{t("Is everything ready?")}</h2>
      {missing.length === 0 ? (
        <p class="check">
          <Icon name="check" />
          {t("Everything is ready.")}
        </p>
      ) : (
        <ul class="checks">
          {missing.map((name) => (
            <li key={name} class="check">
              <Icon name="info" />
              {said[name]}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** The first two requests that contradict one another, in words. */
function contradicting() {
  const [[apart, together] = []] = opposed(desk.value.requests);
  if (!apart) return "";
  const names = (request) => list(desk.value.requests[request].participants.map((id) => callOf(desk.value, id)));
  return t("Two requests contradict one another: {apart} are to sit apart, {together} together. Take one back under “People”.", { apart: names(apart), together: names(together) });
}
