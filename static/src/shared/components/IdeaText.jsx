import { typeset } from "../strings.js";

/** Somebody's words, as text and never as markup; any length, any direction of writing. `lang`, where one knows that it is not the page's. */
export function IdeaText({ text, as: Element = "p", class: extra = "", lang }) {
  return (
    <Element class={`idea-text ${extra}`} dir="auto" lang={lang}>
      {typeset(text)}
    </Element>
  );
}
