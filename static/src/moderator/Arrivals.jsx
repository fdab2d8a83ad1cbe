// What has come in since the ideas were sorted: where each was put and how sure that is; accepted all at once, or one by one.

import { Button } from "../shared/components/Button.jsx";
import { IdeaText } from "../shared/components/IdeaText.jsx";
import { n, t } from "../shared/strings.js";
import { desk } from "./desk.js";
import { arrivalsOf } from "./harvest.js";
import { Accept, sureWords } from "./Ideas.jsx";
import { accept } from "./moves.js";
import { moving, wanted } from "./places.js";

export function Arrivals({ area }) {
  const arrivals = arrivalsOf(desk.value, area);
  if (!arrivals.length) return null;
  const all = async () => {
    if (await accept(arrivals, area)) wanted.value = "themes-look";
  };
  const next = (index) => (arrivals[index + 1] ?? arrivals[index - 1] ? `arrival-${(arrivals[index + 1] ?? arrivals[index - 1]).id}` : "themes-look");
  return (
    <section class="panel arrivals" aria-labelledby="arrivals-title">
      <div class="arrivals-head">
        <h2 id="arrivals-title">{n("{count} new idea has found a place", "{count} new ideas have found a place", arrivals.length)}</h2>
        <Button look="main" icon="check" onClick={all}>
          {n("Leave {count} there", "Leave all {count} there", arrivals.length)}
        </Button>
      </div>
      <ul class="arrivals-list">
        {arrivals.map((idea, index) => (
          <li key={idea.id} id={`arrival-${idea.id}`} tabIndex={-1}>
            <IdeaText text={idea.text} />
            <p class="arrivals-place">
              {t("put into “{title}”", { title: desk.value.themes[idea.theme].title })} <strong class="quiet">{sureWords(idea)}</strong>
            </p>
            <div class="arrivals-actions">
              <Accept idea={idea} after={next(index)} />
              <Button
                look="plain"
                aria-label={t("Move idea {number}", { number: idea.number })}
                onClick={() => (moving.value = { ideas: [idea.id], area, after: next(index) })}
              >
                {t("Move")}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
