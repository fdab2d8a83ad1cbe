import { Countdown } from "../shared/components/Countdown.jsx";
import { Icon } from "../shared/components/Icon.jsx";
import { IdeaText } from "../shared/components/IdeaText.jsx";
import { remaining } from "../shared/clock.js";
import { n, number, t, typeset } from "../shared/strings.js";
import { tongueOf } from "../shared/translations.js";
import { Rotating } from "./Rotating.jsx";
import { TableHead, Tables, usePages } from "./Tables.jsx";
import { WayIn } from "./WayIn.jsx";
import { tables, workshop } from "./wall.js";

/** On so many tablecloths at once, what was written can be read. */
const AT_ONCE = 16;

/** The talk as it grows: question, clock, every tablecloth with its newest ideas large. */
export function Round() {
  const { rounds, round, format } = workshop.value;
  const held = rounds[round];
  const { page, place } = usePages(tables.value, AT_ONCE);
  const count = page.length;
  const asks = format === "stations" && count <= 6;
  const about = workshop.value.areas[held.area]?.title;
  const title = t("Round {round} of {rounds}", { round, rounds: Object.keys(rounds).length });
  return (
    <main class="picture">
      <div class="head">
        <div>
          {held.question && (
            <p class="question-area">
              {title}
              {about && (
                <>
                  {" · "}
                  <span lang={tongueOf(workshop.value, about)}>{about}</span>
                </>
              )}
            </p>
          )}
          <h1 class={held.question ? `question ${sizeFor(held.question)}` : ""} lang={tongueOf(workshop.value, held.question)}>
            {typeset(held.question) || title}
          </h1>
        </div>
        <div class="wall-time">
          <Countdown closesAt={held.closes_at} pausedAt={held.paused_at} announce class="wall-clock" />
          {remaining(held.closes_at, held.paused_at) === 0 && <p aria-hidden="true">{t("Time is up.")}</p>}
        </div>
        {place}
        <WayIn />
      </div>
      <Runner held={held} />
      <Tables tables={page}>
        {(table) => <Cloth table={table} question={asks ? table.question : ""} most={count <= 4 ? 14 : count <= 9 ? 10 : 6} />}
      </Tables>
    </main>
  );
}

/** How small a question has to be, so that all of it has room. */
function sizeFor({ length }) {
  if (length > 240) return "question-longest";
  return length > 120 ? "question-long" : "";
}

/** The time left as a table runner that is being rolled up; the clock says the same in figures. */
function Runner({ held }) {
  const whole = held.closes_at - held.opened_at;
  return (
    <div class="runner" aria-hidden="true">
      <div class="runner-left cloth cloth-gingham" style={{ "--left": whole > 0 ? remaining(held.closes_at, held.paused_at) / whole : 0 }}>
        <div class="cloth-hem" />
      </div>
    </div>
  );
}

function Cloth({ table, question, most }) {
  const count = table.ideas.length;
  return (
    <>
      <TableHead table={table} name={t("Table {number}", { number: table.number })}>
        <p class="table-count">
          <Icon name="speech" />
          <span aria-hidden="true">{number(count)}</span>
          <span class="unseen">{n("{count} idea", "{count} ideas", count)}</span>
        </p>
      </TableHead>
      {question && (
        <p class="table-question" lang={tongueOf(workshop.peek(), question)}>
          {typeset(question)}
        </p>
      )}
      <Rotating items={table.ideas} pinned={1} delay={table.number * 700} most={most} class="talk">
        {([id, idea], place) => (
          <li key={id} class={`said ${place === 0 ? "said-newest" : ""}`}>
            <IdeaText text={idea.text} />
            <Same count={idea.same} />
            <Support count={idea.support} />
          </li>
        )}
      </Rotating>
    </>
  );
}

/** How often the same was said, where it was said more than once. */
export function Same({ count }) {
  return count > 1 && <span class="said-same">{n("said {count} time", "said {count} times", count)}</span>;
}

/** How many hands were raised. */
export function Support({ count }) {
  return (
    count > 0 && (
      <span class="said-support">
        <Icon name="hand" />
        <span aria-hidden="true">{number(count)}</span>
        <span class="unseen">{n("{count} person supports it", "{count} people support it", count)}</span>
      </span>
    )
  );
}
