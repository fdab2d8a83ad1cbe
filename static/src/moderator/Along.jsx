// "Take similar ideas along?": the offer after a move, at the foot of the screen, with what would move. It takes no focus and is gone
// with the next move; the key F6 goes there and back.

import { useEffect, useRef } from "preact/hooks";
import { Button } from "../shared/components/Button.jsx";
import { IdeaText } from "../shared/components/IdeaText.jsx";
import { n, t } from "../shared/strings.js";
import { aloud, desk } from "./desk.js";
import { move } from "./moves.js";
import { groupId, wanted } from "./places.js";
import { offer, take, withdraw } from "./similar.js";

export function Along() {
  const held = offer.value;
  const { ideas, themes } = desk.value;
  const title = themes[held?.theme]?.title;
  const found = title ? held.ideas.filter((id) => ideas[id] && ideas[id].theme !== held.theme) : [];
  const words = found.length
    ? n("{count} similar idea stands elsewhere. Take it along to “{title}”?", "{count} similar ideas stand elsewhere. Take them along to “{title}”?", found.length, { title })
    : "";
  useEffect(() => {
    if (words) aloud.value = t("{words} F6 goes there.", { words });
  }, [words]);
  if (!found.length) return null;
  const chosen = found.filter((id) => held.taken.has(id));
  const go = async () => {
    withdraw();
    if (await move(chosen, held.theme)) wanted.value = groupId(held.theme);
  };
  const no = () => {
    withdraw();
    wanted.value = groupId(held.theme);
  };
  return (
    <section class="along" tabIndex={-1} data-bar-below aria-labelledby="along-title" onKeyDown={(event) => event.key === "Escape" && no()}>
      <h2 id="along-title">{words}</h2>
      <ul class="along-ideas">
        {found.map((id) => (
          <li key={id}>
            <label class="along-idea">
              <input type="checkbox" checked={held.taken.has(id)} onChange={(event) => take(id, event.currentTarget.checked)} />
              <span>
                <IdeaText text={ideas[id].text} as="span" />{" "}
                <span class="quiet">{ideas[id].theme in themes ? t("now in “{title}”", { title: themes[ideas[id].theme].title }) : t("in no theme yet")}</span>
              </span>
            </label>
          </li>
        ))}
      </ul>
      <div class="along-actions">
        <Button look="main" disabled={!chosen.length} onClick={go}>
          {n("Take {count} idea along", "Take {count} ideas along", chosen.length)}
        </Button>
        <Button onClick={no}>{t("No, thank you")}</Button>
      </div>
    </section>
  );
}

/** F6 leads from anywhere to the bar at the foot of the screen, and from there back to where one was. */
export function useFootKey() {
  const from = useRef(null);
  useEffect(() => {
    const follow = (event) => {
      if (event.key !== "F6" || document.querySelector("dialog[open]")) return;
      const bars = [...document.querySelectorAll("[data-bar-below]")];
      if (!bars.length) return;
      event.preventDefault();
      const inside = bars.some((bar) => bar.contains(document.activeElement));
      if (!inside) from.current = document.activeElement;
      (inside ? from.current : bars.at(-1))?.focus();
    };
    addEventListener("keydown", follow);
    return () => removeEventListener("keydown", follow);
  }, []);
}
