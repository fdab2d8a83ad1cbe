import { locale, t } from "../strings.js";

const NAMES = { pl: "Polski", en: "English" };

/** Links that choose the language of this browser and come back to this page. */
export function LanguageSwitch() {
  const next = encodeURIComponent(globalThis.location.pathname + globalThis.location.search);
  return (
    <nav class="languages" aria-label={t("Language")}>
      {Object.entries(NAMES).map(([code, name]) =>
        code === locale() ? (
          <span key={code} lang={code} aria-current="true">
            {name}
          </span>
        ) : (
          <a key={code} lang={code} hreflang={code} href={`/language/${code}?next=${next}`}>
            {name}
          </a>
        ),
      )}
    </nav>
  );
}
