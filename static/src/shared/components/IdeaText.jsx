import { typeset } from "../strings.js";

/** Somebody's words, as text and never as markup; any length, any direction of writing. */
export function IdeaText({ text, as: Element = "p", class: extra = "" }) {
  return (
    <Element class={`idea-text ${extra}`} dir="auto">
      {typeset(text)}
    </Element>
  );
}
