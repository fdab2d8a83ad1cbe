// The same as the cards, as text: area, theme, ideas as nested headings and lists, for keyboard and screen reader. Everything that a
// card can do is done here, too.

import { n, t } from "../shared/strings.js";
import { tongueOf } from "../shared/translations.js";
import { desk, workshop } from "./desk.js";
import { areasOf, groupsOf } from "./gather.js";
import { Ideas } from "./Ideas.jsx";
import { folded, matches } from "./marks.js";
import { groupId, look, titlesOnly } from "./places.js";
import { Actions, Facts, Votes } from "./Theme.jsx";

/** All areas, one below the other. */
export function Outline() {
  return (
    <div class="outline">
      {areasOf(workshop.value).map((area) => (
        <Area key={area.id} area={area} />
      ))}
    </div>
  );
}

function Area({ area }) {
  const { themes, loose } = groupsOf(workshop.value, desk.value, area.id, { hidden: look.value === "hidden" });
  const shown = look.value ? themes.filter((theme) => theme.ideas.some((idea) => matches(idea, look.value))) : themes;
  return (
    <section class="panel" aria-labelledby={`outline-${area.id}`}>
      <h2 id={`outline-${area.id}`} lang={tongueOf(workshop.value, area.title)}>
        {area.title}
      </h2>
      {shown.map((theme) => (
        <section key={theme.id} id={groupId(theme.id)} tabIndex={-1} class="outline-theme" aria-labelledby={`title-${theme.id}`}>
          <h3 id={`title-${theme.id}`}>{theme.title}</h3>
          <Facts theme={theme} />
          <Votes theme={theme} />
          <Actions theme={theme} others={themes} />
          <List ideas={theme.ideas} theme={theme.id} area={area.id} />
        </section>
      ))}
      <section id={groupId("", area.id)} tabIndex={-1} class="outline-theme" aria-labelledby={`outline-${area.id} title-${area.id}`}>
        <h3 id={`title-${area.id}`}>
          {t("In no theme yet")} <span class="quiet">({n("{count} idea", "{count} ideas", loose.length)})</span>
        </h3>
        <List ideas={loose} theme="" area={area.id} />
      </section>
    </section>
  );
}

function List({ ideas, theme, area }) {
  const found = titlesOnly.value ? [] : folded(ideas.filter((idea) => matches(idea, look.value)));
  return found.length > 0 && <Ideas ideas={found} group={theme} area={area} />;
}
