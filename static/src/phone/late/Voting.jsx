// The vote: dots to spend in each area, and a word on what one can't accept. Everything goes through the outbox.

import { useSignal } from "@preact/signals";
import { Button } from "../../shared/components/Button.jsx";
import { IdeaText } from "../../shared/components/IdeaText.jsx";
import { Field } from "../../shared/components/Field.jsx";
import { n, number, t, typeset } from "../../shared/strings.js";
import { tongueOf } from "../../shared/translations.js";
import { outbox, person, workshop } from "../visit.js";
import { Accession } from "./Ending.jsx";
import { ballot } from "./voting.js";

const REASON = 300;

export function Voting() {
  const { voting } = workshop.value;
  const areas = ballot(workshop.value, person.value, outbox.value.items.value);
  return (
    <main class="page vote">
      <h1>{voting.open ? t("What matters most?") : t("This is how the room voted")}</h1>
      {voting.open && <p>{areas.length > 1 ? dotsForEachPart(voting.dots) : dots(voting.dots)}</p>}
      {areas.map((area) => (
        <section key={area.id} class="written" aria-labelledby={`vote-${area.id}`}>
          <h2 id={`vote-${area.id}`} lang={tongueOf(workshop.value, area.title)}>
            {typeset(area.title)}
          </h2>
          {voting.open && (
            <p class="vote-left" role="status">
              {area.left > 0 ? n("{count} dot left here", "{count} dots left here", area.left) : t("All dots are placed. You can still move them until the vote is closed.")}
            </p>
          )}
          <ul class="ideas">
            {inOrder(area.themes, voting).map((theme) => (
              <Theme key={theme.id} theme={theme} left={area.left} voting={voting} />
            ))}
          </ul>
        </section>
      ))}
      {!voting.open && <Accession />}
    </main>
  );
}

const dotsForEachPart = (count) => n("You have {count} dot for each part. Put it on what matters most to you.", "You have {count} dots for each part. Put them on what matters most to you.", count);
const dots = (count) => n("You have {count} dot. Put it on what matters most to you.", "You have {count} dots. Put them on what matters most to you.", count);

/** Once the vote is over, the most dots come first; while it is on, nothing moves under the finger. */
function inOrder(themes, voting) {
  return voting.open ? themes : [...themes].sort((a, b) => (b.dots ?? 0) - (a.dots ?? 0) || a.order - b.order);
}

function Theme({ theme, left, voting }) {
  const results = theme.dots !== undefined;
  return (
    <li class="idea idea-theme">
      <h3 class="theme-title" dir="auto">
        {typeset(theme.title)}
      </h3>
      {theme.examples.map((text) => (
        <IdeaText key={text} text={text} />
      ))}
      {voting.open && <Dots theme={theme} left={left} />}
      {results && (
        <p class="idea-note">
          {n("{count} dot in all", "{count} dots in all", theme.dots)}
          {theme.objections.length > 0 && ` · ${n("{count} person can’t accept it", "{count} people can’t accept it", theme.objections.length)}`}
        </p>
      )}
      {results && theme.objections.map(({ reason }, index) => <IdeaText key={index} text={reason} class="article-put" />)}
      {voting.open && <Objection theme={theme} named={voting.named} />}
    </li>
  );
}

/** Fewer, how many, more. The buttons stay where they are and keep the focus when there is nothing more to give. */
function Dots({ theme, left }) {
  const set = (dots) => outbox.value.put("theme.vote", { theme: theme.id, dots });
  return (
    <div class="dots" role="group" aria-label={t("Your dots for “{title}”", { title: theme.title })}>
      <Button
        icon="minus"
        label={t("One dot less")}
        aria-disabled={theme.own ? undefined : "true"}
        onClick={() => theme.own && set(theme.own - 1)}
      />
      <output class="dots-own">
        <span class="dots-row" style={{ "--dots": Math.min(theme.own, 10) }} aria-hidden="true" />
        {number(theme.own)}
      </output>
      <Button icon="add" label={t("One dot more")} aria-disabled={left ? undefined : "true"} onClick={() => left && set(theme.own + 1)} />
    </div>
  );
}

/** "I can't accept this", with one's own words, which stand in the charter's annex. */
function Objection({ theme, named }) {
  const writing = useSignal(null);
  const send = () => {
    const reason = writing.value.trim();
    if (!reason || [...reason].length > REASON) return;
    outbox.value.put("theme.object", { theme: theme.id, reason, on: true });
    writing.value = null;
  };
  if (writing.value !== null) {
    const over = [...writing.value].length - REASON;
    return (
      <div class="objection">
        <Field
          as="textarea"
          rows={2}
          focused
          label={t("What can’t you accept about it?")}
          hint={named ? t("Your name stands beside it, on the board too.") : t("Nobody sees who wrote it.")}
          error={over > 0 ? n("{count} character too many", "{count} characters too many", over) : ""}
          value={writing.value}
          onInput={(text) => (writing.value = text)}
        />
        <div class="idea-foot">
          <Button onClick={() => (writing.value = null)}>{t("Cancel")}</Button>
          <Button look="main" aria-disabled={writing.value.trim() ? undefined : "true"} onClick={send}>
            {t("Send")}
          </Button>
        </div>
      </div>
    );
  }
  if (!theme.objection) {
    return (
      <Button look="plain" class="objection-open" onClick={() => (writing.value = "")}>
        {t("I can’t accept this")}
      </Button>
    );
  }
  return (
    <div class="objection">
      <p class="idea-note">{t("You can’t accept this:")}</p>
      <IdeaText text={theme.objection} />
      <div class="idea-foot">
        <Button look="plain" onClick={() => (writing.value = theme.objection)}>
          {t("Change the words")}
        </Button>
        <Button look="plain" onClick={() => outbox.value.put("theme.object", { theme: theme.id, reason: "", on: false })}>
          {t("Take it back")}
        </Button>
      </div>
    </div>
  );
}
