// What is asked of the room in the harvest: to sort, to vote; and who was heard. One of them is opened at a time.

import { useSignal } from "@preact/signals";
import { Button } from "../shared/components/Button.jsx";
import { Field } from "../shared/components/Field.jsx";
import { list, n, number, t } from "../shared/strings.js";
import { connected, desk, workshop } from "./desk.js";
import { areasOf } from "./gather.js";
import { answersOf, resultsOf, votersOf } from "./harvest.js";
import { opened } from "./places.js";
import { closeSorting, closeVoting, openSorting, openVoting, showVoting } from "./room.js";
import { Objections } from "./Theme.jsx";
import { Voices } from "./Voices.jsx";

/** As many dots as anybody may have in an area. */
const DOTS = 20;

/** `children` stand beside the names. */
export function Asking({ area, children }) {
  const { sorting, voting } = workshop.value;
  const labels = {
    sort: sorting ? t("The room sorts: {done} of {total}", { done: number(sorting.done), total: number(sorting.total) }) : t("Let the room sort"),
    vote: voting?.open ? t("The vote is on") : voting ? t("The vote is over") : t("Vote"),
    voices: t("Who was heard"),
  };
  const Part = { sort: Sorting, vote: Voting, voices: Voices }[opened.value];
  return (
    <section class="asking" aria-label={t("The room in the harvest")}>
      <div class="asking-names">
        {Object.entries(labels).map(([name, label]) => (
          <Button
            key={name}
            class={(name === "sort" && sorting) || (name === "vote" && voting?.open) ? "asking-on" : ""}
            aria-expanded={opened.value === name ? "true" : "false"}
            aria-controls="asking-part"
            onClick={() => (opened.value = opened.value === name ? "" : name)}
          >
            {label}
          </Button>
        ))}
        {children}
      </div>
      <div id="asking-part" class={Part ? "panel asking-part" : ""}>
        {Part && <Part area={area} />}
      </div>
    </section>
  );
}

/** Whether an area is among some, and what they are called. */
function titles(ids) {
  return list(areasOf(workshop.value).filter(({ id }) => ids.includes(id)).map(({ title }) => title));
}

function Sorting({ area }) {
  const { sorting } = workshop.value;
  const several = areasOf(workshop.value).length > 1;
  return (
    <div class="asking-body">
      <p>{t("Every phone shows one idea at a time and asks where it belongs: one tap each, and the ideas on the wall move to where the room sees them. What you placed or named stays.")}</p>
      {sorting && <Progress sorting={sorting} />}
      <div class="asking-actions">
        {!sorting?.areas.includes(area) && (
          <Button icon="play" onClick={() => openSorting(area)}>
            {t("Let the room sort this area")}
          </Button>
        )}
        {several && areasOf(workshop.value).some(({ id }) => !sorting?.areas.includes(id)) && <Button onClick={() => openSorting()}>{t("All areas")}</Button>}
        {sorting && (
          <Button icon="stop" onClick={closeSorting}>
            {t("Stop the sorting")}
          </Button>
        )}
      </div>
    </div>
  );
}

/** How far the room is: a bar, and in words. The words are read out when somebody goes there, not with every tap. */
function Progress({ sorting }) {
  const { answers, people } = answersOf(desk.value);
  const phones = Object.keys(connected.value).length;
  return (
    <div class="asking-progress">
      <label for="asking-sorted">
        {t("{done} of {total} ideas have a sure place", { done: number(sorting.done), total: number(sorting.total) })} <span class="quiet">({titles(sorting.areas)})</span>
      </label>
      <progress id="asking-sorted" max={Math.max(1, sorting.total)} value={sorting.done} />
      <p class="quiet">
        {n("{count} answer so far", "{count} answers so far", answers)} · {n("{count} person takes part", "{count} people take part", people)} · {n("{count} phone connected", "{count} phones connected", phones)}
      </p>
    </div>
  );
}

