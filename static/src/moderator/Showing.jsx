// What the board shows large, and the way back from it.

import { Button } from "../shared/components/Button.jsx";
import { Icon } from "../shared/components/Icon.jsx";
import { t } from "../shared/strings.js";
import { ask, desk, workshop } from "./desk.js";
import { remember } from "./undo.js";

/** Show a theme large on the board, or with "" what it always shows. */
export async function showOnBoard(theme) {
  const before = workshop.peek().spotlight ?? {};
  if (!(await ask("board.show", theme ? { theme } : {})).ok) return;
  const label = theme ? t("Undo showing a theme large") : t("Undo going back to all themes");
  remember(label, () => ask("board.show", before));
}

/** A line while something stands large on the board: nobody in the room sees the wall then. */
export function Showing() {
  const { theme, article } = workshop.value.spotlight ?? {};
  const title = desk.value.themes[theme]?.title;
  if (!title && !(article in desk.value.articles)) return null;
  return (
    <div class="showing">
      <Icon name="screen" />
      <p>{title ? t("The board shows one theme large: “{title}”.", { title }) : t("The board shows one article large.")}</p>
      <Button onClick={() => showOnBoard("")}>{t("Back to all themes")}</Button>
    </div>
  );
}
