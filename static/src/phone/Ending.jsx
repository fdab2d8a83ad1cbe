// After the rounds: thanks, and one's own ideas as text.

import { ahead } from "../shared/clock.js";
import { n, t } from "../shared/strings.js";
import { Composer } from "./Composer.jsx";
import { Idea } from "./Idea.jsx";
import { ownIdeas } from "./tablecloth.js";
import { outbox, person } from "./visit.js";

export function Harvest() {
  const { draft, items } = outbox.value;
  const unfinished = draft.value.text || items.value.some((item) => item.type === "idea.post" && item.state === "refused");
  return (
    <>
      <main class="page">
        <h1>{t("Thank you. Now look at the screen together.")}</h1>
        <p>{t("What do you see in all that was said? What surprises you? What belongs together?")}</p>
        <Mine />
      </main>
      {unfinished && <Composer />}
    </>
  );
}

export function Closed() {
  return (
    <main class="page">
      <h1>{t("Thank you for coming")}</h1>
      <p>{t("The workshop is closed. The moderator will send you what came of it.")}</p>
      {person.value && <Mine still />}
    </main>
  );
}

function Mine({ still = false }) {
  const ideas = ownIdeas(person.value, outbox.value.items.value, ahead());
  if (ideas.length === 0) return <p class="empty">{t("You have written no ideas of your own; listening is a gift too.")}</p>;
  return (
    <section class="written" aria-labelledby="mine">
      <h2 id="mine">{n("Your idea ({count})", "Your ideas ({count})", ideas.length)}</h2>
      <ul class="ideas">
        {ideas.map((idea) => (
          <Idea key={idea.key} idea={idea} still={still} />
        ))}
      </ul>
    </section>
  );
}
