// The agreement: one article at a time, three answers, and a reason for a reservation. Everything goes through the outbox.

import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { Button } from "../../shared/components/Button.jsx";
import { Field } from "../../shared/components/Field.jsx";
import { Icon } from "../../shared/components/Icon.jsx";
import { IdeaText } from "../../shared/components/IdeaText.jsx";
import { answeredAll } from "../../shared/late/answering.js";
import { page } from "../../shared/page.js";
import { store } from "../../shared/storage.js";
import { n, t } from "../../shared/strings.js";
import { tongueOf } from "../../shared/translations.js";
import { ANSWERS, firstOpen, questions } from "./agreement.js";
import { Traces } from "./Traces.jsx";
import { link, outbox, person, workshop } from "../visit.js";

const REASON = 500;
/** How often a phone that has answered everything asks how far the others are. */
const LOOK_AGAIN_MS = 60000;
const LOOKS = { agree: "check", live_with: "minus", reservation: "hand" };

function words() {
  return { agree: t("I agree"), live_with: t("I can live with it"), reservation: t("I have a reservation") };
}

export function Agreement() {
  const list = questions(workshop.value, person.value, outbox.value.items.value);
  const chosen = useSignal("");
  const heading = useRef(null);
  const at = Math.max(0, list.findIndex(({ id }) => id === chosen.value));
  const shown = list[chosen.value ? at : firstOpen(list)];
  const go = (to) => {
    chosen.value = list[to]?.id ?? "";
    heading.current?.focus({ preventScroll: true });
    scrollTo(0, 0);
  };
  // What one looks at stays, even when others' news change the list.
  useEffect(() => {
    if (shown && !chosen.value) chosen.value = shown.id;
  }, [shown?.id]);
  if (!shown) return null;
  const place = list.indexOf(shown);
  const left = list.filter(({ answer }) => !answer).length;
  return (
    <main class="page agreement">
      <h1 ref={heading} tabIndex={-1}>
        {t("Can you stand behind this?")}
      </h1>
      <p class="writing-hint">
        {t("Article {number} of {count}", { number: place + 1, count: list.length })} · <span lang={tongueOf(workshop.value, shown.area)}>{shown.area}</span>
      </p>
      <IdeaText text={shown.text} as="blockquote" class="article-put" lang={tongueOf(workshop.value, shown.text)} />
      {shown.again && (
        <p class="idea-note">
          <Icon name="info" />
          {t("It was reworded since you answered. Please answer again.")}
        </p>
      )}
      <Traces key={`${shown.id}/${shown.put}`} article={shown.id} />
      <Answers key={shown.id} shown={shown} />
      <nav class="choices-foot" aria-label={t("Articles")}>
        <Button aria-disabled={place ? undefined : "true"} onClick={() => place && go(place - 1)}>
          {t("Back")}
        </Button>
        {place + 1 < list.length && (
          <Button look={shown.answer ? "main" : ""} onClick={() => go(place + 1)}>
            {t("Next article")}
          </Button>
        )}
      </nav>
      <p role="status" class="writing-hint">
        {left ? n("{count} article still without your answer", "{count} articles still without your answer", left) : t("You have answered everything. Thank you. You can change your answers until the moderator closes this.")}
      </p>
      <Progress all={left === 0} />
    </main>
  );
}

function Answers({ shown }) {
  const draft = `obrus.${page.code}.reason.${shown.id}`;
  const reason = useSignal(store.get(draft) ?? shown.reason);
  const over = [...reason.value.trim()].length - REASON;
  const send = (answer) => {
    // Too many words are shortened by whoever wrote them; until then the answer stands with what was saved before.
    const said = over > 0 ? shown.reason : reason.value.trim();
    outbox.value.put("article.answer", { article: shown.id, answer, reason: answer === "reservation" ? said : "" });
    if (answer === "reservation" && over <= 0) store.remove(draft);
  };
  const type = (text) => {
    reason.value = text;
    store.set(draft, text);
  };
  const unsent = shown.answer === "reservation" && reason.value.trim() !== shown.reason;
  const ready = unsent && over <= 0;
  return (
    <>
      <div class="answers" role="group" aria-label={t("Your answer")}>
        {ANSWERS.map((answer) => (
          <Button key={answer} size="wide large" icon={LOOKS[answer]} aria-pressed={shown.answer === answer ? "true" : "false"} onClick={() => send(answer)}>
            {words()[answer]}
          </Button>
        ))}
      </div>
      {shown.answer === "reservation" && (
        <div class="objection">
          <Field
            as="textarea"
            rows={3}
            label={t("What is your reservation?")}
            hint={t("It goes into the charter’s annex in your own words, without your name.")}
            error={over > 0 ? n("{count} character too many", "{count} characters too many", over) : ""}
            value={reason.value}
            onInput={type}
          />
          <Button look={ready ? "main" : ""} aria-disabled={ready ? undefined : "true"} onClick={() => ready && send("reservation")}>
            {unsent || !shown.reason ? t("Save my words") : t("Saved")}
          </Button>
        </div>
      )}
    </>
  );
}

/** How many people have answered; asked for when one's own answer has arrived, and now and then by those who have nothing left to do. */
function Progress({ all }) {
  const told = useSignal(null);
  const online = link.status.value === "online";
  const look = async () => {
    const answer = await link.request("agreement");
    if (answer?.ok) told.value = answer.progress;
  };
  useEffect(() => {
    if (!online) return;
    look();
    const timer = all && setInterval(look, LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [online, all, person.value.answers]);
  return told.value?.articles ? <p class="writing-hint">{answeredAll(told.value)}</p> : null;
}
