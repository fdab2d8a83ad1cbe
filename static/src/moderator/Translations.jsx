// The workshop's own texts in its other language: one sheet, closed for those who need one language only.

import { signal, useSignal } from "@preact/signals";
import { Button } from "../shared/components/Button.jsx";
import { say } from "../shared/components/Notice.jsx";
import { page } from "../shared/page.js";
import { number, t } from "../shared/strings.js";
import { ask, written } from "./desk.js";
import { Editable } from "./Editable.jsx";
import { otherOf, progressOf, sheetOf } from "./translations.js";

/** What words that were changed at this console had been in the other language, by the words they became. */
const left = signal(new Map());

/** Save a text that is changed. Its version was one of the old words: it is put aside, and the sheet offers it for the new ones. */
export async function reword(before, after, save) {
  const version = sheetOf(written.peek()).flatMap(({ texts }) => texts).find(({ text }) => text === before)?.said;
  const ack = await save();
  if (ack.ok && version && after) {
    left.value = new Map(left.peek()).set(after, version);
    say(otherOf(written.peek()) === "en" ? t("The words have changed, so their English version is not shown. Look at it under “Also in English”.") : t("The words have changed, so their Polish version is not shown. Look at it under “Also in Polish”."));
  }
  return ack;
}

export function Translations() {
  const open = useSignal(false);
  const language = otherOf(written.value);
  const sheet = sheetOf(written.value);
  const { all, done } = progressOf(sheet);
  const far = { done: number(done), all: number(all) };
  const kinds = { whole: t("Title and purpose"), areas: t("Areas of the charter"), tables: t("Tables"), rounds: t("Rounds"), sectors: t("Sectors to choose from") };
  return (
    <details class="panel translations" onToggle={(event) => (open.value = event.currentTarget.open)}>
      <summary>
        <h2>{language === "en" ? t("Also in English: {done} of {all} texts", far) : t("Also in Polish: {done} of {all} texts", far)}</h2>
      </summary>
      <p class="quiet">{t("Whoever reads the screens in this language reads what you write here; where a field is empty, the original. The charter and the papers stay in one language.")}</p>
      {open.value && sheet.map(({ kind, texts }) => (
        <div key={kind} class="versions">
          <h3>{kinds[kind]}</h3>
          {texts.map((each) => (
            <Version key={each.text} language={language} {...each} />
          ))}
        </div>
      ))}
    </details>
  );
}

/** One text and its version; of words that were changed just now, what their version had been. */
function Version({ language, text, said }) {
  const save = (translation) => ask("text.translate", { language, text, translation }, { quiet: true });
  const before = said ? "" : left.value.get(text);
  const own = written.value.language === page.language ? undefined : written.value.language;
  return (
    <div class="version">
      <Editable name={`translation/${text}`} wraps label={text} tongue={own} lang={language} value={said} save={save} />
      {before && (
        <p class="quiet version-before">
          <span>{t("Before the change:")}</span> <span lang={language}>{before}</span>
          <Button onClick={() => save(before)}>{t("Use it again")}</Button>
        </p>
      )}
    </div>
  );
}
