// What goes with the charter: what the documents say about the workshop, logos, next steps, the files, and what goes back to people.

import { useSignal } from "@preact/signals";
import { Button } from "../shared/components/Button.jsx";
import { Field } from "../shared/components/Field.jsx";
import { Icon } from "../shared/components/Icon.jsx";
import { date, t } from "../shared/strings.js";
import { shareResults } from "./charter.js";
import { ask, desk, urls, workshop } from "./desk.js";
import { Downloads } from "./Downloads.jsx";
import { Editable } from "./Editable.jsx";
import { Logos } from "./Logos.jsx";
import { askUndoably, remember } from "./undo.js";

export function Papers() {
  return (
    <>
      <Downloads />
      <Results />
      <Details />
      <Tasks />
      <Logos />
    </>
  );
}

/** What goes back to people: one page behind the same code, until a day. */
function Results() {
  const day = useSignal(null);
  const refusal = useSignal(null);
  const { results, results_until: until } = workshop.value;
  const share = async () => {
    refusal.value = await shareResults(day.value ?? until ?? "");
    if (!refusal.value) day.value = null;
  };
  const stop = () => askUndoably("results.share", { on: false }, { label: t("Undo closing the results"), type: "results.share", fields: { until: until ?? "" } });
  const said = !results
    ? t("Not shared yet. Everybody with the code can read the charter and all ideas, with their own marked, as long as you like.")
    : until
      ? t("Shared with everybody who has the code, up to and including {day}.", { day: date(Date.parse(until)) })
      : t("Shared with everybody who has the code, without a last day.");
  return (
    <section class="panel" aria-labelledby="back-to-people">
      <h2 id="back-to-people">{t("What goes back to people")}</h2>
      <p role="status">{said}</p>
      <div class="putting">
        <Field type="date" class="field-medium" label={t("Last day (optional)")} value={day.value ?? until ?? ""} error={refusal.value?.message ?? ""} onInput={(text) => (day.value = text)} />
        <Button look={results ? "" : "main"} onClick={share}>
          {results ? t("Set the last day") : t("Share the results")}
        </Button>
        {results && (
          <Button look="plain" onClick={stop}>
            {t("Stop sharing")}
          </Button>
        )}
        <a class="button button-plain" href={urls.results} target="obrus-results">
          <Icon name="screen" />
          {t("Look at the page")}
        </a>
      </div>
      {results && <p class="address">{`${urls.join}/results`}</p>}
    </section>
  );
}

function Details() {
  const known = desk.value.details ?? {};
  const save = (name) => (text) => ask("workshop.edit", { [name]: text }, { quiet: true });
  const rows = [
    ["place", t("Place"), t("As it should read on the title page, such as “Łódź, town library”.")],
    ["held_on", t("Date"), "", "date"],
    ["organiser", t("Organiser"), ""],
    ["moderators", t("Moderated by (roles, not names)"), t("Such as “two staff members of the social welfare centre”.")],
    ["next_meeting", t("Next meeting"), t("When and where people meet again.")],
    ["basis", t("Basis"), t("The law or decision on which the partnership rests.")],
    ["funding", t("Funding"), t("The line that the funder asks for.")],
    ["changes", t("How the charter can be changed"), t("If you leave it empty, a usual text is used.")],
  ];
  return (
    <section class="panel" aria-labelledby="details">
      <h2 id="details">{t("About the workshop")}</h2>
      <p class="quiet">{t("This goes on the title page, into the record and on the poster. What you leave empty is left out.")}</p>
      <div class="details-fields">
        {rows.map(([name, label, hint, type]) => (
          <Editable key={name} name={`details/${name}`} label={label} hint={hint} value={known[name] ?? ""} {...(type ? { type } : { wraps: true })} save={save(name)} />
        ))}
      </div>
    </section>
  );
}

/** Next steps: what, who, by when. */
function Tasks() {
  const tasks = Object.entries(desk.value.tasks ?? {}).map(([id, task]) => ({ id, ...task }));
  return (
    <section class="panel" aria-labelledby="next-steps">
      <h2 id="next-steps">{t("Next steps")}</h2>
      {tasks.length === 0 && <p class="empty">{t("None yet. They go into the charter's annex and the record.")}</p>}
      <ol class="rows">
        {tasks.map((task, at) => (
          <Task key={task.id} task={task} number={at + 1} />
        ))}
      </ol>
      <NewTask />
    </section>
  );
}

function Task({ task, number }) {
  const save = (name) => (text) => ask("task.edit", { task: task.id, [name]: text }, { quiet: true });
  const drop = async () => {
    const { text, who = "", due = "" } = task;
    if ((await ask("task.drop", { task: task.id })).ok) remember(t("Undo taking away step {number}", { number }), () => ask("task.add", { text, who, due }));
  };
  return (
    <li class="row">
      <Editable class="field-long" wraps name={`task/${task.id}/text`} label={t("Step {number}", { number })} value={task.text} save={save("text")} />
      <Editable class="field-medium" name={`task/${task.id}/who`} label={t("Who")} value={task.who ?? ""} save={save("who")} />
      <Editable class="field-medium" name={`task/${task.id}/due`} label={t("By when")} value={task.due ?? ""} save={save("due")} />
      <Button look="plain" icon="close" label={t("Take away step {number}", { number })} onClick={drop} />
    </li>
  );
}

const EMPTY = { text: "", who: "", due: "" };

function NewTask() {
  const typed = useSignal(EMPTY);
  const refusal = useSignal(null);
  const set = (name) => (text) => (typed.value = { ...typed.value, [name]: text });
  const errorOf = (name) => (refusal.value && (refusal.value.field ?? "text") === name ? refusal.value.message : "");
  const add = async (event) => {
    event.preventDefault();
    const form = event.currentTarget;
    const ack = await ask("task.add", typed.value, { quiet: true });
    refusal.value = ack.ok ? null : ack.refusal;
    if (!ack.ok) return;
    remember(t("Undo adding a next step"), () => ask("task.drop", { task: ack.result.task }));
    typed.value = EMPTY;
    form.querySelector("input, textarea").focus();
  };
  return (
    <form class="newcomer-form" onSubmit={add} noValidate>
      <Field class="field-long" label={t("A next step")} hint={t("What is to be done?")} value={typed.value.text} error={errorOf("text")} onInput={set("text")} />
      <Field class="field-medium" label={t("Who")} hint={t("An institution or a role, no name.")} value={typed.value.who} error={errorOf("who")} onInput={set("who")} />
      <Field class="field-medium" label={t("By when")} value={typed.value.due} error={errorOf("due")} onInput={set("due")} />
      <Button type="submit" icon="add">
        {t("Add")}
      </Button>
    </form>
  );
}