function Voting({ area }) {
  const { voting } = workshop.value;
  return (
    <div class="asking-body">
      {voting?.open && <Open voting={voting} />}
      {!voting && <Opening area={area} />}
      {voting && (
        <div class="asking-actions">
          {voting.open && (
            <Button icon="stop" onClick={closeVoting}>
              {t("Close the vote")}
            </Button>
          )}
          <Button icon={voting.hidden ? "screen" : "hidden"} onClick={() => showVoting(voting.hidden)}>
            {voting.hidden ? t("Show the results to the room") : t("Hide the results again")}
          </Button>
        </div>
      )}
      {voting && (voting.areas.includes(area) ? <Results area={area} /> : <p class="empty">{t("This area is not voted on.")}</p>)}
      {voting && (
        <details>
          <summary>{voting.open ? t("Change the vote") : t("Vote again")}</summary>
          <Opening area={area} voting={voting} />
        </details>
      )}
    </div>
  );
}

function Open({ voting }) {
  return (
    <p>
      {n("The room votes with {count} dot in each area.", "The room votes with {count} dots in each area.", voting.dots)} <span class="quiet">({titles(voting.areas)})</span>{" "}
      {voting.named ? t("Whoever can’t accept a theme is named.") : t("Nobody is named.")} {voting.hidden ? t("Only you see the results so far.") : t("Everybody sees the results as they come.")}
    </p>
  );
}

/** How the vote will be, and opening it. What was chosen last is there again. */
function Opening({ area, voting }) {
  const dots = useSignal(String(voting?.dots ?? 3));
  const named = useSignal(voting?.named ?? false);
  const hidden = useSignal(voting?.hidden ?? true);
  const error = useSignal("");
  const start = async (areas) => {
    const count = /^\d+$/.test(dots.value.trim()) ? Number(dots.value) : 0;
    if (count < 1 || count > DOTS) error.value = t("Write a whole number, from 1 to {limit}.", { limit: DOTS });
    else error.value = (await openVoting({ ...areas, dots: count, named: named.value, hidden: hidden.value }))?.message ?? "";
  };
  return (
    <form
      class="asking-form"
      onSubmit={(event) => {
        event.preventDefault();
        start({ area });
      }}
    >
      <p>{t("Everybody has dots to put on the themes that matter most, and may say what they can’t accept, and why.")}</p>
      <Field
        label={t("Dots for everybody, in each area")}
        class="field-short"
        inputmode="numeric"
        value={dots.value}
        error={error.value}
        onInput={(text) => {
          dots.value = text;
          error.value = "";
        }}
      />
      <label class="check-label">
        <input type="checkbox" checked={hidden.value} onChange={(event) => (hidden.value = event.currentTarget.checked)} />
        {t("Nobody but you sees results until you show them")}
      </label>
      <label class="check-label">
        <input type="checkbox" checked={named.value} onChange={(event) => (named.value = event.currentTarget.checked)} />
        {t("Show the names of those who can’t accept a theme; the phones say so")}
      </label>
      <div class="asking-actions">
        <Button type="submit" look={voting ? "" : "main"} icon="play">
          {t("Open the vote on this area")}
        </Button>
        {areasOf(workshop.value).length > 1 && <Button onClick={() => start({})}>{t("On all areas")}</Button>}
      </div>
    </form>
  );
}

/** The area's themes with their dots and with whatever somebody can't accept. */
function Results({ area }) {
  return (
    <div class="results" role="group" aria-label={t("Results")}>
      <p class="quiet">{n("{count} person has voted", "{count} people have voted", votersOf(desk.value))}</p>
      <ol class="results-list">
        {resultsOf(desk.value, area).map(({ id, title, dots, share, objections }) => (
          <li key={id}>
            <p class="results-theme">
              <span>{title}</span> <strong>{n("{count} dot", "{count} dots", dots)}</strong>
            </p>
            <div class="results-bar" style={{ "--share": share }} aria-hidden="true" />
            <Objections objections={objections} />
          </li>
        ))}
      </ol>
    </div>
  );
}
