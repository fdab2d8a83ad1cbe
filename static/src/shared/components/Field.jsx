import { useEffect, useId, useRef } from "preact/hooks";
import { Icon } from "./Icon.jsx";

/**
 * A labelled field. `hint` and `error` are read out with it. `as`: "input" | "select" | "textarea"; children are a select's options.
 * `onInput` gets the text; `focused` puts the focus here as soon as it appears. Everything else goes to the element.
 */
export function Field({ label, hint = "", error = "", as: Element = "input", onInput, focused = false, class: extra = "", children, ...rest }) {
  const id = useId();
  const element = useRef(null);
  useEffect(() => {
    if (focused) element.current.focus();
  }, [focused]);
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div class={`field ${extra}`}>
      <label class="field-label" for={id}>
        {label}
      </label>
      <Element
        id={id}
        ref={element}
        class="input"
        aria-describedby={described || undefined}
        aria-invalid={error ? "true" : undefined}
        onInput={(event) => onInput?.(event.currentTarget.value)}
        {...rest}
      >
        {children}
      </Element>
      {hint && (
        <p class="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="field-error" id={`${id}-error`}>
          <Icon name="warning" />
          {error}
        </p>
      )}
    </div>
  );
}
