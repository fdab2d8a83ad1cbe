// The phone: one thing at a time. Which one, says screen.js; each screen is a file of its own.

import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { Button } from "../shared/components/Button.jsx";
import { Mark } from "../shared/components/Mark.jsx";
import { Notices } from "../shared/components/Notice.jsx";
import { t } from "../shared/strings.js";
import { tongueOf } from "../shared/translations.js";
import { Connection } from "./Connection.jsx";
import { Join } from "./Join.jsx";
import { later } from "./later.jsx";
import { Go, Left, Stay, TableCard, Unseated, Wait } from "./Moving.jsx";
import { Round } from "./Round.jsx";
import { keepAboveKeyboard } from "./keyboard.js";
import { screenOf } from "./screen.js";
import { page } from "../shared/page.js";
import { cloth, declaring, link, person, tablet, workshop } from "./visit.js";

const Agreement = later("Agreement");
const Arrival = later("Arrival");
const Closed = later("Closed");
const Harvest = later("Harvest");
const Declaration = later("Declaration");
const Results = later("Results");
const Message = later("Message", "div");
const Myself = later("Myself", "div");
const Sorting = later("Sorting");
const Voting = later("Voting");

const SCREENS = { join: Join, left: Left, table: TableCard, wait: Wait, go: Go, stay: Stay, unseated: Unseated, round: Round, sort: Sorting, vote: Voting, agree: Agreement, harvest: Harvest, closed: Closed };

/** What a screen reader hears, and the tab shows, when the screen changes. */
function spoken({ name, table, round, here }, tables) {
  const number = tables?.[table]?.number;
  const said = {
    wait: t("You are in. Wait for the tables."),
    go: here ? t("Stay at table {number}", { number }) : t("Go to table {number}", { number }),
    stay: t("Stay at table {number}", { number }),
    unseated: t("You have no seat yet"),
    round: t("Round {round} is open at table {number}", { round, number }),
    sort: t("The room sorts the ideas: you are asked where some of them belong"),
    vote: t("The vote is on your phone"),
    agree: t("The draft charter is on your phone: say where you stand"),
    harvest: t("The rounds are over"),
    closed: t("The workshop is closed"),
  };
  return said[name] ?? "";
}

export function Phone() {
  const seatOpen = useSignal(false);
  const shown = screenOf(workshop.value, person.value);
  const Screen = SCREENS[shown.name];
  const said = spoken(shown, workshop.value?.tables);
  useEffect(() => keepAboveKeyboard(), []);
  useFocusOnNew(shown.name);
  useEffect(() => {
    document.title = [said, workshop.value?.title ?? "Obrus"].filter(Boolean).join(" · ");
  }, [said, workshop.value?.title]);
  return (
    <div class={`phone phone-${shown.name}`}>
      <header class="top">
        <Mark />
        <p class="top-title" lang={tongueOf(workshop.value, workshop.value?.title)}>
          {workshop.value?.title ?? "Obrus"}
        </p>
        {person.value?.participant && !tablet && (
          <Button
            look="plain"
            icon="person"
            class="top-person"
            label={t("You and your seat: number {number}", { number: person.value.number })}
            onClick={() => (seatOpen.value = true)}
          >
            {person.value.number}
          </Button>
        )}
      </header>
      <div class="band" aria-hidden="true" />
      <Connection />
      {person.value && (workshop.value?.message || cloth.value?.message) && <Message />}
      <Notices />
      <p class="unseen" role="status">
        {said}
      </p>
      <Place Screen={Screen} shown={shown} />
      {seatOpen.value && <Myself open={seatOpen.value} onClose={() => (seatOpen.value = false)} />}
    </div>
  );
}

/** What the address names: the results, the declaration, or else the one thing that is on now. */
function Place({ Screen, shown }) {
  if (location.hash.startsWith("#come=")) return <Arrival />;
  if (page.page === "results") return <Results />;
  if (!workshop.value || link.refusal.value?.code === "unknown_workshop") return <Looking />;
  if (page.page === "declaration") return <Declaration />;
  if (declaring.value && person.value) return <Declaration onBack={() => (declaring.value = false)} />;
  return Screen ? <Screen {...shown} /> : <Looking />;
}

/** When a screen goes away with the focus in it, the focus goes on to the next screen's heading; never out of what one types in. */
function useFocusOnNew(name) {
  const before = useRef(name);
  useEffect(() => {
    const lost = before.current !== "loading" && before.current !== name && document.activeElement === document.body;
    before.current = name;
    const heading = lost && document.querySelector("main h1");
    if (!heading) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }, [name]);
}

/** Nothing known yet, or nothing to be known: the server refuses this code. */
function Looking() {
  const refusal = link.refusal.value;
  return (
    <main class="page page-calm">
      <h1>{refusal ? t("This door is closed") : t("Looking for your workshop")}</h1>
      <p>{refusal ? refusal.message : t("One moment. If nothing happens, check that the phone is in the network of the room.")}</p>
      {refusal && (
        <a class="button" href="/">
          {t("Enter another code")}
        </a>
      )}
    </main>
  );
}
