import { useEffect, useId, useRef } from "preact/hooks";

/**
 * The browser's own modal dialog: keeps the focus inside, Escape closes it, the focus goes back to where it was.
 * `open`, `title`, `onClose`; `actions` are its buttons.
 */
export function Dialog({ open, title, onClose, actions, children, class: extra = "" }) {
  const dialog = useRef(null);
  const id = useId();
  useEffect(() => {
    if (open && !dialog.current.open) dialog.current.showModal();
    if (!open && dialog.current.open) dialog.current.close();
  }, [open]);
  return (
    <dialog ref={dialog} class={`dialog ${extra}`} aria-labelledby={id} onClose={onClose}>
      {open && (
        <div class="dialog-body">
          <h2 id={id}>{title}</h2>
          {children}
          {actions && <div class="dialog-actions">{actions}</div>}
        </div>
      )}
    </dialog>
  );
}
