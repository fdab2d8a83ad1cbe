// One idea among the themes: its words, what is known about its place, and what can be done with it. The same on cards and in the outline.

import { useComputed, useSignal } from "@preact/signals";
import { Button } from "../shared/components/Button.jsx";
import { IdeaText } from "../shared/components/IdeaText.jsx";
import { n, t } from "../shared/strings.js";
import { dragFrom, dragging } from "./drag.js";
import { idsOf, sureness } from "./marks.js";
import { accept, meant, move, pick, picked } from "./moves.js";
import { groupId, moving, wanted } from "./places.js";
import { askUndoably } from "./undo.js";

/** The ideas of one list, each followed by the one that gets the focus when it has gone. `drags`: with mouse and finger, too. */
export function Ideas({ ideas, group, area, drags }) {
  return (
    <ul class="group-ideas">
      {ideas.map((idea, index) => (
        <Sortable key={idea.id} idea={idea} group={group} area={area} next={(ideas[index + 1] ?? ideas[index - 1])?.id} drags={drags} />
      ))}
    </ul>
  );
}

/** One idea: picked with its checkbox, moved with its button, or dragged; with all that say the same, as long as these are folded. */
function Sortable({ idea, group, area, next, drags }) {
  const spread = useSignal(false);
  const same = idea.same ?? [];
  const ids = spread.value ? [idea.id] : idsOf(idea);
  const unsure = sureness(idea) === "unsure";
  const id = `pick-${idea.id}`;
  const dragged = useComputed(() => Boolean(dragging.value?.ids.includes(idea.id)));
  const on = useComputed(() => picked.value.has(idea.id));
  const after = next ? `pick-${next}` : groupId(group, area);
  const begin = drags && ((event) => dragFrom(event, ids, (what, theme) => move(meant(what), theme)));
  const marks = [dragged.value && "sortable-dragged", on.value && "sortable-picked", unsure && "sortable-unsure", idea.new && "sortable-new"];
  return (
    <>
      <li class={["sortable", ...marks].filter(Boolean).join(" ")} onPointerDown={begin || undefined}>
        <span class={drags ? "handle" : "handle handle-none"} data-handle aria-hidden="true" />
        <label class="sortable-pick" for={id}>
          <input id={id} type="checkbox" checked={on.value} onChange={(event) => pick(ids, event.currentTarget.checked)} />
          <IdeaText text={idea.text} as="span" />
        </label>
        <Facts idea={idea} />
        <div class="sortable-actions">
          {same.length > 0 && (
            <Button look="plain" aria-expanded={spread.value ? "true" : "false"} onClick={() => (spread.value = !spread.value)}>
              {spread.value ? t("Show as one") : n("Said {count} time: show all", "Said {count} times: show all", same.length + 1)}
            </Button>
          )}
          {idea.new && <Accept idea={idea} after={id} />}
          {idea.hidden ? (
            <Button look="plain" aria-label={t("Show again: idea {number}", { number: idea.number })} onClick={() => showAgain(idea)}>
              {t("Show again")}
            </Button>
          ) : (
            <Button look="plain" aria-label={moveLabel(idea, ids)} onClick={() => (moving.value = { ideas: meant(ids), area, after })}>
              {t("Move")}
            </Button>
          )}
        </div>
      </li>
      {spread.value && same.map((other) => <Sortable key={other.id} idea={other} group={group} area={area} next={idea.id} drags={drags} />)}
    </>
  );
}

function moveLabel({ number }, ids) {
  if (ids.length === 1) return t("Move idea {number}", { number });
  return t("Move idea {number} and what says the same, {count} in all", { number, count: ids.length });
}

function showAgain(idea) {
  return askUndoably("idea.restore", { idea: idea.id }, { type: "idea.hide", label: t("Undo showing idea {number} again", { number: idea.number }) });
}

/** Leaves one new idea where it was placed; the button is gone then, so the focus goes to the idea itself. */
export function Accept({ idea, after }) {
  const go = async () => {
    if (await accept([idea])) wanted.value = after;
  };
  return (
    <Button look="plain" icon="check" aria-label={t("Leave it there: idea {number}", { number: idea.number })} onClick={go}>
      {t("Leave it there")}
    </Button>
  );
}

/** How sure a place is, in words first. */
export function sureWords(idea) {
  const percent = idea.confidence;
  const kind = sureness(idea);
  if (idea.new) {
    return {
      sure: t("new; sure that it belongs here ({percent}%)", { percent }),
      likely: t("new; probably belongs here ({percent}%)", { percent }),
      unsure: t("new; here on a guess only ({percent}%)", { percent }),
    }[kind] ?? t("new");
  }
  return kind === "unsure" ? t("here on a guess only ({percent}%)", { percent: percent ?? 0 }) : "";
}

/** What is known about an idea; those folded under it count in its support. */
function Facts({ idea }) {
  const support = [idea, ...(idea.same ?? [])].reduce((sum, each) => sum + each.support, 0);
  const sure = sureWords(idea);
  return (
    <span class="sortable-facts quiet">
      {sure && <strong class="sortable-sure">{sure}</strong>}
      <span>
        {t("No. {number}", { number: idea.number })}
        {support > 0 && <> · {n("{count} support", "{count} supports", support)}</>}
        {idea.objects && <> · {t("speaks against another")}</>}
        {idea.hidden && <> · {t("hidden")}</>}
        {idea.placed_by === "moderator" && <> · {t("placed by hand")}</>}
        {idea.placed_by === "room" && <> · {t("placed by the room")}</>}
      </span>
    </span>
  );
}
