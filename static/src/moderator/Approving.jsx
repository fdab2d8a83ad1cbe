// Approve first: the switch, and what waits for the moderator, to be let through or hidden one by one, or all at once.

import { useLayoutEffect, useRef } from "preact/hooks";
import { Button } from "../shared/components/Button.jsx";
import { IdeaText } from "../shared/components/IdeaText.jsx";
import { n, t } from "../shared/strings.js";
import { approve, hideWaiting, switchApproval } from "./approval.js";
import { desk, workshop } from "./desk.js";
import { waitingOf } from "./gather.js";

export function Approving() {
  const waiting = waitingOf(desk.value);
  const on = Boolean(desk.value.approve_first);
  const { heading, list, leave } = useFocusThatGoesOn(waiting);
  return (
    <section class="panel approving" aria-labelledby="approving">
      <h2 id="approving" ref={heading} tabIndex={-1}>
        {waiting.length > 0 ? n("{count} idea waits for you", "{count} ideas wait for you", waiting.length) : t("Read first")}
      </h2>
      <label class="check-label">
        <input type="checkbox" checked={on} onChange={(event) => switchApproval(event.currentTarget.checked)} />
        {t("New ideas wait until you let them through")}
      </label>
      <p class="quiet">{t("Their own table sees them at once; the board and the rest of the room only then.")}</p>
      {waiting.length > 0 && (
        <>
          <ul ref={list} class="table-ideas">
            {waiting.map((idea) => (
              <Waiting key={idea.id} idea={idea} leave={leave} />
            ))}
          </ul>
          <Button icon="check" onClick={() => approve(waiting)}>
            {n("Let {count} idea through", "Let all {count} ideas through", waiting.length)}
          </Button>
        </>
      )}
    </section>
  );
}

function Waiting({ idea, leave }) {
  const { number } = idea;
  const decide = (act) => () => {
    leave(idea.id);
    act();
  };
  return (
    <li class="table-idea">
      <IdeaText text={idea.text} />
      <div class="idea-foot quiet">
        <span class="idea-facts">
          {t("No. {number}", { number })} · {t("Table {number}", { number: workshop.value.tables[idea.table]?.number ?? "" })}
        </span>
        <Button icon="check" onClick={decide(() => approve([idea]))} aria-label={t("Let through: idea {number}", { number })}>
          {t("Let through")}
        </Button>
        <Button look="plain" icon="hidden" onClick={decide(() => hideWaiting(idea))} aria-label={t("Hide idea {number}", { number })}>
          {t("Hide")}
        </Button>
      </div>
    </li>
  );
}

/** When the row one has just decided on is gone, the focus goes on to the next one, so that one key is enough for each; from the last to the heading. */
function useFocusThatGoesOn(waiting) {
  const [heading, list, left] = [useRef(null), useRef(null), useRef(null)];
  const ids = waiting.map(({ id }) => id).join(" ");
  useLayoutEffect(() => {
    if (!left.current || waiting.some(({ id }) => id === left.current.id)) return;
    const rows = list.current?.children ?? [];
    const next = rows[Math.min(left.current.place, rows.length - 1)];
    (next?.querySelector("button") ?? heading.current).focus();
    left.current = null;
  }, [ids]);
  const leave = (id) => (left.current = { id, place: waiting.findIndex((idea) => idea.id === id) });
  return { heading, list, leave };
}
