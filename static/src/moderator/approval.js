// What the moderator does with ideas that wait, each with its way back.

import { n, t } from "../shared/strings.js";
import { aloud, ask, desk } from "./desk.js";
import { waitingOf } from "./gather.js";
import { askUndoably, remember } from "./undo.js";

const idsOf = (ideas) => ideas.map(({ id }) => id);

/** Let new ideas wait, or no longer; what waits then is let through. */
export async function switchApproval(on) {
  const ideas = idsOf(waitingOf(desk.peek()));
  if (!(await ask("approval.switch", { on })).ok) return;
  remember(on ? t("Undo reading first") : t("Undo no longer reading first"), async () => {
    const ack = await ask("approval.switch", { on: !on });
    if (ack.ok && ideas.length) await ask("ideas.withhold", { ideas });
  });
}

/** Let these ideas through as they stand on the screen now. */
export async function approve(waiting) {
  const ideas = idsOf(waiting);
  const until = Math.max(...waiting.map((idea) => idea.waiting_since));
  if (!(await ask("ideas.approve", { ideas, until })).ok) return;
  const [{ number }, { length: count }] = [waiting[0], waiting];
  aloud.value = count === 1 ? t("Idea {number} is let through.", { number }) : n("{count} idea is let through.", "{count} ideas are let through.", count);
  const label = count === 1 ? t("Undo letting idea {number} through", { number }) : n("Undo letting {count} idea through", "Undo letting {count} ideas through", count);
  remember(label, () => ask("ideas.withhold", { ideas }));
}

/** Hide an idea that waits; taken back, it waits on. */
export async function hideWaiting({ id, number }) {
  const ack = await askUndoably("idea.hide", { idea: id }, { label: t("Undo hiding idea {number}", { number }), type: "idea.restore" });
  if (ack.ok) aloud.value = t("Idea {number} is hidden. Only its author still sees it.", { number });
}
