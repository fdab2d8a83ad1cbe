// From ideas to themes: one area at a time. Ideas are dragged, or picked and moved by buttons; both do the same.

import { signal, useComputed, useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { Button } from "../shared/components/Button.jsx";
import { Dialog } from "../shared/components/Dialog.jsx";
import { Field } from "../shared/components/Field.jsx";
import { IdeaText } from "../shared/components/IdeaText.jsx";
import { n, t } from "../shared/strings.js";
import { ask, desk, workshop } from "./desk.js";
import { dragFrom, dragging } from "./drag.js";
import { Editable } from "./Editable.jsx";
import { areasOf, groupsOf } from "./gather.js";
import { alone, suggest, working } from "./jobs.js";
import { empty, make, meant, merge, move, pick, picked, unpick } from "./moves.js";
import { remember } from "./undo.js";

/** So many ideas of a theme are shown before one asks for all: with forty themes the page stays one that can be looked over. */
const SHOWN_FIRST = 5;
/** With more themes than this, the list to move to can be searched. */
const SEARCHED_FROM = 8;

/** Where the focus goes when what had it has moved away: an element's id, tried after each drawing until it is there. */
const wanted = signal("");

/** The area being worked on, and whether themes show their titles only; both outlive a look at another place. */
const chosen = signal("");
const titlesOnly = signal(false);

export function Themes() {
  const moving = useSignal(null);
  const areas = areasOf(workshop.value);
  const area = areas.some((each) => each.id === chosen.value) ? chosen.value : areas[0].id;
  const { themes, loose } = groupsOf(workshop.value, desk.value, area);
  useEffect(() => unpick, []);
  useWantedFocus();
  const choose = (id) => {
    unpick();
    chosen.value = id;
  };
  return (
    <div class="themes">
      <Areas areas={areas} current={area} choose={choose} />
      <Tools area={area} moving={moving} />
      <div class="sorting">
        <Group id="" class="loose" title={t("In no theme yet")} ideas={loose} shown={loose} moving={moving}>
          {loose.length === 0 && <p class="empty">{t("Every idea of this area is in a theme.")}</p>}
        </Group>
        <div class="board-of-themes">
          {themes.map((theme) => (
            <Theme key={theme.id} theme={theme} others={themes} moving={moving} />
          ))}
          {themes.length === 0 && <NoTheme any={loose.length > 0} />}
        </div>
      </div>
      <PickedBar moving={moving} />
      <Moving moving={moving} area={area} themes={themes} />
      <Ghost />
    </div>
  );
}

/** Put the focus where it is wanted, as soon as that is there; while a dialog is still closing, it would get the focus back. */
function useWantedFocus() {
  const goal = wanted.value;
  useEffect(() => {
    if (!goal) return undefined;
    let frame = 0;
    const attempt = () => {
      const target = document.getElementById(goal);
      if (document.querySelector("dialog[open]")) frame = requestAnimationFrame(attempt);
      else if (target) {
        wanted.value = "";
        target.focus();
      }
    };
    attempt();
    return () => cancelAnimationFrame(frame);
  });
}

function NoTheme({ any }) {
  return (
    <p class="panel empty">
      {any
        ? t("This area has no theme yet. Let the computer suggest some, or make one yourself: tick ideas that belong together and choose “Move to…”.")
        : t("Nobody has written anything for this area.")}
    </p>
  );
}

function Areas({ areas, current, choose }) {
  return (
    <div class="areas" role="group" aria-label={t("Area of the charter")}>
      {areas.map((area) => {
        const { themes, loose } = groupsOf(workshop.value, desk.value, area.id);
        return (
          <Button key={area.id} aria-pressed={area.id === current ? "true" : "false"} onClick={() => choose(area.id)}>
            <span class="area">
              {area.title}
              <span class="quiet">
                {n("{count} theme", "{count} themes", themes.length)} · {n("{count} idea in none", "{count} ideas in none", loose.length)}
              </span>
            </span>
          </Button>
        );
      })}
    </div>
  );
}

function Tools({ area, moving }) {
  const fineness = useSignal(0.5);
  return (
    <div class="tools">
      <label class="fineness">
        <span>{t("Few broad themes")}</span>
        <input type="range" min="0" max="1" step="0.1" aria-label={t("From few broad themes to many narrow ones")} value={fineness.value} onInput={(event) => (fineness.value = Number(event.currentTarget.value))} />
        <span>{t("Many narrow ones")}</span>
      </label>
      <Button aria-disabled={working.value ? "true" : undefined} onClick={() => alone("suggest", () => suggest({ area, fineness: fineness.peek() }))}>
        {t("Suggest for this area")}
      </Button>
      <Button icon="add" onClick={() => (moving.value = { ideas: [], after: "" })}>
        {t("New theme")}
      </Button>
      <label class="check-label">
        <input type="checkbox" checked={titlesOnly.value} onChange={(event) => (titlesOnly.value = event.currentTarget.checked)} />
        {t("Titles only")}
      </label>
      <p class="quiet tools-hint">{t("Drag an idea to a theme, or choose “Move”. What you place or name, no suggestion changes.")}</p>
    </div>
  );
}

/** A list of ideas that things can be dropped on; `id` is the theme, "" for the ideas in none; `shown` are the ideas to draw. */
function Group({ id, class: extra = "", title, ideas, shown, moving, head, children }) {
  const over = useComputed(() => dragging.value?.over === id);
  return (
    <section id={`group-${id}`} tabIndex={-1} class={`panel group ${extra} ${over.value ? "group-over" : ""}`} data-theme-drop={id} data-scrolls={id ? undefined : ""} aria-labelledby={`title-${id}`}>
      <h2 id={`title-${id}`} class={`group-title ${head ? "unseen" : ""}`}>
        {title} <span class="quiet">({n("{count} idea", "{count} ideas", ideas.length)})</span>
      </h2>
      {head}
      {shown.length > 0 && (
        <ul class="group-ideas">
          {shown.map((idea, index) => (
            <Sortable key={idea.id} idea={idea} group={id} next={shown[index + 1]?.id ?? shown[index - 1]?.id} moving={moving} />
          ))}
        </ul>
      )}
      {children}
    </section>
  );
}

function Theme({ theme, others, moving }) {
  const all = useSignal(false);
  const { ideas } = theme;
  const shown = titlesOnly.value ? [] : all.value || ideas.length <= SHOWN_FIRST + 1 ? ideas : ideas.slice(0, SHOWN_FIRST);
  const support = ideas.reduce((sum, idea) => sum + idea.support, 0);
  const rename = async (title) => {
    const before = theme.title;
    const ack = await ask("theme.name", { theme: theme.id, title }, { quiet: true });
    if (ack.ok) remember(t("Undo renaming “{title}”", { title: before }), () => ask("theme.name", { theme: theme.id, title: before }));
    return ack;
  };
  const head = (
    <>
      <Editable name={`theme/${theme.id}`} wraps label={t("Theme")} class="theme-title" value={theme.title} save={rename} />
      <p class="quiet theme-facts">
        {n("{count} idea", "{count} ideas", ideas.length)} {support > 0 && <> · {n("{count} support", "{count} supports", support)}</>} · {theme.kept ? t("yours") : t("suggested")}
      </p>
    </>
  );
  return (
    <Group id={theme.id} title={theme.title} ideas={ideas} shown={shown} moving={moving} head={head}>
      {ideas.length === 0 && <p class="empty">{t("No idea is here yet. Drag one in, or dissolve the theme.")}</p>}
      {!titlesOnly.value && ideas.length > SHOWN_FIRST + 1 && (
        <Button look="plain" size="wide" aria-expanded={all.value ? "true" : "false"} onClick={() => (all.value = !all.value)}>
          {all.value ? t("Show fewer") : n("Show {count} more", "Show {count} more", ideas.length - SHOWN_FIRST)}
        </Button>
      )}
      <Merging theme={theme} targets={others.filter((other) => other.id !== theme.id)} />
    </Group>
  );
}

/** Merging a theme into another, or dissolving it. The theme is gone then, so the focus goes where its ideas are. */
function Merging({ theme, targets }) {
  const into = useSignal("");
  const possible = targets.some((other) => other.id === into.value);
  const go = async () => {
    if (!possible) return;
    const goal = `group-${into.value}`;
    if (await merge(theme.id, into.value)) wanted.value = goal;
  };
  const dissolve = async () => {
    if (await empty(theme.id)) wanted.value = "group-";
  };
  return (
    <details class="theme-more">
      <summary>{t("Merge or dissolve")}</summary>
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
  );
}

/** One idea: picked with its checkbox, moved with its button, or dragged. */
function Sortable({ idea, group, next, moving }) {
  const id = `pick-${idea.id}`;
  const dragged = useComputed(() => dragging.value?.id === idea.id);
  const on = useComputed(() => picked.value.has(idea.id));
  return (
    <li class={`sortable ${dragged.value ? "sortable-dragged" : ""} ${on.value ? "sortable-picked" : ""}`} onPointerDown={(event) => dragFrom(event, idea.id, (what, theme) => move(meant(what), theme))}>
      <span class="handle" data-handle aria-hidden="true" />
      <label class="sortable-pick" for={id}>
        <input id={id} type="checkbox" checked={on.value} onChange={(event) => pick(idea.id, event.currentTarget.checked)} />
        <IdeaText text={idea.text} as="span" />
      </label>
      <span class="sortable-facts quiet">
        {t("No. {number}", { number: idea.number })}
        {idea.support > 0 && <> · {n("{count} support", "{count} supports", idea.support)}</>}
        {idea.placed_by === "moderator" && <> · {t("placed by hand")}</>}
      </span>
      <Button
        look="plain"
        aria-label={t("Move idea {number}", { number: idea.number })}
        onClick={() => (moving.value = { ideas: meant(idea.id), after: next ? `pick-${next}` : `group-${group}` })}
      >
        {t("Move")}
      </Button>
    </li>
  );
}

/** What is picked, and what can be done with all of it at once. */
function PickedBar({ moving }) {
  const count = picked.value.size;
  if (!count) return null;
  return (
    <div class="picked" role="region" aria-label={t("Picked ideas")}>
      <p role="status">{n("{count} idea picked", "{count} ideas picked", count)}</p>
      <Button look="main" icon="forward" onClick={() => (moving.value = { ideas: [...picked.value], after: "group-" })}>
        {t("Move to…")}
      </Button>
      <Button onClick={unpick}>{t("Pick nothing")}</Button>
    </div>
  );
}

/** Where to: the area's themes as buttons, none, or a new one. With no ideas it makes an empty theme. */
function Moving({ moving, area, themes }) {
  const title = useSignal("");
  const search = useSignal("");
  const error = useSignal("");
  const held = moving.value;
  const close = () => {
    moving.value = null;
    title.value = "";
    search.value = "";
    error.value = "";
  };
  const to = async (theme) => {
    close();
    if (await move(held.ideas, theme)) wanted.value = held.after;
  };
  const create = async (event) => {
    event.preventDefault();
    const refusal = await make(area, title.value, held.ideas);
    error.value = refusal?.message ?? "";
    if (refusal) return;
    close();
    wanted.value = held.after;
  };
  const count = held?.ideas.length ?? 0;
  const single = count === 1 ? desk.value.ideas[held.ideas[0]] : null;
  return (
    <Dialog open={Boolean(held)} title={count ? n("Move {count} idea to…", "Move {count} ideas to…", count) : t("New theme")} onClose={close} class="moving">
      {single && <IdeaText text={single.text} as="blockquote" />}
      {count > 0 && <Targets themes={themes} search={search} current={single?.theme} to={to} />}
      <form class="new-theme" onSubmit={create}>
        <Field
          label={count ? t("A new theme") : t("What is it called?")}
          value={title.value}
          error={error.value}
          onInput={(text) => {
            title.value = text;
            error.value = "";
          }}
        />
        <Button type="submit">{count ? t("Make it and move") : t("Make the theme")}</Button>
      </form>
      <div class="dialog-actions">
        <Button onClick={close}>{t("Cancel")}</Button>
      </div>
    </Dialog>
  );
}

/** The themes to move to, and none; many of them can be searched. */
function Targets({ themes, search, current, to }) {
  const words = search.value.trim().toLocaleLowerCase();
  const found = themes.filter((theme) => theme.title.toLocaleLowerCase().includes(words));
  return (
    <>
      {themes.length > SEARCHED_FROM && <Field label={t("Search for a theme")} type="search" value={search.value} onInput={(text) => (search.value = text)} />}
      <ul class="targets">
        {found.map((theme) => (
          <li key={theme.id}>
            <Button size="wide" disabled={current === theme.id} onClick={() => to(theme.id)}>
              {theme.title}
            </Button>
          </li>
        ))}
        {found.length === 0 && themes.length > 0 && <li class="empty">{t("No theme is called that.")}</li>}
        <li>
          <Button size="wide" look="plain" onClick={() => to("")}>
            {t("No theme")}
          </Button>
        </li>
      </ul>
    </>
  );
}

/** What hangs on the pointer. Its place is set on the element itself, since it changes with every movement. */
function Ghost() {
  const element = useRef(null);
  const held = dragging.value;
  useEffect(() => {
    if (held && element.current) element.current.style.transform = `translate(${held.x + 12}px, ${held.y + 8}px)`;
  });
  if (!held) return null;
  const count = meant(held.id).length;
  return (
    <div ref={element} class="ghost" aria-hidden="true">
      {count > 1 ? n("{count} idea", "{count} ideas", count) : desk.value.ideas[held.id]?.text}
    </div>
  );
}
