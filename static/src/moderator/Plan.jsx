// Who sits where, round by round: a plan to look at before anybody else sees it, or what was dealt; and changing it by hand.

import { computed, signal } from "@preact/signals";
import { Button } from "../shared/components/Button.jsx";
import { n, t } from "../shared/strings.js";
import { ByPerson, ByTable, Carried } from "./Chips.jsx";
import { desk, workshop } from "./desk.js";
import { figuresOf } from "./figures.js";
import { alone, discard, look, use, working } from "./jobs.js";
import { Picked } from "./Picked.jsx";
import { boundOf, brokenIn, movedPeople, reached, roundsIn } from "./plan.js";
import { people, proposal, requests, shown } from "./seating.js";

/** "tables" or "people": how the plan is laid out. */
const layout = signal("tables");
const open = signal(false);
const dealt = computed(() => desk.value.dealt);
const report = computed(() => proposal.value?.report ?? desk.value.deal);
const figures = computed(() => figuresOf(people.value, requests.value, shown.value));

export function Plan() {
  if (!proposal.value && !dealt.value) return null;
  return proposal.value ? (
    <section class="panel plan" aria-labelledby="plan">
      <h2 id="plan">{t("A plan to look at")}</h2>
      <p>{t("Phones and board show nothing of it until you use it.")}</p>
      <Reached />
      {workshop.value.phase === "round" && <Deciding />}
      <Laid />
    </section>
  ) : (
    <details class="panel plan" open={open.value} onToggle={(event) => (open.value = event.currentTarget.open)}>
      <summary>{t("Who sits where, round by round")}</summary>
      {open.value && <Reached />}
      {open.value && roundsIn(shown.value).length > 0 && <Laid />}
    </details>
  );
}

/** While a round is going on, the bar has another step; between rounds these stand there. */
function Deciding() {
  const busy = working.value ? "true" : undefined;
  const run = (name, work) => () => !busy && alone(name, work);
  return (
    <div class="tools">
      <Button look="main" aria-disabled={busy} onClick={run("use", use)}>
        {t("Use this plan")}
      </Button>
      <Button aria-disabled={busy} onClick={run("look", () => look(() => {}))}>
        {t("Plan again")}
      </Button>
      <Button aria-disabled={busy} onClick={run("discard", discard)}>
        {t("Throw the plan away")}
      </Button>
    </div>
  );
}

/** One sentence of what a plan reached. */
function sentence({ name, count }) {
  return {
    nobody_twice: t("Nobody meets anyone twice."),
    pairs_twice: n("{count} pair meets twice.", "{count} pairs meet twice.", count),
    pairs_again: n("{count} pair meets more than once.", "{count} pairs meet more than once.", count),
    fewer_impossible: t("Fewer is impossible."),
    fewer_than_impossible: n("None at all is impossible.", "Fewer than {count} is impossible.", count),
    fewer_repeats_impossible: n("No repeat at all is impossible.", "Fewer than {count} repeated meetings are impossible.", count),
    sectors_even: t("Every sector is spread evenly over the tables."),
    sectors_off: n("{count} seat is off an even spread of the sectors.", "{count} seats are off an even spread of the sectors.", count),
    colleagues_apart: t("Colleagues sit apart in every round."),
    colleagues_together: n("Two colleagues share a table {count} time.", "Two colleagues share a table {count} times.", count),
  }[name];
}

function Reached() {
  const here = Object.values(people.value).filter((person) => person.status === "present");
  const told = { sectors: here.some((person) => person.sector), institutions: here.some((person) => person.institution) };
  const broken = Object.values(requests.value).filter((request) => brokenIn(request, shown.value).length > 0).length;
  const moved = proposal.value && dealt.value ? movedPeople(people.value, proposal.value.seats) : null;
  return (
    <ul class="reached">
      {reached(figures.value, boundOf(report.value, figures.value), told).map((each) => (
        <li key={each.name}>{sentence(each)}</li>
      ))}
      {broken > 0 && <li class="reached-not">{n("{count} request is not kept.", "{count} requests are not kept.", broken)}</li>}
      {moved !== null && <li>{moved ? n("{count} person would sit elsewhere than phones show now.", "{count} people would sit elsewhere than phones show now.", moved) : t("Everybody keeps the places that phones show now.")}</li>}
    </ul>
  );
}

function Laid() {
  const choose = (name) => () => (layout.value = name);
  return (
    <>
      <div class="areas" role="group" aria-label={t("Show the plan")}>
        <Button aria-pressed={layout.value === "tables" ? "true" : "false"} onClick={choose("tables")}>
          {t("By table")}
        </Button>
        <Button aria-pressed={layout.value === "people" ? "true" : "false"} onClick={choose("people")}>
          {t("By person")}
        </Button>
      </div>
      <p class="quiet">{t("Press a person to move or pin that place; press two people of a round to let them change places. Whoever is pinned stays there when you plan again.")}</p>
      <div class="scroll" tabIndex={0} role="region" aria-label={t("The plan")}>
        {layout.value === "tables" ? <ByTable /> : <ByPerson />}
      </div>
      <Picked />
      <Carried />
    </>
  );
}
