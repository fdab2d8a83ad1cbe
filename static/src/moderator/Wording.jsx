// An article's sentence where it stands: reworded by several at once, without anybody's words being lost.

import { signal, useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { Button } from "../shared/components/Button.jsx";
import { Field } from "../shared/components/Field.jsx";
import { Icon } from "../shared/components/Icon.jsx";
import { IdeaText } from "../shared/components/IdeaText.jsx";
import { page } from "../shared/page.js";
import { store } from "../shared/storage.js";
import { t, time } from "../shared/strings.js";
import { reword } from "./charter.js";
import { aloud, link } from "./desk.js";
import { remember } from "./undo.js";
import { beginningOf, goOn, standing, typed } from "./wording.js";

const SAID_MS = 2500;

/** What is typed and not saved yet, by article: it outlives a look elsewhere and a reload. */
const drafts = new Map();

function draftOf(id) {
  if (!drafts.has(id)) drafts.set(id, signal(store.get(`obrus.${page.code}.wording.${id}`)));
  return drafts.get(id);
}

function keep(id, draft) {
  draftOf(id).value = draft;
  const key = `obrus.${page.code}.wording.${id}`;
  // One that is on disk already needs no keeping here.
  if (draft && !draft.sent) store.set(key, { text: draft.text, after: draft.after, beside: draft.beside });
  else store.remove(key);
}

/** `label` names the field; `article` is {id, text, wordings, …}. Saved when the field is left, unless somebody else wrote meanwhile. */
export function Wording({ article, label, hint = "", disabled = false }) {
  const { id } = article;
  const draft = draftOf(id).value;
  const how = standing(article, draft);
  const saved = useSignal(false);
  const saving = useRef(false);
  const box = useRef(null);
  useEffect(() => {
    if (how === "saved" && draft && draft.sent) keep(id, null);
  }, [how]);

  const save = async () => {
    const now = draftOf(id).peek();
    if (!now || saving.current || now.sent) return;
    const text = now.text.trim();
    if (text === article.text) return keep(id, null);
    saving.current = true;
    const ack = await reword(id, text, now.after);
    saving.current = false;
    const later = draftOf(id).peek() ?? now;
    if (!ack.ok) return keep(id, { ...later, refusal: ack.refusal });
    aloud.value = t("Saved: {text}", { text });
    saved.value = true;
    setTimeout(() => (saved.value = false), SAID_MS);
    // Whoever went on typing while it was on its way has seen what was saved.
    keep(id, later.text === now.text ? { text, after: now.after, sent: true } : { text: later.text, after: now.after + 1 });
  };
  const away = link.status.value !== "online";
  useEffect(() => {
    if (!away && draftOf(id).peek()?.refusal?.code === "offline") save();
  }, [away]);

  const drop = (undoLabel) => {
    const mine = draftOf(id).peek();
    if (!mine || mine.sent) return;
    remember(undoLabel, () => keep(id, mine));
    keep(id, null);
  };
  const onKeyDown = (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) save();
    if (event.key === "Escape" && how !== "saved") drop(t("Undo discarding your wording of “{article}”", { article: beginningOf(article.text) }));
  };
  const both = how === "meanwhile" || (how === "draft" && draft.beside);
  const refusal = draft?.refusal?.code === "reworded_meanwhile" ? "" : (draft?.refusal?.message ?? "");
  const text = how === "saved" ? article.text : draft.text;
  return (
    <div class={`editable wording ${both ? "wording-both" : ""}`} ref={box}>
      <Field
        as="textarea"
        rows={Math.min(8, 1 + Math.ceil(text.length / 80))}
        label={both ? t("Your version") : label}
        hint={both ? "" : hint}
        value={text}
        error={refusal}
        disabled={disabled}
        onInput={(value) => keep(id, typed(article, how === "saved" ? null : draft, value))}
        onBlur={() => both || save()}
        onKeyDown={onKeyDown}
      />
      {both && (
        <Other
          article={article}
          text={how === "meanwhile" ? article.text : draft.beside}
          deciding={how === "meanwhile"}
          mine={async () => {
            keep(id, goOn(article, draft));
            await save();
          }}
          theirs={() => drop(t("Undo taking the other version of “{article}”", { article: beginningOf(article.text) }))}
          on={() => {
            keep(id, goOn(article, draft));
            box.current.querySelector("textarea").focus();
          }}
        />
      )}
      {saved.value && (
        <span class="editable-saved" aria-hidden="true">
          <Icon name="check" />
          {t("saved")}
        </span>
      )}
    </div>
  );
}

/** What somebody else wrote meanwhile, beside one's own, and the three ways on. */
function Other({ article, text, deciding, mine, theirs, on }) {
  const when = article.wordings.findLast((wording) => wording.text === text)?.at;
  return (
    <>
      <div class="wording-other">
        <p class="field-label">{when ? t("The other version, saved at {time}", { time: time(when) }) : t("The other version")}</p>
        <IdeaText text={text} as="blockquote" />
      </div>
      <div class="wording-ways">
        <p role="alert" class="wording-news">
          {deciding && (
            <>
              <Icon name="people" />
              {t("Somebody else has reworded this while you were writing. Nothing is lost: choose what the charter says.")}
            </>
          )}
        </p>
        <div class="row-actions">
          <Button look="main" onClick={mine}>
            {t("Save my version")}
          </Button>
          <Button onClick={theirs}>{t("Take the other version")}</Button>
          {deciding && <Button onClick={on}>{t("Go on writing, with both in sight")}</Button>}
        </div>
      </div>
    </>
  );
}
