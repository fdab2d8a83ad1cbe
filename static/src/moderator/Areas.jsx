// The areas of the charter: what belongs to each, and the way to leave one out; areas.js says what belongs.

import { useRef } from "preact/hooks";
import { Button } from "../shared/components/Button.jsx";
import { list, n, number, t } from "../shared/strings.js";
import { tongueOf } from "../shared/translations.js";
import { belonging, isFree } from "./areas.js";
import { desk, workshop } from "./desk.js";
import { areasOf } from "./gather.js";
import { askUndoably } from "./undo.js";

export function Areas() {
  const heading = useRef(null);
  const areas = areasOf(workshop.value);
  return (
    <section class="panel" aria-labelledby="areas">
      <h2 id="areas" ref={heading} tabIndex={-1}>
        {t("Areas of the charter")}
      </h2>
      <p class="quiet">{t("Each is a chapter of the charter. One that nothing belongs to can be left out.")}</p>
      <ul class="rows">
        {areas.map((area) => (
          <AreaRow key={area.id} area={area} alone={areas.length === 1} leave={() => heading.current.focus()} />
        ))}
      </ul>
    </section>
  );
}

/** `leave` is called when the row is gone, and the focus with it. */
function AreaRow({ area, alone, leave }) {
  const held = belonging(workshop.value, desk.value, area.id);
  const remove = async () => {
    const undoing = { label: t("Undo removing the area {title}", { title: area.title }), type: "area.restore" };
    if ((await askUndoably("area.drop", { area: area.id }, undoing)).ok) leave();
  };
  return (
    <li class="row area-row">
      <p class="area-name">
        <strong lang={tongueOf(workshop.value, area.title)}>{area.title}</strong> <span class="quiet">{inWords(held) || t("nothing belongs to it yet")}</span>
      </p>
      {isFree(held) && !alone && (
        <Button icon="close" onClick={remove} aria-label={t("Remove the area {title}", { title: area.title })}>
          {t("Remove")}
        </Button>
      )}
    </li>
  );
}

/** What belongs to an area, in words; "" where nothing does. */
function inWords({ tables, rounds, ideas, themes, articles }) {
  const numbers = (which) => list(which.map((each) => number(each)));
  return [
    tables.length > 0 && n("table {numbers}", "tables {numbers}", tables.length, { numbers: numbers(tables) }),
    rounds.length > 0 && n("round {numbers}", "rounds {numbers}", rounds.length, { numbers: numbers(rounds) }),
    ideas > 0 && n("{count} idea", "{count} ideas", ideas),
    themes > 0 && n("{count} theme", "{count} themes", themes),
    articles > 0 && n("{count} article", "{count} articles", articles),
  ]
    .filter(Boolean)
    .join(" · ");
}
