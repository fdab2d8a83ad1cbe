// Articles made of others: one added, two merged, one split, other ideas put behind one. Dialogs, each with its way back in charter.js.

import { useSignal } from "@preact/signals";
import { Button } from "../shared/components/Button.jsx";
import { Dialog } from "../shared/components/Dialog.jsx";
import { Field } from "../shared/components/Field.jsx";
import { IdeaText } from "../shared/components/IdeaText.jsx";
import { n, t } from "../shared/strings.js";
import { charterOf } from "./agreement.js";
import { Origin } from "./Article.jsx";
import { add, link, merge, split } from "./charter.js";
import { desk, workshop } from "./desk.js";
import { beginningOf, halves } from "./wording.js";

const MOST_SHOWN = 30;

/** A dialog with one thing to do; `act` gives a refusal, or null when it is done. The fields keep what was typed until then. */
function Deed({ open, title, label, act, ready = true, onClose, children }) {
  const busy = useSignal(false);
  const press = async () => {
    if (busy.value || !ready) return;
    busy.value = true;
    const refusal = await act();
    busy.value = false;
    if (!refusal) onClose();
  };
  return (
    <Dialog
      open={open}
      title={title}
      class="reshape"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t("Cancel")}</Button>
          <Button look="main" aria-disabled={busy.value || !ready ? "true" : undefined} onClick={press}>
            {label}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}

/** A refusal is shown at the field it is about, or at the first. */
const errorOf = (refusal, field, first = false) => (refusal && (refusal.field === field || (first && !refusal.field)) ? refusal.message : "");

export function AddArticle({ open, area, onClose }) {
  const text = useSignal("");
  const chosen = useSignal([]);
  const refusal = useSignal(null);
  const act = async () => {
    refusal.value = await add(area.id, text.value, chosen.value);
    if (refusal.value) return refusal.value;
    text.value = "";
    chosen.value = [];
    return null;
  };
  return (
    <Deed open={open} title={t("A new article in “{area}”", { area: area.title })} label={t("Add the article")} act={act} onClose={onClose}>
      <Field as="textarea" rows={4} focused label={t("What does it say?")} value={text.value} error={errorOf(refusal.value, "text", true)} onInput={(typed) => (text.value = typed)} />
      <Pick legend={t("Ideas behind it (you can choose them later)")} ideas={ideasOf(area.id)} chosen={chosen} searched />
    </Deed>
  );
}

export function Merge({ open, article, onClose }) {
  const into = useSignal("");
  const text = useSignal(null);
  const refusal = useSignal(null);
  const others = charterOf(workshop.value, desk.value).filter(({ id }) => id !== article.id);
  const own = others.filter(({ area }) => area === article.area);
  const target = others.find(({ id }) => id === into.value);
  const said = text.value ?? (target ? `${target.text} ${article.text}` : "");
  const act = async () => (refusal.value = await merge(article.id, into.value, said));
  const choose = (id) => {
    into.value = id;
    text.value = null;
  };
  return (
    <Deed open={open} title={t("Merge into another article")} label={t("Merge")} ready={Boolean(target)} act={act} onClose={onClose}>
      <IdeaText text={article.text} as="blockquote" />
      <Field as="select" label={t("Which one does it go into?")} value={into.value} error={errorOf(refusal.value, "into")} onInput={choose}>
        <option value="">{t("Choose an article")}</option>
        {[...own, ...others.filter((each) => !own.includes(each))].map((each) => (
          <option key={each.id} value={each.id}>
            {each.area === article.area ? beginningOf(each.text, 60) : t("{area}: {article}", { area: each.areaTitle, article: beginningOf(each.text, 50) })}
          </option>
        ))}
      </Field>
      {target && (
        <Field
          as="textarea"
          rows={6}
          label={t("What the one article says")}
          hint={n("{count} idea will stand behind it.", "{count} ideas will stand behind it.", new Set([...target.ideas, ...article.ideas]).size)}
          value={said}
          error={errorOf(refusal.value, "text", true)}
          onInput={(typed) => (text.value = typed)}
        />
      )}
    </Deed>
  );
}

