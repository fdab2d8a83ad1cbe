// The question before one's own idea is taken back.

import { Button } from "../../shared/components/Button.jsx";
import { Dialog } from "../../shared/components/Dialog.jsx";
import { IdeaText } from "../../shared/components/IdeaText.jsx";
import { t } from "../../shared/strings.js";
import { outbox } from "../visit.js";

/** `open`: whether it is asked now; `onClose` is called when it has been answered with no. */
export function TakingBack({ open, idea, onClose }) {
  return (
    <Dialog
      open={open}
      title={t("Take this idea back?")}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t("Keep it")}</Button>
          <Button look="danger" onClick={() => outbox.value.put("idea.withdraw", { idea: idea.id })}>
            {t("Take it back")}
          </Button>
        </>
      }
    >
      <IdeaText text={idea.text} />
      <p>{t("It disappears from every screen. This cannot be undone.")}</p>
    </Dialog>
  );
}
