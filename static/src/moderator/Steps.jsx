// What moderators did last, wherever they sit: a list with the time, and a word when somebody else has done something. steps.js says
// what can be taken back.

import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Button } from "../shared/components/Button.jsx";
import { say } from "../shared/components/Notice.jsx";
import { n, t, time } from "../shared/strings.js";
import { request } from "./api.js";
import { ask, consoleId, desk, link, workshop } from "./desk.js";
import { callOf } from "./gather.js";
import { news, told, wayBackOf } from "./steps.js";
import { Tool } from "./Tool.jsx";

/** After something has changed it is looked at once within this time, in ms: a round changes something many times a second. */
const LOOK_MS = 4000;

const steps = signal([]);
/** Up to which entry this console knows what others did; -1 before the first look. */
let known = -1;
let looking = false;

async function look() {
  const { ok, data } = await request("GET", "/steps");
  if (!ok) return;
  steps.value = told(data.steps, consoleId);
  const others = known < 0 ? [] : news(steps.value, known);
  known = steps.value[0]?.seq ?? 0;
  if (others.length === 1) say(t("Another moderator: {step}", { step: sentence(others[0]) }));
  if (others.length > 1) say(n("Another moderator has taken {count} step. They stand under “Latest steps”.", "Other moderators have taken {count} steps. They stand under “Latest steps”.", others.length));
}

function lookSoon() {
  if (looking) return;
  looking = true;
  setTimeout(() => {
    looking = false;
    if (link.status.peek() === "online") look();
  }, LOOK_MS);
}

export function Steps() {
  useEffect(() => {
    look();
    const stops = [workshop.subscribe(lookSoon), desk.subscribe(lookSoon)];
    return () => stops.forEach((stop) => stop());
  }, []);
  return (
    <Tool word={t("Latest steps")} label={t("Latest steps")} icon="clock" onOpen={look}>
      <p class="quiet">{t("What moderators did last, at every console.")}</p>
      {steps.value.length === 0 ? (
        <p class="empty">{t("Nothing yet.")}</p>
      ) : (
        <ol class="steps">
          {steps.value.map((step) => (
            <Row key={step.seq} step={step} />
          ))}
        </ol>
      )}
    </Tool>
  );
}

function Row({ step }) {
  const back = wayBackOf(step, workshop.value, desk.value);
  const words = sentence(step);
  const undo = async () => {
    if ((await ask(back.type, back.fields)).ok) look();
  };
  return (
    <li class="steps-row">
      <time dateTime={new Date(step.at).toISOString()}>{time(step.at)}</time>
      <span>
        {words} {!step.own && <span class="quiet">{t("by another moderator")}</span>}
      </span>
      {back && (
        <Button look="plain" icon="back" aria-label={t("Undo: {step}", { step: words })} onClick={undo}>
          {t("Undo")}
        </Button>
      )}
    </li>
  );
}

/** A step in words. One without words of its own is a change to what its first half names. */
function sentence({ type, of, count }) {
  const table = workshop.value.tables[of.table]?.number ?? "";
  const { round } = of;
  const name = callOf(desk.value, of.participant) || t("somebody");
  const idea = desk.value.ideas[of.idea]?.number ?? "";
  const article = of.article?.slice(1) ?? "";
  const said = {
    "workshop.created": () => t("Workshop created"),
    "workshop.edited": () => t("Title changed"),
    "workshop.closed": () => t("Workshop closed"),
    "workshop.reopened": () => t("Workshop opened again"),
    "participant.joined": () => n("{count} person put on the list", "{count} people put on the list", count),
    "participant.left": () => t("{name} marked as gone", { name }),
    "participant.returned": () => t("{name} is here again", { name }),
    "participant.erased": () => t("Personal data erased"),
    "seats.dealt": () => t("Seats dealt"),
    "seats.proposed": () => t("Seats planned, not dealt yet"),
    "seats.discarded": () => t("Plan of the seats thrown away"),
    "host.appointed": () => t("{name} hosts table {table}", { name, table }),
    "host.released": () => t("Table {table} without a host", { table }),
    "table.added": () => t("Table {table} added", { table }),
    "table.dropped": () => t("A table removed"),
    "table.closed": () => t("Table {table} closed", { table }),
    "table.reopened": () => t("Table {table} opened again", { table }),
    "area.dropped": () => t("An area left out"),
    "area.restored": () => t("An area brought back"),
    "round.added": () => t("Round {round} added", { round }),
    "round.dropped": () => t("Round {round} removed", { round }),
    "round.opened": () => t("Round {round} started", { round }),
    "round.extended": () => t("More time for round {round}", { round }),
    "round.paused": () => t("Round {round} paused", { round }),
    "round.resumed": () => t("Round {round} goes on", { round }),
    "round.closed": () => t("Round {round} closed", { round }),
    "round.skipped": () => t("Round {round} left out", { round }),
    "harvest.opened": () => t("Harvest begun"),
    "idea.posted": () => t("Idea {idea} typed in", { idea }),
    "idea.hidden": () => t("Idea {idea} hidden", { idea }),
    "idea.restored": () => t("Idea {idea} shown again", { idea }),
    "idea.blanked": () => t("The text of an idea erased"),
    "idea.placed": () => n("{count} idea moved", "{count} ideas moved", count),
    "theme.made": () => t("A theme made"),
    "theme.named": () => t("A theme named"),
    "theme.merged": () => t("Two themes merged"),
    "theme.emptied": () => t("A theme dissolved"),
    "themes.suggested": () => t("Themes suggested"),
    "sorting.opened": () => t("The room sorts"),
    "sorting.closed": () => t("Sorting stopped"),
    "voting.opened": () => t("Vote opened"),
    "voting.closed": () => t("Vote closed"),
    "charter.drafted": () => t("Charter drafted"),
    "article.reworded": () => t("Article {article} reworded", { article }),
    "article.dropped": () => t("Article {article} taken out", { article }),
    "article.restored": () => t("Article {article} put back", { article }),
    "article.merged": () => t("Article {article} merged into another", { article }),
    "article.split": () => t("Article {article} split", { article }),
    "article.unmerged": () => t("Merging of article {article} undone", { article }),
    "article.unsplit": () => t("Splitting of article {article} undone", { article }),
    "agreement.opened": () => t("Charter put to the room"),
    "agreement.closed": () => t("Answers closed"),
    "results.shared": () => t("Results shared"),
    "message.sent": () => t("Message sent"),
  };
  return (said[type] ?? generally[type.split(".")[0]] ?? generally.workshop)();
}

const generally = {
  table: () => t("A table changed"),
  round: () => t("A round changed"),
  participant: () => t("A person's details changed"),
  seat: () => t("A seat changed by hand"),
  proposal: () => t("A seat changed by hand"),
  request: () => t("A request about seats changed"),
  idea: () => t("An idea changed"),
  ideas: () => t("Ideas let through or held back"),
  theme: () => t("A theme changed"),
  article: () => t("An article changed"),
  articles: () => t("Articles put in order"),
  workshop: () => t("Something in the workshop changed"),
};
