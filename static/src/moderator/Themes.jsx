// From ideas to themes: one area at a time on cards, or all of them as an outline. Ideas are dragged, or picked and moved by buttons;
// both do the same.

import { useEffect } from "preact/hooks";
import { Button } from "../shared/components/Button.jsx";
import { n, t } from "../shared/strings.js";
import { tongueOf } from "../shared/translations.js";
import { Along, useFootKey } from "./Along.jsx";
import { Arrivals } from "./Arrivals.jsx";
import { Asking } from "./Asking.jsx";
import { desk, workshop } from "./desk.js";
import { Fineness } from "./Fineness.jsx";
import { areasOf, groupsOf } from "./gather.js";
import { arrivalsOf } from "./harvest.js";
import { countsOf, folded, matches } from "./marks.js";
import { unpick } from "./moves.js";
import { Ghost, Moving, PickedBar } from "./Moving.jsx";
import { Outline } from "./Outline.jsx";
import { chosen, groupId, look, moving, outline, titlesOnly, useWantedFocus } from "./places.js";
import { Showing } from "./Showing.jsx";
import { withdraw } from "./similar.js";
import { Group, Theme } from "./Theme.jsx";

export function Themes() {
  const areas = areasOf(workshop.value);
  const area = areas.some((each) => each.id === chosen.value) ? chosen.value : firstOf(areas);
  useEffect(() => leave, []);
  useWantedFocus();
  useFootKey();
  return (
    <div class="themes">
      <Areas areas={areas} current={area} />
      <Showing />
      <Asking area={area}>
        <View area={area} />
      </Asking>
      <Tools area={area} />
      <Arrivals area={area} />
      {outline.value ? <Outline /> : <Cards area={area} />}
      <PickedBar area={area} />
      <Along />
      <Moving />
      <Ghost />
    </div>
  );
}

/** Where nobody has chosen: the first area that anything was written for. */
function firstOf(areas) {
  const written = new Set(Object.values(desk.value.ideas).map((idea) => idea.area));
  return (areas.find(({ id }) => written.has(id)) ?? areas[0]).id;
}

function leave() {
  unpick();
  withdraw();
}

/** The ideas in no theme beside the themes. Of those that one looks for, themes without any are left out. */
function Cards({ area }) {
  const { themes, loose } = groupsOf(workshop.value, desk.value, area, { hidden: look.value === "hidden" });
  const found = (ideas) => ideas.filter((idea) => matches(idea, look.value));
  const shown = look.value ? themes.filter((theme) => found(theme.ideas).length > 0) : themes;
  const left = folded(found(loose));
  return (
    <div class="sorting">
      <Group area={area} class="loose" title={t("In no theme yet")} count={loose.length} shown={left}>
        {loose.length === 0 && <p class="empty">{t("Every idea of this area is in a theme.")}</p>}
        {loose.length > 0 && left.length === 0 && <p class="empty">{t("None of these is what you are looking for.")}</p>}
      </Group>
      <div class="board-of-themes">
        {shown.map((theme) => (
          <Theme key={theme.id} theme={theme} others={themes} />
        ))}
        {themes.length === 0 && <NoTheme any={loose.length > 0} />}
        {themes.length > shown.length && (
          <p class="panel empty">{n("{count} theme has none of these and is not shown.", "{count} themes have none of these and are not shown.", themes.length - shown.length)}</p>
        )}
      </div>
    </div>
  );
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

function Areas({ areas, current }) {
  const choose = (id) => {
    leave();
    chosen.value = id;
    if (outline.value) document.getElementById(`outline-${id}`)?.scrollIntoView();
  };
  return (
    <div class="areas" role="group" aria-label={t("Area of the charter")}>
      {areas.map((area) => {
        const { themes, loose } = groupsOf(workshop.value, desk.value, area.id);
        const arrived = arrivalsOf(desk.value, area.id).length;
        return (
          <Button key={area.id} aria-pressed={area.id === current ? "true" : "false"} onClick={() => choose(area.id)}>
            <span class="area">
              <span lang={tongueOf(workshop.value, area.title)}>{area.title}</span>
              <span class="quiet">
                {n("{count} theme", "{count} themes", themes.length)} · {n("{count} idea in none", "{count} ideas in none", loose.length)}
                {arrived > 0 && <strong> · {n("{count} new", "{count} new", arrived)}</strong>}
              </span>
            </span>
          </Button>
        );
      })}
    </div>
  );
}

function Tools({ area }) {
  return (
    <div class="tools">
      <Fineness area={area} />
      <Button icon="add" onClick={() => (moving.value = { ideas: [], area, after: groupId("", area) })}>
        {t("New theme")}
      </Button>
      <p class="quiet tools-hint">{t("Drag an idea to a theme, or choose “Move”. What you place or name, no suggestion changes.")}</p>
    </div>
  );
}

/** How one looks at the themes: it changes nothing. */
function View({ area }) {
  return (
    <div class="view" role="group" aria-label={t("View")}>
      <Look area={area} />
      <label class="check-label">
        <input type="checkbox" checked={titlesOnly.value} onChange={(event) => (titlesOnly.value = event.currentTarget.checked)} />
        {t("Titles only")}
      </label>
      <label class="check-label">
        <input type="checkbox" checked={outline.value} onChange={(event) => (outline.value = event.currentTarget.checked)} />
        {t("As text")}
      </label>
    </div>
  );
}

/** Which ideas to show; each says how many there are. */
function Look({ area }) {
  const { themes, loose } = groupsOf(workshop.value, desk.value, area, { hidden: true });
  const ideas = [...loose, ...themes.flatMap((theme) => theme.ideas)];
  const counts = countsOf(ideas);
  const words = {
    "": n("all {count} idea", "all {count} ideas", counts[""]),
    unsure: n("{count} on a guess", "{count} on a guess", counts.unsure),
    new: n("{count} new", "{count} new", counts.new),
    objecting: n("{count} against another", "{count} against others", counts.objecting),
    hidden: n("{count} hidden", "{count} hidden", counts.hidden),
  };
  return (
    <label class="look">
      <span>{t("Show")}</span>
      <select id="themes-look" class="input" value={look.value} onChange={(event) => (look.value = event.currentTarget.value)}>
        {Object.entries(words).map(([name, said]) => (
          <option key={name} value={name}>
            {said}
          </option>
        ))}
      </select>
    </label>
  );
}
