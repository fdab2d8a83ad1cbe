import { useSignal } from "@preact/signals";
import { Button } from "../shared/components/Button.jsx";
import { Icon } from "../shared/components/Icon.jsx";
import { IdeaText } from "../shared/components/IdeaText.jsx";
import { n, number, t } from "../shared/strings.js";
import { later } from "./later.jsx";
import { LIMIT, WritingBox } from "./WritingBox.jsx";
import { outbox, tablet } from "./visit.js";

const Decided = later("Decided", "div");
const TakingBack = later("TakingBack", "div");

/** One idea on the cloth: others' can be supported, one's own changed. `still`: only to look at. `onAnswer`: it can be answered. */
export function Idea({ idea, still = false, onAnswer }) {
  const rewording = useSignal(null);
  if (rewording.value !== null) return <Rewording idea={idea} text={rewording} />;
  return (
    <li class={`idea ${idea.mine ? "idea-mine" : "idea-other"}`}>
      {idea.about && (
        <p class="idea-about">
          {idea.objects ? t("Objects to: {text}", { text: idea.about }) : t("Adds to: {text}", { text: idea.about })}
        </p>
      )}
      <IdeaText text={idea.text} />
      {idea.mine ? <Own idea={idea} still={still} onReword={() => (rewording.value = idea.text)} /> : tablet ? <Supporters count={idea.support} /> : <Support idea={idea} />}
      {onAnswer && idea.id && !idea.mine && <Button look="plain" icon="speech" class="idea-answer" label={t("Add to this idea or object to it")} onClick={() => onAnswer(idea)} />}
    </li>
  );
}

/** A hand to raise for somebody else's idea. It shows the pressed state at once and waits in the outbox like everything else. */
function Support({ idea }) {
  return (
    <Button
      icon="hand"
      class="support"
      title={t("I support this")}
      aria-pressed={idea.supported ? "true" : "false"}
      onClick={() => outbox.value.put("idea.support", { idea: idea.id, on: !idea.supported })}
    >
      <span class="unseen">{t("I support this")}</span>
      <Count support={idea.support} />
    </Button>
  );
}

function Supporters({ count }) {
  return (
    count > 0 && (
      <span class="idea-note">
        <Icon name="hand" />
        <Count support={count} />
      </span>
    )
  );
}

function Count({ support }) {
  return (
    support > 0 && (
      <>
        <span class="support-count" aria-hidden="true">
          {number(support)}
        </span>
        <span class="unseen">{n("{count} person supports it", "{count} people support it", support)}</span>
      </>
    )
  );
}

function Own({ idea, still, onReword }) {
  // "now" while it is asked whether to take the idea back; "before" from then on: a dialog that is gone gives no focus back.
  const asking = useSignal("");
  return (
    <div class="idea-foot">
      {idea.decided && idea.state === "saved" ? (
        <Decided of={idea.decided} />
      ) : (
        <span class="idea-note">
          <Icon name={idea.state === "waiting" ? "wait" : "check"} />
          {idea.state === "waiting" ? t("Yours · waiting to be sent") : t("Yours · saved")}
        </span>
      )}
      <Supporters count={idea.support} />
      {!still && idea.id && (
        <span class="idea-actions">
          <Button look="plain" icon="edit" label={t("Change this idea")} onClick={onReword} />
          <Button look="plain" icon="back" label={t("Take this idea back")} onClick={() => (asking.value = "now")} />
        </span>
      )}
      {asking.value && <TakingBack open={asking.value === "now"} idea={idea} onClose={() => (asking.value = "before")} />}
    </div>
  );
}

function Rewording({ idea, text }) {
  const close = () => (text.value = null);
  const save = () => {
    const words = text.value.trim();
    if (words && words !== idea.text) outbox.value.put("idea.reword", { idea: idea.id, text: words });
    close();
  };
  return (
    <li class="idea idea-mine">
      <WritingBox label={t("Change this idea")} text={text.value} onText={(next) => (text.value = next)} onSend={save} focused />
      <div class="idea-foot">
        <Button onClick={close}>{t("Leave as it was")}</Button>
        <Button look="main" onClick={save} disabled={!text.value.trim() || text.value.length > LIMIT}>
          {t("Save")}
        </Button>
      </div>
    </li>
  );
}
