// Where an article comes from: the ideas behind it, asked for when somebody wants to see them. Never whose they are.

import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Button } from "../../shared/components/Button.jsx";
import { IdeaText } from "../../shared/components/IdeaText.jsx";
import { n, t } from "../../shared/strings.js";
import { said } from "../../shared/translations.js";
import { link, workshop } from "../visit.js";

/** So many ideas are shown at first. */
const FIRST = 10;
/** An idea that was hidden meanwhile does not stay on a phone for longer. */
const LOOK_AGAIN_MS = 20000;

export function Traces({ article }) {
  const open = useSignal(false);
  const ideas = useSignal(null);
  const failed = useSignal(false);
  const all = useSignal(false);
  const online = link.status.value === "online";
  const look = async () => {
    const answer = await link.request("agreement", { article });
    failed.value = !answer?.ok;
    if (answer?.ok) ideas.value = answer.ideas;
  };
  useEffect(() => {
    if (!open.value || !online) return;
    look();
    const timer = setInterval(look, LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [open.value, online]);
  const shown = all.value ? ideas.value : ideas.value?.slice(0, FIRST);
  return (
    <details class="traces" onToggle={(event) => (open.value = event.currentTarget.open)}>
      <summary>{t("Which ideas does it come from?")}</summary>
      <p role="status" class="writing-hint">
        {ideas.value
          ? ideas.value.length
            ? n("{count} idea stands behind it", "{count} ideas stand behind it", ideas.value.length)
            : t("No idea stands behind it; a moderator wrote it.")
          : failed.value
            ? t("The ideas could not be fetched. Is the phone still in the network of the room?")
            : t("One moment")}
      </p>
      {!ideas.value && failed.value && <Button onClick={look}>{t("Try again")}</Button>}
      {shown?.length > 0 && (
        <ul class="ideas">
          {shown.map((idea) => (
            <li key={idea.number} class="idea">
              <IdeaText text={idea.text} />
              <p class="idea-note">
                {t("No. {number}, table {table}, round {round}", idea)}
                {idea.support > 0 && ` · ${n("{count} person supports it", "{count} people support it", idea.support)}`}
                {idea.sector && ` · ${said(workshop.value, idea.sector)}`}
              </p>
            </li>
          ))}
        </ul>
      )}
      {shown?.length < ideas.value?.length && <Button onClick={() => (all.value = true)}>{n("Show {count} more", "Show {count} more", ideas.value.length - shown.length)}</Button>}
    </details>
  );
}
