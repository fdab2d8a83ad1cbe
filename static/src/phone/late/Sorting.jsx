// The room sorts: one idea, a few themes it may belong to, one tap. Then the next one.

import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { Button } from "../../shared/components/Button.jsx";
import { IdeaText } from "../../shared/components/IdeaText.jsx";
import { t, typeset } from "../../shared/strings.js";
import { link, outbox, workshop } from "../visit.js";

/** A finger that was still tapping the question before does not answer this one. */
const SETTLE_MS = 350;
/** How soon a question that did not come is asked for again. */
const ASK_AGAIN_MS = 1500;
/** How often a phone with nothing to do looks whether there is something again. */
const LOOK_AGAIN_MS = 4000;

export function Sorting() {
  const asked = useSignal(undefined);
  const attempts = useSignal(0);
  const shownAt = useRef(0);
  const idea = useRef(null);
  const { items } = outbox.value;
  const waiting = items.value.some((item) => item.type === "question.answer" && ["waiting", "sending"].includes(item.state));
  const online = link.status.value === "online";

  async function next() {
    const reply = await link.request("question", {});
    // Without an answer, or with a refusal (the desk may be starting), it is asked again in a moment.
    if (!reply?.ok) return void setTimeout(() => (attempts.value += 1), ASK_AGAIN_MS);
    asked.value = reply.question;
    shownAt.current = performance.now();
  }
  useEffect(() => {
    if (online && !waiting && asked.value === undefined) next();
  }, [online, waiting, asked.value, attempts.value]);
  const idle = asked.value && !asked.value.idea;
  useEffect(() => {
    const timer = idle && setInterval(next, LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [idle]);
  // Whoever does not see the screen hears the new idea; the finger's place does not matter to the others.
  useEffect(() => idea.current?.focus({ preventScroll: true }), [asked.value?.idea]);

  function answer(chosen, skip = false) {
    if (performance.now() - shownAt.current < SETTLE_MS) return;
    const { idea: about, candidates } = asked.value;
    const shown = candidates.map((candidate) => (candidate.ideas?.length ? candidate.ideas : candidate.theme));
    outbox.value.put("question.answer", { idea: about, shown, chosen, skip });
    asked.value = undefined;
  }

  const { done, total } = workshop.value.sorting;
  const own = asked.value?.idea ? asked.value : null;
  return (
    <main class="page sort">
      <h1>{own ? t("Where does this idea belong?") : idle ? t("Nothing to sort just now") : t("One moment")}</h1>
      {own && (
        <>
          <div class="sort-idea" ref={idea} tabIndex={-1}>
            <IdeaText text={own.text} />
          </div>
          <ul class="choices">
            {own.candidates.map((candidate, at) => (
              <li key={`${own.idea} ${at}`}>
                <button type="button" class="choice" onClick={() => answer(at)}>
                  <strong dir="auto">{typeset(candidate.title)}</strong>
                  {candidate.examples.map((text) => (
                    <IdeaText key={text} text={text} />
                  ))}
                </button>
              </li>
            ))}
          </ul>
          <div class="choices-foot">
            <Button onClick={() => answer(null)}>{t("None of these")}</Button>
            <Button look="plain" onClick={() => answer(null, true)}>
              {t("Skip")}
            </Button>
          </div>
        </>
      )}
      {idle && <p>{t("Thank you. Look at the screen: the ideas are finding their places.")}</p>}
      {waiting && !online && <p>{t("Your answer waits here until there is a connection.")}</p>}
      <div class="sort-progress">
        <label for="sorted">{t("The room has sorted {done} of {total}", { done, total })}</label>
        <progress id="sorted" max={Math.max(1, total)} value={done} />
      </div>
    </main>
  );
}
