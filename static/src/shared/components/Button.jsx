import { Icon } from "./Icon.jsx";

/**
 * A button of the house. `look`: "" | "main" | "danger" | "plain"; `size`: "" | "wide" | "large" (or both); `icon`: a name of
 * Icon.jsx. `label` is needed where there are no words inside. Everything else (onClick, disabled, aria-…) goes to the element.
 */
export function Button({ look = "", size = "", icon = "", label, class: extra = "", children, ...rest }) {
  const classes = ["button", look && `button-${look}`, ...size.split(" ").map((each) => each && `button-${each}`), extra];
  return (
    <button type="button" class={classes.filter(Boolean).join(" ")} aria-label={label} title={label} {...rest}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}
