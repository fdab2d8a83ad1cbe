import { useEffect, useId, useLayoutEffect, useRef } from "preact/hooks";
import { personalIn } from "../shared/personal.js";
import { n, t } from "../shared/strings.js";

/** The server's limit for an idea, in characters as people count them. */
export const LIMIT = 500;
const NEAR = 60;

/** Characters as the server counts them (code points), not UTF-16 units. */
export const lengthOf = (text) => [...text].length;

/**
 * A box to write in that grows with its text; the count appears only near the limit and never cuts off what is pasted.
 * Ctrl+Enter (⌘ on a Mac) sends, Enter is a line as everywhere on a phone.
 */
export function WritingBox({ label, hint = "", text, onText, onSend, focused = false, placeholder }) {
  const box = useRef(null);
  const id = useId();
  const left = LIMIT - lengthOf(text);
  useLayoutEffect(() => {
    box.current.style.height = "auto";
    box.current.style.height = `${box.current.scrollHeight + 3}px`;
  }, [text]);
  useEffect(() => {
    if (focused) box.current.focus();
  }, [focused]);
  return (
    <div class="writing">
      <label class="writing-label" for={id}>
        {label}
      </label>
      <textarea
        id={id}
        ref={box}
        class="input writing-box"
        rows={1}
        value={text}
        placeholder={placeholder}
        aria-describedby={`${id}-hint ${id}-personal ${id}-left`}
        aria-invalid={left < 0 ? "true" : undefined}
        enterkeyhint="enter"
        onInput={(event) => onText(event.currentTarget.value)}
        onKeyDown={(event) => event.key === "Enter" && (event.ctrlKey || event.metaKey) && onSend()}
      />
      {hint && (
        <p id={`${id}-hint`} class="writing-hint">
          {hint}
        </p>
      )}
      <p id={`${id}-personal`} class="writing-personal" role="status">
        {warningOf(text)}
      </p>
      <p id={`${id}-left`} class={`writing-left ${left < 0 ? "writing-over" : ""}`} role="status">
        {left < 0 && n("{count} character too many", "{count} characters too many", -left)}
        {left >= 0 && left <= NEAR && n("{count} character left", "{count} characters left", left)}
      </p>
    </div>
  );
}

/** What to think of before a text with personal data in it goes up on the wall; it can be sent all the same. */
function warningOf(text) {
  const warnings = {
    pesel: t("This looks like a PESEL number. Everybody in the room will read it: better leave it out."),
    email: t("This looks like an e-mail address. Everybody in the room will read it: better leave it out."),
    phone: t("This looks like a phone number. Everybody in the room will read it: better leave it out."),
  };
  return warnings[personalIn(text)] ?? "";
}
