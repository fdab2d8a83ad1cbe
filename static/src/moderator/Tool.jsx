// A button in the console's head, and the window that it opens.

import { useSignal } from "@preact/signals";
import { Button } from "../shared/components/Button.jsx";
import { Dialog } from "../shared/components/Dialog.jsx";
import { Icon } from "../shared/components/Icon.jsx";
import { t } from "../shared/strings.js";

/**
 * `word` stands below the button's picture and is a part of `label`, which names it in full, `icon` or `path` (Icon.jsx) is its picture; `title`, where it is another, the window. `open`: the signal
 * of whether it is open, where something else opens it too; `onOpen` is called when the button has.
 */
export function Tool({ word, label, title = label, icon, path, open: given, onOpen, children }) {
  const own = useSignal(false);
  const open = given ?? own;
  const show = () => {
    open.value = true;
    onOpen?.();
  };
  const close = () => (open.value = false);
  return (
    <>
      <Button look="plain" label={label} onClick={show}>
        <Icon name={icon} path={path} />
        {word}
      </Button>
      <Dialog open={open.value} title={title} onClose={close} actions={<Button onClick={close}>{t("Close")}</Button>}>
        {children}
      </Dialog>
    </>
  );
}
