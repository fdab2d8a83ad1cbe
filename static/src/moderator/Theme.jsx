// One theme: its title, its ideas, what was voted and who was heard, and what can be done with it. As a card or in the outline.

import { useComputed, useSignal } from "@preact/signals";
import { Button } from "../shared/components/Button.jsx";
import { Icon } from "../shared/components/Icon.jsx";
import { IdeaText } from "../shared/components/IdeaText.jsx";
import { n, t } from "../shared/strings.js";
import { desk, workshop } from "./desk.js";
import { dragging } from "./drag.js";
import { Editable } from "./Editable.jsx";
import { Ideas } from "./Ideas.jsx";
import { folded, matches } from "./marks.js";
import { empty, merge, rename } from "./moves.js";
import { groupId, look, outline, titlesOnly, wanted } from "./places.js";
import { showOnBoard } from "./Showing.jsx";
import { Heard } from "./Voices.jsx";

/** So many ideas of a theme are shown before one asks for all: with forty themes the page stays one that can be looked over. */
const SHOWN_FIRST = 5;

/** A list of ideas that things can be dropped on; `theme` is "" for the ideas in none; `shown` are the ideas to draw. */
export function Group({ theme = "", area, class: extra = "", title, count, shown, head, children }) {
  const over = useComputed(() => Boolean(theme || area) && dragging.value?.over === theme);
  const id = groupId(theme, area);
  return (
    <section id={id} tabIndex={-1} class={`panel group ${extra} ${over.value ? "group-over" : ""}`} data-theme-drop={theme} data-scrolls={theme ? undefined : ""} aria-labelledby={`title-${id}`}>
      <h2 id={`title-${id}`} class={`group-title ${head ? "unseen" : ""}`}>
        {title} <span class="quiet">({n("{count} idea", "{count} ideas", count)})</span>
      </h2>
      {head}
      {shown.length > 0 && <Ideas ideas={shown} group={theme} area={area} drags />}
      {children}
    </section>
  );
}

/** A theme as a card. */
export function Theme({ theme, others }) {
  const all = useSignal(false);
  const found = folded(theme.ideas.filter((idea) => matches(idea, look.value)));
  const few = look.value || found.length <= SHOWN_FIRST + 1;
  const shown = titlesOnly.value ? [] : few || all.value ? found : found.slice(0, SHOWN_FIRST);
  const head = (
    <>
      <Title theme={theme} />
      <Facts theme={theme} />
      <Votes theme={theme} />
    </>
  );
  return (
    <Group theme={theme.id} area={theme.area} title={theme.title} count={theme.ideas.length} shown={shown} head={head}>
      {theme.ideas.length === 0 && <p class="empty">{t("No idea is here yet. Drag one in, or dissolve the theme.")}</p>}
      {!titlesOnly.value && !few && (
        <Button look="plain" size="wide" aria-expanded={all.value ? "true" : "false"} onClick={() => (all.value = !all.value)}>
          {all.value ? t("Show fewer") : n("Show {count} more", "Show {count} more", found.length - SHOWN_FIRST)}
        </Button>
      )}
      <Actions theme={theme} others={others} />
    </Group>
  );
}

/** The title, changed where it stands. */
export function Title({ theme }) {
  return <Editable name={`theme/${theme.id}`} wraps label={t("Theme")} class="theme-title" value={theme.title} save={(title) => rename(theme.id, title)} />;
}

/** How many ideas, whose it is, and how many people were heard in it. */
export function Facts({ theme }) {
  const support = theme.ideas.reduce((sum, idea) => sum + idea.support, 0);
  return (
    <div class="theme-facts">
      <p class="quiet">
        {n("{count} idea", "{count} ideas", theme.ideas.length)} {support > 0 && <> · {n("{count} support", "{count} supports", support)}</>} · {theme.kept ? t("yours") : t("suggested")}
      </p>
      <Heard heard={desk.value.voices?.themes?.[theme.id]} />
    </div>
  );
}

/** Dots, and whoever can't accept it, in their own words: a minority's view is never folded away. */
export function Votes({ theme }) {
  const objections = theme.objections ?? [];
  if (!theme.dots && !objections.length) return null;
  return (
    <div class="theme-votes">
      <p>
        <strong>{n("{count} dot", "{count} dots", theme.dots)}</strong>
      </p>
      <Objections objections={objections} />
    </div>
  );
}

/** Why some can't accept a theme; with their names only where the vote was opened with names. */
export function Objections({ objections }) {
  if (!objections.length) return null;
  return (
    <div class="objections">
      <p class="objections-count">
        <Icon name="warning" />
        {n("{count} person can’t accept it:", "{count} people can’t accept it:", objections.length)}
      </p>
      <ul>
        {objections.map(({ reason, by }, index) => (
          <li key={`${reason} ${index}`}>
            <IdeaText text={reason} as="span" />
            {by && <span class="quiet"> ({by})</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Merging, dissolving, showing large. The theme is gone after the first two, so the focus goes where its ideas are. */
export function Actions({ theme, others }) {
  const into = useSignal("");
  const targets = others.filter((other) => other.id !== theme.id);
  const possible = targets.some((other) => other.id === into.value);
  const lit = workshop.value.spotlight?.theme === theme.id;
  const go = async () => {
    if (!possible) return;
    const goal = groupId(into.value);
    if (await merge(theme.id, into.value)) wanted.value = goal;
  };
  const dissolve = async () => {
    if (await empty(theme.id)) wanted.value = groupId("", theme.area);
  };
  return (
    <div class="theme-actions">
      <details class="theme-more">
        <summary>{outline.value ? t("Rename, merge or dissolve") : t("Merge or dissolve")}</summary>
        {outline.value && <Title theme={theme} />}
        {targets.length > 0 && (
          <div class="theme-merge">
            <select class="input" aria-label={t("Merge “{title}” into", { title: theme.title })} value={into.value} onChange={(event) => (into.value = event.currentTarget.value)}>
              <option value="">{t("choose a theme")}</option>
              {targets.map((other) => (
                <option key={other.id} value={other.id}>
                  {other.title}
                </option>
              ))}
            </select>
            <Button disabled={!possible} onClick={go}>
              {t("Merge")}
            </Button>
          </div>
        )}
        <Button onClick={dissolve}>{t("Dissolve the theme")}</Button>
      </details>
      <Button
        look="plain"
        icon="screen"
        class="theme-show"
        aria-pressed={lit ? "true" : "false"}
        label={lit ? t("On the board: “{title}”", { title: theme.title }) : t("Show large on the board: “{title}”", { title: theme.title })}
        onClick={() => showOnBoard(lit ? "" : theme.id)}
      >
        {lit ? t("On the board") : t("Show large")}
      </Button>
    </div>
  );
}
