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
  const { text, about } = draft.value;
  const round = roundOfDraft(draft.value, workshop.value, person.value);
  const ready = text.trim() !== "" && lengthOf(text) <= LIMIT && round > 0;
  const refused = items.value.filter((item) => item.type === "idea.post" && item.state === "refused");
  useEffect(() => giveBack(refused[0]), [refused[0]?.id, text === ""]);

  function type(next) {
    const begun = draft.value.text && next ? draft.value.round : workshop.value.round;
    write({ ...draft.value, text: next, round: begun ?? 0, refusal: undefined });
  }
  function send() {
    if (!ready) return;
    put("idea.post", { text: text.trim(), round, ...extras(draft.value) });
    write({ text: "", round: 0, forTable: draft.value.forTable });
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
      <About />
      <ForTable />
      <div class="composer-row">
        <WritingBox
          label={t("Your idea")}
          hint={t("Please don’t write about clients or families by name.")}
          placeholder={about ? "" : t("Write an idea…")}
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

/** What goes out with the words: the idea they are about, and whether the host writes them for the table. */
function extras({ about, forTable }) {
  const reference = about ? { builds_on: about.idea, ...(about.objects ? { objects: true } : {}) } : {};
  return { ...reference, ...(forTable && person.value.host_of && !person.value.tablet ? { for_table: true } : {}) };
}

/** The idea one is adding to, or objecting to. */
function About() {
  const { draft, write } = outbox.value;
  const { about } = draft.value;
  if (!about) return null;
  const set = (objects) => write({ ...draft.value, about: { ...about, objects } });
  return (
    <div class="about">
      <IdeaText text={about.text} class="about-text" />
      <div class="about-how" role="group" aria-label={t("What you do with this idea")}>
        <Button aria-pressed={about.objects ? "false" : "true"} onClick={() => set(false)}>
          {t("Add to it")}
        </Button>
        <Button aria-pressed={about.objects ? "true" : "false"} onClick={() => set(true)}>
          {t("Object to it")}
        </Button>
        <Button look="plain" icon="close" label={t("Write an idea of its own instead")} onClick={() => write({ ...draft.value, about: undefined })} />
      </div>
    </div>
  );
}

/** A host writes down what somebody said who does not type: it belongs to the table then. */
function ForTable() {
  const { draft, write } = outbox.value;
  if (person.value.tablet || person.value.host_of !== person.value.table || !person.value.table) return null;
  return (
    <label class="for-table">
      <input type="checkbox" checked={Boolean(draft.value.forTable)} onChange={(event) => write({ ...draft.value, forTable: event.currentTarget.checked })} />
      {t("For the table: somebody who does not type said it")}
    </label>
  );
}

/** A refused idea goes back into the box when that is empty, so that one only has to mend it. */
function giveBack(item) {
  const { draft, write, drop } = outbox.peek();
  if (!item || draft.peek().text) return;
  const { text, round, builds_on: idea, objects = false, for_table: forTable } = item.fields;
  write({ text, round, forTable, about: idea && { idea, text: "", objects }, refusal: item.refusal.message });
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
            <Button look="plain" onClick={() => write({ ...draft.value, round: here, about: undefined })}>
              {t("Write it at this table instead")}
            </Button>
          )}
        </p>
      )}
    </>
  );
}
