// After the rounds: thanks, and one's own ideas as text.

import { Button } from "../../shared/components/Button.jsx";
import { Icon } from "../../shared/components/Icon.jsx";
import { IdeaText } from "../../shared/components/IdeaText.jsx";
import { ahead } from "../../shared/clock.js";
import { page } from "../../shared/page.js";
import { n, t } from "../../shared/strings.js";
import { Composer } from "../Composer.jsx";
import { Idea } from "../Idea.jsx";
import { ownIdeas } from "../tablecloth.js";
import { declarations, declaring, outbox, person, tablet, workshop } from "../visit.js";

export function Harvest() {
  const { draft, items } = outbox.value;
  const unfinished = draft.value.text || items.value.some((item) => item.type === "idea.post" && item.state === "refused");
  return (
    <>
      <main class="page">
        <h1>{t("Thank you. Now look at the screen together.")}</h1>
        <p>{t("What do you see in all that was said? What surprises you? What belongs together?")}</p>
        <Accession />
        <Mine />
      </main>
      {unfinished && <Composer />}
    </>
  );
}

/** The way to the declaration, as long as institutions may accede and for those who did. */
export function Accession() {
  const made = Object.values(declarations.value ?? {}).some((declaration) => !declaration.withdrawn_at);
  if (tablet || (!workshop.value.declarations_open && !made)) return null;
  return (
    <div class="handover">
      <p>{made ? t("You have declared the accession of your institution.") : t("Do you represent an institution? It can accede to the partnership here.")}</p>
      <Button look={made ? "" : "main"} onClick={() => (declaring.value = true)}>
        {made ? t("Look at the declaration") : t("Fill in the declaration")}
      </Button>
    </div>
  );
}

export function Closed() {
  return (
    <main class="page">
      <h1>{t("Thank you for coming")}</h1>
      {workshop.value.results ? (
        <a class="button button-main button-large" href={`/w/${page.code}/results`}>
          {t("Read what came of it")}
        </a>
      ) : (
        <p>{t("The workshop is closed. The moderator will send you what came of it.")}</p>
      )}
      {person.value && <Mine still />}
      {person.value && <NotSent />}
    </main>
  );
}

/** Words that came too late are shown, so that they can at least be read out or copied. */
function NotSent() {
  const { draft, items } = outbox.value;
  const refused = items.value.filter((item) => item.type === "idea.post" && item.state === "refused");
  const all = [...refused.map(({ fields, refusal }) => [fields.text, refusal.message]), [draft.value.text, draft.value.refusal]];
  const texts = all.filter(([text]) => text);
  if (texts.length === 0) return null;
  return (
    <ul class="ideas">
      {texts.map(([text, reason]) => (
        <li key={text} class="idea">
          <IdeaText text={text} />
          {reason && (
            <p class="field-error">
              <Icon name="warning" />
              {reason}
            </p>
          )}
        </li>
      ))}
    </ul>
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
