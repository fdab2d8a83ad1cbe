// What the moderator makes of one's own idea: it waits to be read, is let through, or hidden. Said aloud when it changes.

import { Icon } from "../../shared/components/Icon.jsx";
import { t } from "../../shared/strings.js";

/** `of`: "waits", "through" or "hidden". */
export function Decided({ of }) {
  const [icon, said] = {
    waits: ["wait", t("Yours · saved, the moderator reads it first")],
    through: ["check", t("Yours · let through by the moderator")],
    hidden: ["hidden", t("Hidden by the moderator: only you see it")],
  }[of];
  return (
    <span class="idea-note" role="status">
      <Icon name={icon} />
      {said}
    </span>
  );
}
