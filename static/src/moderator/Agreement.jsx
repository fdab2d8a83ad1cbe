// Where the room stands: articles put to it, how they are answered, the reservations in their own words, and putting one again.

import { useSignal } from "@preact/signals";
import { Button } from "../shared/components/Button.jsx";
import { Dialog } from "../shared/components/Dialog.jsx";
import { Field } from "../shared/components/Field.jsx";
import { Icon } from "../shared/components/Icon.jsx";
import { IdeaText } from "../shared/components/IdeaText.jsx";
import { answeredAll, answeredSome } from "../shared/late/answering.js";
import { n, number, t, time } from "../shared/strings.js";
import { tongueOf } from "../shared/translations.js";
import { answersOf, charterOf } from "./agreement.js";
import { hideWords, putToRoom, showLarge } from "./charter.js";
import { ask, desk, workshop } from "./desk.js";
import { areasOf } from "./gather.js";
import { Wording } from "./Wording.jsx";
import { beginningOf } from "./wording.js";

const KINDS = ["agree", "live_with", "reservation"];

export function Agreement() {
  const articles = answersOf(workshop.value, desk.value);
  const put = articles.filter((article) => article.put);
  const closed = workshop.value.phase === "closed";
  if (!articles.length) return <p class="empty">{t("There are no articles yet. Draft the charter first, or write an article.")}</p>;
  return (
    <>
      {workshop.value.agreement?.open && <Going />}
      {!closed && <Putting articles={articles} />}
      {put.length > 0 && (
        <section class="panel" aria-labelledby="stands">
          <h2 id="stands">{t("Where the room stands")}</h2>
          <ul class="stands">
            {put.map((article) => (
              <Stand key={article.id} article={article} closed={closed} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** While people answer: how far they are, and the end of it. */
function Going() {
  const sure = useSignal(false);
  const progress = desk.value.answering;
  const close = async () => {
    sure.value = false;
    await ask("agreement.close");
  };
  if (!progress) return null;
  return (
    <section class="panel going" aria-labelledby="going">
      <div>
        <h2 id="going">{n("{count} article is with the room", "{count} articles are with the room", progress.articles)}</h2>
        <p>{[answeredAll(progress), answeredSome(progress)].filter(Boolean).join(" · ")}</p>
        <progress max={progress.of || 1} value={progress.all} aria-label={t("People who have answered everything")} />
      </div>
      <Button onClick={() => (sure.value = true)}>{t("Close the answers…")}</Button>
      <Dialog
        open={sure.value}
        title={t("Close the answers?")}
        onClose={() => (sure.value = false)}
        actions={
          <>
            <Button onClick={() => (sure.value = false)}>{t("Leave them open")}</Button>
            <Button look="main" onClick={close}>
              {t("Close the answers")}
            </Button>
          </>
        }
      >
        <p>{closingWords()}</p>
      </Dialog>
    </section>
  );
}

/** What closing means, for whoever is asked about it. */
export function closingWords() {
  return t("Nobody can answer any more; what was answered stays. If you put an article again later, people answer it anew.");
}

/** What to put to the room: all, an area, or chosen articles. */
function Putting({ articles }) {
  const what = useSignal("all");
  const chosen = useSignal([]);
  const inOrder = charterOf(workshop.value, desk.value);
  const meant = { all: inOrder, chosen: inOrder.filter(({ id }) => chosen.value.includes(id)) }[what.value] ?? inOrder.filter(({ area }) => area === what.value);
  const asked = new Map(articles.map((article) => [article.id, article]));
  const fresh = meant.filter(({ id }) => !asked.get(id).asked || asked.get(id).outdated);
  const anew = fresh.filter(({ id }) => asked.get(id).answered > 0).length;
  const tick = (id) => (event) => (chosen.value = event.currentTarget.checked ? [...chosen.value, id] : chosen.value.filter((each) => each !== id));
  return (
    <section class="panel" aria-labelledby="putting">
      <h2 id="putting">{t("Put it to the room")}</h2>
      <p class="quiet">{t("Phones show each article as it reads now. Everybody says: I agree, I can live with it, or I have a reservation, and why.")}</p>
      <div class="putting">
        <Field as="select" label={t("Which articles?")} value={what.value} onInput={(value) => (what.value = value)}>
          <option value="all">{t("The whole charter")}</option>
          {areasOf(workshop.value)
            .filter((area) => inOrder.some((article) => article.area === area.id))
            .map((area) => (
              <option key={area.id} value={area.id} lang={tongueOf(workshop.value, area.title)}>
                {area.title}
              </option>
            ))}
          <option value="chosen">{t("Those I choose")}</option>
        </Field>
        <Button look={workshop.value.agreement?.open ? "" : "main"} aria-disabled={fresh.length ? undefined : "true"} onClick={() => fresh.length && putToRoom(meant.map(({ id }) => id))}>
          {fresh.length ? n("Put {count} article to the room", "Put {count} articles to the room", fresh.length) : what.value === "chosen" && !meant.length ? t("Choose articles first") : t("The room is answering these")}
        </Button>
      </div>
      {what.value === "chosen" && (
        <ul class="pick-list">
          {inOrder.map((article) => (
            <li key={article.id}>
              <label class="pick-idea">
                <input type="checkbox" checked={chosen.value.includes(article.id)} onChange={tick(article.id)} />
                <IdeaText text={article.text} as="span" />
              </label>
            </li>
          ))}
        </ul>
      )}
      {anew > 0 && <p class="check"><Icon name="info" />{n("{count} of them was answered before. It is asked anew; the earlier answers stay in the record.", "{count} of them were answered before. They are asked anew; the earlier answers stay in the record.", anew)}</p>}
    </section>
  );
}

function Stand({ article, closed }) {
  const editing = useSignal(false);
  const lit = workshop.value.spotlight?.article === article.id;
  const name = beginningOf(article.text);
  const putAgain = async () => {
    if (await putToRoom([article.id])) editing.value = false;
  };
  return (
    <li class={`stand-of ${article.open.length ? "stand-open" : ""}`}>
      <p class="quiet">{article.areaTitle}</p>
      {editing.value ? <Wording article={article} label={t("Article")} /> : <IdeaText text={article.text} as="blockquote" />}
      <Band figures={article.agreement} />
      <p class="quiet">
        {n("{answered} of {count} person has answered", "{answered} of {count} people have answered", article.of, { answered: number(article.answered) })}
        {article.put > 1 && <> · {n("put {count} time", "put {count} times", article.put)}</>}
        {!article.asked && <> · {t("answers are closed")}</>}
      </p>
      {article.outdated && (
        <p class="check outdated">
          <Icon name="info" />
          {t("Reworded since: these answers are about the earlier wording.")}
        </p>
      )}
      <Said title={n("{count} open reservation", "{count} open reservations", article.open.length)} article={article} answers={article.open} />
      {!closed && (
        <div class="row-actions">
          <Button icon="edit" aria-expanded={editing.value ? "true" : "false"} onClick={() => (editing.value = !editing.value)} aria-label={t("Reword: “{article}”", { article: name })}>
            {t("Reword")}
          </Button>
          {(article.outdated || !article.asked) && (
            <Button look={article.outdated ? "main" : ""} onClick={putAgain} aria-label={t("Put it again: “{article}”", { article: name })}>
              {t("Put it again")}
            </Button>
          )}
          <Button look="plain" icon="screen" aria-pressed={lit ? "true" : "false"} onClick={() => showLarge(lit ? "" : article.id)}>
            {t("Large on the board")}
          </Button>
        </div>
      )}
      {article.comments.length > 0 && (
        <details>
          <summary>{n("{count} remark of others", "{count} remarks of others", article.comments.length)}</summary>
          <Answers article={article} answers={article.comments} />
        </details>
      )}
      {article.earlier.length > 0 && (
        <details>
          <summary>{n("{count} reservation to an earlier wording, in the record", "{count} reservations to earlier wordings, in the record", article.earlier.length)}</summary>
          <Answers article={article} answers={article.earlier} />
        </details>
      )}
    </li>
  );
}

function Said({ title, article, answers }) {
  if (!answers.length) return null;
  return (
    <>
      <h3 class="said-title">{title}</h3>
      <Answers article={article} answers={answers} />
    </>
  );
}

/** What people said, in their own words and without their names; a moderator can take words off every screen and paper. */
function Answers({ article, answers }) {
  return (
    <ul class="said-list">
      {answers.map((said) => (
        <li key={said.number} class={said.hidden ? "said-hidden" : ""}>
          <p>
            {said.reason ? <IdeaText text={said.reason} as="span" /> : <em>{t("without words")}</em>}{" "}
            <span class="quiet">
              {time(said.at)}
              {said.put !== article.put && <> · {t("put {number}", { number: said.put })}</>}
              {said.hidden && <> · {t("hidden: its words are in no paper")}</>}
            </span>
          </p>
          {said.reason && (
            <Button look="plain" icon={said.hidden ? "back" : "hidden"} onClick={() => hideWords(article.id, said.number, !said.hidden)} aria-label={said.hidden ? t("Show again: “{words}”", { words: beginningOf(said.reason) }) : t("Hide the words: “{words}”", { words: beginningOf(said.reason) })}>
              {said.hidden ? t("Show again") : t("Hide the words")}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Where the room stands on an article: a band in three patterns, and the same in words. */
function Band({ figures }) {
  const words = {
    agree: n("{count} agrees", "{count} agree", figures.agree),
    live_with: n("{count} can live with it", "{count} can live with it", figures.live_with),
    reservation: n("{count} has a reservation", "{count} have a reservation", figures.reservation),
  };
  const silent = Math.max(0, figures.of - figures.agree - figures.live_with - figures.reservation);
  return (
    <div class="stand">
      <div class="stand-band" aria-hidden="true">
        {KINDS.map((kind) => (
          <span key={kind} class={`stand-${kind}`} style={{ "--share": figures[kind] }} />
        ))}
        <span style={{ "--share": silent }} />
      </div>
      <p class="stand-words">
        {KINDS.map((kind) => (
          <span key={kind} class="stand-word">
            <span class={`stand-key stand-${kind}`} aria-hidden="true" />
            {words[kind]}
          </span>
        ))}
      </p>
    </div>
  );
}
