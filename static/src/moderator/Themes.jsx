// From ideas to themes: one area at a time. Ideas are dragged, or picked and moved by buttons; both do the same.

import { computed, useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { Button } from "../shared/components/Button.jsx";
import { Dialog } from "../shared/components/Dialog.jsx";
import { Field } from "../shared/components/Field.jsx";
import { Icon } from "../shared/components/Icon.jsx";
import { IdeaText } from "../shared/components/IdeaText.jsx";
import { say } from "../shared/components/Notice.jsx";
import { n, t } from "../shared/strings.js";
import { ask, desk, workshop } from "./desk.js";
import { dragFrom, dragging } from "./drag.js";
import { Editable } from "./Editable.jsx";
import { areasOf, groupsOf } from "./gather.js";
import { empty, make, meant, merge, move, pick, picked, undo, undos, unpick } from "./moves.js";
import { PATIENT } from "./Step.jsx";

/** Where the focus goes when what had it has moved away: an element's id, tried after each drawing until it is there. */
let wanted = "";

export function Themes() {
  const chosen = useSignal("");
  const moving = useSignal(null);
  const areas = areasOf(workshop.value);
  const area = areas.some((each) => each.id === chosen.value) ? chosen.value : areas[0].id;
  const groups = groupsOf(workshop.value, desk.value, area);
  useEffect(() => {
    const target = wanted && document.getElementById(wanted);
    if (!target) return;
    wanted = "";
    target.focus();
  });
  const choose = (id) => {
    unpick();
    chosen.value = id;
  };
  return (
    <div class="themes">
      <Areas areas={areas} current={area} choose={choose} />
      <Tools area={area} />
      <div class="board-of-themes">
        <Group id="" title={t("In no theme yet")} ideas={groups.loose} moving={moving}>
          {groups.loose.length === 0 && <p class="empty">{t("Every idea of this area is in a theme.")}</p>}
        </Group>
        {groups.themes.map((theme) => (
          <Theme key={theme.id} theme={theme} others={groups.themes} moving={moving} />
        ))}
      </div>
      <PickedBar moving={moving} />
      <Moving moving={moving} area={area} themes={groups.themes} />
      <Ghost />
    </div>
  );
}

function Areas({ areas, current, choose }) {
  return (
    <div class="areas" role="group" aria-label={t("Area of the charter")}>
      {areas.map((area) => {
        const { themes, loose } = groupsOf(workshop.value, desk.value, area.id);
        return (
          <Button key={area.id} aria-pressed={area.id === current ? "true" : "false"} onClick={() => choose(area.id)}>
            <span>
              {area.title}{" "}
              <span class="quiet">
                {n("{count} theme", "{count} themes", themes.length)}, {t("{count} loose", { count: loose.length })}
              </span>
            </span>
          </Button>
        );
      })}
    </div>
  );
}

function Tools({ area }) {
  const fineness = useSignal(0.5);
  const busy = useSignal(false);
  const suggest = async () => {
    busy.value = true;
    const ack = await ask("themes.suggest", { area, fineness: fineness.value }, PATIENT);
    busy.value = false;
    if (ack.ok) say(n("{count} theme suggested", "{count} themes suggested", ack.result.themes));
  };
  const last = undos.value.at(-1);
  return (
    <div class="tools">
      <label class="fineness">
        <span>{t("Few broad themes")}</span>
        <input type="range" min="0" max="1" step="0.1" aria-label={t("From few broad themes to many narrow ones")} value={fineness.value} onInput={(event) => (fineness.value = Number(event.currentTarget.value))} />
        <span>{t("Many narrow ones")}</span>
      </label>
      <Button disabled={busy.value} onClick={suggest}>
        {busy.value ? t("One moment…") : t("Suggest for this area")}
      </Button>
      <Button icon="back" disabled={!last} onClick={undo}>
        {last ? last.label : t("Nothing to undo")}
      </Button>
      <p class="quiet tools-hint">{t("Drag an idea to a theme, or choose “Move”. What you place or name, no suggestion changes.")}</p>
    </div>
  );
}

/** A column of ideas that things can be dropped on; `id` is the theme, "" for the ideas in none. */
function Group({ id, title, ideas, moving, head, children }) {
  const over = computed(() => dragging.value?.over === id);
  return (
    <section class={`panel group ${over.value ? "group-over" : ""}`} data-theme-drop={id} aria-labelledby={`group-${id}`}>
      <h2 id={`group-${id}`} tabIndex={-1} class={`group-title ${head ? "unseen" : ""}`}>
        {title} <span class="quiet">({n("{count} idea", "{count} ideas", ideas.length)})</span>
      </h2>
      {head}
      {children}
      <ul class="group-ideas">
        {ideas.map((idea, index) => (
          <Sortable key={idea.id} idea={idea} group={id} next={ideas[index + 1]?.id ?? ideas[index - 1]?.id} moving={moving} />
        ))}
      </ul>
    </section>
  );
}

function Theme({ theme, others, moving }) {
  const support = theme.ideas.reduce((sum, idea) => sum + idea.support, 0);
  const into = useSignal("");
  const targets = others.filter((other) => other.id !== theme.id);
  const head = (
    <>
      <Editable label={t("Theme")} class="theme-title" value={theme.title} maxLength={200} save={(title) => ask("theme.name", { theme: theme.id, title }, { quiet: true })} />
      <p class="quiet">
        {n("{count} idea", "{count} ideas", theme.ideas.length)} {support > 0 && <> · {n("{count} support", "{count} supports", support)}</>} · {theme.kept ? t("yours") : t("suggested")}
      </p>
    </>
  );
  return (
    <Group id={theme.id} title={theme.title} ideas={theme.ideas} moving={moving} head={head}>
      {theme.ideas.length === 0 && <p class="empty">{t("No idea is here yet. Drag one in, or dissolve the theme.")}</p>}
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
            <Button disabled={!targets.some((other) => other.id === into.value)} onClick={() => merge(theme.id, into.value)}>
              {t("Merge")}
            </Button>
          </div>
        )}
        <Button onClick={() => empty(theme.id)}>{t("Dissolve the theme")}</Button>
      </details>
    </Group>
  );
}

