// What is still missing before a workshop can begin, each with the way to mend it; step.js says what is.

import { Button } from "../shared/components/Button.jsx";
import { Icon } from "../shared/components/Icon.jsx";
import { page } from "../shared/page.js";
import { list, n, number, t } from "../shared/strings.js";
import { ask, desk, link, urls, workshop } from "./desk.js";
import { callOf } from "./gather.js";
import { opposed } from "./plan.js";
import { chairsOf, missingOf, presentOf, untouched } from "./step.js";

export function Checklist() {
  const place = page.rehearsal ? {} : { join: urls.join, boards: link.presence.value.boards, unsaid: page.unsaid };
  const missing = missingOf(workshop.value, desk.value, place);
  const said = {
    tables: t("All tables are closed: nobody can be seated."),
    topics: t("Some tables have no topic yet."),
    questions: t("Some tables and rounds have no question yet."),
    areas: t("No table and no round is about: {areas}. Choose it at a table below, or leave out what nobody is to talk about.", { areas: list(untouched(workshop.value)) }),
    network: t("Phones can't reach this computer: the address above is good on this computer alone. Connect it to the room's network, and start Obrus without --host, or with --host 0.0.0.0."),
    board: t("No board is open: the projector shows nothing yet."),
    people: t("Nobody has joined yet: open the board and let people scan the code."),
    chairs: n("There is {count} chair at the open tables, for {people} people. Add chairs or a table below.", "There are {count} chairs at the open tables, for {people} people. Add chairs or a table below.", chairsOf(workshop.value), { people: number(presentOf(desk.value)) }),
    requests: contradicting(),
    institution: urls.institution
      ? t("The privacy notice and the accessibility declaration have gaps that your institution has to fill in.")
      : t("The privacy notice and the accessibility declaration have gaps: ask whoever has the moderator key of this server to fill them in on the start page."),
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
              <div>
                {said[name]} <Remedy of={name} />
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** The way to mend it, where one press leads there. */
function Remedy({ of }) {
  const between = workshop.value.phase !== "round";
  const remedies = {
    tables: () => <Press label={t("Go to the tables")} onClick={() => lead("tables", "button")} />,
    topics: () => <Press label={t("Go to the empty field")} onClick={() => lead("tables", ".field-medium textarea", isEmpty)} />,
    questions: () => <Press label={t("Go to the empty field")} onClick={() => lead(workshop.value.format === "classic" ? "rounds" : "tables", ".field-long textarea", isEmpty)} />,
    areas: () => (
      <>
        <Press label={t("Go to the tables")} onClick={() => lead("tables", "select")} /> <Press label={t("Go to the areas")} onClick={() => lead("areas", "button")} />
      </>
    ),
    board: () => <BoardLink />,
    chairs: () => between && <Press label={t("Add a table")} onClick={() => ask("table.add")} />,
    requests: () => (
      <a class="remedy" href="#people">
        {t("Go to the requests")}
      </a>
    ),
    institution: () => (
      <a class="remedy" href={urls.institution || urls.privacy}>
        {urls.institution ? t("Fill them in") : t("Read what is missing")}
      </a>
    ),
    seats: () => <Press label={t("Go to the next step")} onClick={() => document.querySelector(".step-next").focus()} />,
  };
  return remedies[of]?.() ?? null;
}

function Press({ label, onClick }) {
  return (
    <Button look="plain" class="remedy" onClick={onClick}>
      {label}
    </Button>
  );
}

function BoardLink() {
  return (
    <a class="remedy" href={urls.board} target="obrus-board">
      {t("Open the board")}
    </a>
  );
}

const isEmpty = (field) => !field.value.trim();

/** Put the focus into the first field of a section that is `fit`, and into sight. */
function lead(section, fields, fit = () => true) {
  const found = [...document.getElementById(section).parentElement.querySelectorAll(fields)].find(fit);
  found?.focus();
}

/** The first two requests that contradict one another, in words. */
function contradicting() {
  const [[apart, together] = []] = opposed(desk.value.requests);
  if (!apart) return "";
  const names = (request) => list(desk.value.requests[request].participants.map((id) => callOf(desk.value, id)));
  return t("Two requests contradict one another: {apart} are to sit apart, {together} together. Take one back under “People”.", { apart: names(apart), together: names(together) });
}