export function Split({ open, article, onClose }) {
  const typed = useSignal(null);
  const chosen = useSignal([]);
  const refusal = useSignal(null);
  const [text, rest] = typed.value ?? halves(article.text);
  const act = async () => {
    const gone = chosen.value.filter((id) => article.ideas.includes(id));
    refusal.value = await split(article.id, text, rest, gone);
    if (refusal.value) return refusal.value;
    typed.value = null;
    chosen.value = [];
    return null;
  };
  return (
    <Deed open={open} title={t("Split into two articles")} label={t("Split")} act={act} onClose={onClose}>
      <Field as="textarea" rows={4} label={t("The first says")} value={text} error={errorOf(refusal.value, "text", true)} onInput={(words) => (typed.value = [words, rest])} />
      <Field as="textarea" rows={4} label={t("The second says")} value={rest} error={errorOf(refusal.value, "rest")} onInput={(words) => (typed.value = [text, words])} />
      <Pick legend={t("Which ideas go with the second?")} hint={t("Those you don't tick stay with the first. If you tick none, all stand behind both.")} ideas={article.ideas} chosen={chosen} />
    </Deed>
  );
}

export function PutBehind({ open, article, onClose }) {
  const chosen = useSignal([]);
  const act = async () => {
    const ack = await link(article.id, chosen.value, true);
    if (!ack.ok) return ack.refusal;
    chosen.value = [];
    return null;
  };
  const others = Object.keys(desk.value.ideas).filter((id) => !article.ideas.includes(id));
  return (
    <Deed open={open} title={t("Put ideas behind the article")} label={t("Put them behind it")} ready={chosen.value.length > 0} act={act} onClose={onClose}>
      <IdeaText text={article.text} as="blockquote" />
      <Pick legend={t("Ideas")} ideas={others} chosen={chosen} searched />
    </Deed>
  );
}

/** The ideas of an area, best supported first. */
function ideasOf(area) {
  const { ideas } = desk.value;
  return Object.keys(ideas)
    .filter((id) => ideas[id].area === area)
    .sort((a, b) => ideas[b].support - ideas[a].support || ideas[a].number - ideas[b].number);
}

/** Ideas to tick; `searched` adds a field that finds words among many. Hidden ideas can't be chosen. */
function Pick({ legend, hint = "", ideas, chosen, searched = false }) {
  const wanted = useSignal("");
  const has = (id) => desk.value.ideas[id]?.text.toLocaleLowerCase().includes(wanted.value.trim().toLocaleLowerCase());
  const found = ideas.filter((id) => desk.value.ideas[id] && !desk.value.ideas[id].hidden && (chosen.value.includes(id) || has(id)));
  const tick = (id) => (event) => (chosen.value = event.currentTarget.checked ? [...chosen.value, id] : chosen.value.filter((each) => each !== id));
  if (!ideas.length) return null;
  return (
    <fieldset class="pick">
      <legend class="field-label">{legend}</legend>
      {hint && <p class="field-hint">{hint}</p>}
      {searched && <Field type="search" label={t("Find an idea")} value={wanted.value} onInput={(text) => (wanted.value = text)} />}
      <ul class="pick-list">
        {found.slice(0, MOST_SHOWN).map((id) => (
          <li key={id}>
            <label class="pick-idea">
              <input type="checkbox" checked={chosen.value.includes(id)} onChange={tick(id)} />
              <span>
                <IdeaText text={desk.value.ideas[id].text} as="span" /> <Origin idea={desk.value.ideas[id]} />
              </span>
            </label>
          </li>
        ))}
      </ul>
      {found.length > MOST_SHOWN && <p class="quiet">{n("{count} more; write a word to find it.", "{count} more; write a word to find them.", found.length - MOST_SHOWN)}</p>}
    </fieldset>
  );
}