/** One idea: picked with its checkbox, moved with its button, or dragged. */
function Sortable({ idea, group, next, moving }) {
  const id = `pick-${idea.id}`;
  const dragged = computed(() => dragging.value?.id === idea.id);
  return (
    <li class={`sortable ${dragged.value ? "sortable-dragged" : ""}`} onPointerDown={(event) => dragFrom(event, idea.id, (what, theme) => move(meant(what), theme))}>
      <span class="handle" data-handle aria-hidden="true">
        <Icon name="more" />
      </span>
      <label class="sortable-pick" for={id}>
        <input id={id} type="checkbox" checked={picked.value.has(idea.id)} onChange={(event) => pick(idea.id, event.currentTarget.checked)} />
        <IdeaText text={idea.text} as="span" />
      </label>
      <span class="sortable-facts quiet">
        {t("No. {number}", { number: idea.number })}
        {idea.support > 0 && <> · {n("{count} support", "{count} supports", idea.support)}</>}
        {idea.placed_by === "moderator" && <> · {t("placed by hand")}</>}
      </span>
      <Button
        look="plain"
        icon="forward"
        label={t("Move idea {number}", { number: idea.number })}
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

/** Where to: the area's themes as buttons, none, or a new one. */
function Moving({ moving, area, themes }) {
  const title = useSignal("");
  const error = useSignal("");
  const chosen = moving.value;
  const close = () => {
    moving.value = null;
    title.value = "";
    error.value = "";
  };
  const to = async (theme) => {
    wanted = chosen.after;
    close();
    await move(chosen.ideas, theme);
  };
  const create = async (event) => {
    event.preventDefault();
    const refusal = await make(area, title.value, chosen.ideas);
    error.value = refusal?.message ?? "";
    if (refusal) return;
    wanted = chosen.after;
    close();
  };
  const single = chosen?.ideas.length === 1 ? desk.value.ideas[chosen.ideas[0]] : null;
  return (
    <Dialog open={Boolean(chosen)} title={n("Move {count} idea to…", "Move {count} ideas to…", chosen?.ideas.length ?? 0)} onClose={close} class="moving">
      {single && <IdeaText text={single.text} as="blockquote" />}
      <ul class="targets">
        {themes.map((theme) => (
          <li key={theme.id}>
            <Button size="wide" disabled={single?.theme === theme.id} onClick={() => to(theme.id)}>
              {theme.title}
            </Button>
          </li>
        ))}
        <li>
          <Button size="wide" look="plain" onClick={() => to("")}>
            {t("No theme")}
          </Button>
        </li>
      </ul>
      <form class="new-theme" onSubmit={create}>
        <Field label={t("A new theme")} maxLength={200} value={title.value} error={error.value} onInput={(text) => (title.value = text)} />
        <Button type="submit">{t("Make it and move")}</Button>
      </form>
      <div class="dialog-actions">
        <Button onClick={close}>{t("Cancel")}</Button>
      </div>
    </Dialog>
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
