// The box at the thumb. What is typed is kept with every keystroke, with the round it was begun in.

import { useEffect } from "preact/hooks";
import { Button } from "../shared/components/Button.jsx";
import { Icon } from "../shared/components/Icon.jsx";
import { IdeaText } from "../shared/components/IdeaText.jsx";
import { t } from "../shared/strings.js";
import { LIMIT, lengthOf, WritingBox } from "./WritingBox.jsx";
import { roundOfDraft } from "./screen.js";
import { outbox, person, workshop } from "./visit.js";

/** `children` stand above the box (news from the table); `onSent` is called when an idea was put into the outbox. */
export function Composer({ onSent, children }) {
  const { draft, items, put, write } = outbox.value;
  const { text } = draft.value;
  const round = roundOfDraft(draft.value, workshop.value, person.value);
  const ready = text.trim() !== "" && lengthOf(text) <= LIMIT && round > 0;
  const refused = items.value.filter((item) => item.type === "idea.post" && item.state === "refused");
  useEffect(() => giveBack(refused[0]), [refused[0]?.id, text === ""]);

  function type(next) {
    const begun = draft.value.text && next ? draft.value.round : workshop.value.round;
    write({ text: next, round: begun ?? 0 });
  }
  function send() {
    if (!ready) return;
    put("idea.post", { text: text.trim(), round });
    write({ text: "", round: 0 });
    onSent?.();
  }

  return (
    <form
      class="composer"
      aria-label={t("Write an idea")}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {children}
      {refused.map((item) => (
        <Refused key={item.id} item={item} />
      ))}
      <Elsewhere round={round} />
      <div class="composer-row">
        <WritingBox
          label={t("Your idea")}
          hint={t("Please don’t write about clients or families by name.")}
          placeholder={t("Write an idea…")}
          text={text}
          onText={type}
          onSend={send}
        />
        <Button type="submit" look="main" icon="add" class="composer-send" aria-disabled={ready ? undefined : "true"}>
          {t("Add")}
        </Button>
      </div>
    </form>
  );
}

/** A refused idea goes back into the box when that is empty, so that one only has to mend it. */
function giveBack(item) {
  const { draft, write, drop } = outbox.peek();
  if (!item || draft.peek().text) return;
  write({ text: item.fields.text, round: item.fields.round, refusal: item.refusal.message });
  drop(item.id);
}

/** While something else is being written, a refused idea waits above the box with its reason. */
function Refused({ item }) {
  return (
    <div class="refused" role="alert">
      <p class="field-error">
        <Icon name="warning" />
        {item.refusal.message}
      </p>
      <IdeaText text={item.fields.text} />
      <Button onClick={() => outbox.value.drop(item.id)}>{t("Discard this text")}</Button>
    </div>
  );
}

/** Says where the text will go if that is not the table one sits at now, and why it came back if it did. */
function Elsewhere({ round }) {
  const { draft, write } = outbox.value;
  const { text, refusal } = draft.value;
  const here = workshop.value.phase === "round" ? workshop.value.round : 0;
  const number = workshop.value.tables[person.value.seats[round]]?.number;
  return (
    <>
      {refusal && (
        <p class="field-error" role="alert">
          <Icon name="warning" />
          {refusal}
        </p>
      )}
      {text && round > 0 && round !== here && number && (
        <p class="elsewhere">
          {t("Begun in round {round}: it will be written down at table {number}.", { round, number })}{" "}
          {here > 0 && (
            <Button look="plain" onClick={() => write({ text, round: here })}>
              {t("Write it at this table instead")}
            </Button>
          )}
        </p>
      )}
    </>
  );
}
