import { t } from "../shared/strings.js";

/** Which of the pages this is, as dots; nothing where there is only one. `at` counts from 0. */
export function Place({ at, of }) {
  if (of < 2) return null;
  return (
    <p class="place" role="img" aria-label={t("Page {page} of {pages}", { page: at + 1, pages: of })}>
      {Array.from({ length: of }, (_, index) => (
        <span key={index} class={index === at ? "place-here" : ""} />
      ))}
    </p>
  );
}
