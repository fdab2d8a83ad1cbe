// What the moderator asks the room to do in the harvest, each with its way back.

import { t } from "../shared/strings.js";
import { ask, workshop } from "./desk.js";
import { opened } from "./places.js";
import { remember } from "./undo.js";

/** Let the room sort an area, or without one all. Taking it back stops only what was begun by this. */
export async function openSorting(area = "") {
  const before = workshop.peek().sorting?.areas ?? [];
  if (!(await ask("sorting.open", area ? { area } : {})).ok) return;
  opened.value = "sort";
  remember(t("Undo letting the room sort"), async () => {
    await ask("sorting.close");
    for (const one of before) await ask("sorting.open", { area: one });
  });
}

/** The room sorts no more. */
export async function closeSorting() {
  const before = workshop.peek().sorting?.areas ?? [];
  if (!(await ask("sorting.close")).ok) return;
  remember(t("Undo stopping the sorting"), async () => {
    for (const area of before) await ask("sorting.open", { area });
  });
}

/** Open the vote; gives the refusal, or null. */
export async function openVoting(fields) {
  const ack = await ask("voting.open", fields, { quiet: true });
  if (!ack.ok) return ack.refusal;
  remember(t("Undo opening the vote"), () => ask("voting.close"));
  return null;
}

/** The vote is over; taking it back opens it as it was, with the dots that were spent. */
export async function closeVoting() {
  const { areas, dots, named, hidden } = workshop.peek().voting;
  if (!(await ask("voting.close")).ok) return;
  const all = areas.length > 1;
  remember(t("Undo closing the vote"), () => ask("voting.open", { dots, named, hidden, ...(all ? {} : { area: areas[0] }) }));
}

/** Show the room the results, or no longer. */
export async function showVoting(on) {
  if (!(await ask("voting.show", { on })).ok) return;
  remember(on ? t("Undo showing the results") : t("Undo hiding the results"), () => ask("voting.show", { on: !on }));
}
