// Where ideas go: the dialog with an area's themes, what is picked, what hangs on the pointer.

import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { Button } from "../shared/components/Button.jsx";
import { Dialog } from "../shared/components/Dialog.jsx";
import { Field } from "../shared/components/Field.jsx";
import { IdeaText } from "../shared/components/IdeaText.jsx";
import { n, t } from "../shared/strings.js";
import { desk, workshop } from "./desk.js";
import { dragging } from "./drag.js";
import { groupsOf } from "./gather.js";
import { make, meant, move, picked, unpick } from "./moves.js";
import { groupId, moving, wanted } from "./places.js";

/** With more themes than this, the list to move to can be searched. */
const SEARCHED_FROM = 8;

/** What is picked, and what can be done with all of it at once. */
export function PickedBar({ area }) {
  const count = picked.value.size;
  if (!count) return null;
  return (
    <div class="picked" role="region" aria-label={t("Picked ideas")} tabIndex={-1} data-bar-below>
      <p role="status">{n("{count} idea picked", "{count} ideas picked", count)}</p>
      <Button look="main" icon="forward" onClick={() => (moving.value = { ideas: [...picked.value], area, after: groupId("", area) })}>
        {t("Move to…")}
      </Button>
      <Button onClick={unpick}>{t("Pick nothing")}</Button>
    </div>
  );
}

/** Where to: the area's themes as buttons, none, or a new one. With no ideas it makes an empty theme. */
export function Moving() {
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
    const refusal = await make(held.area, title.value, held.ideas);
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
      {count > 0 && <Targets themes={groupsOf(workshop.value, desk.value, held.area).themes} search={search} current={single?.theme} to={to} />}
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
export function Ghost() {
  const element = useRef(null);
  const held = dragging.value;
  useEffect(() => {
    if (held && element.current) element.current.style.transform = `translate(${held.x + 12}px, ${held.y + 8}px)`;
  });
  if (!held) return null;
  const count = meant(held.ids).length;
  return (
    <div ref={element} class="ghost" aria-hidden="true">
      {count > 1 ? n("{count} idea", "{count} ideas", count) : desk.value.ideas[held.ids[0]]?.text}
    </div>
  );
}
