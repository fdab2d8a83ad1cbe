// Everything to take away, each with one sentence that says what it is for.

import { Icon } from "../shared/components/Icon.jsx";
import { t } from "../shared/strings.js";
import { urls } from "./desk.js";

/** The papers: what each is called, what it is for, and its files, the first the usual one. */
function papers() {
  const word = t("Word");
  const print = t("Read and print");
  return [
    [t("The charter"), t("What was agreed, with the ideas behind each article: to sign and to send."), [["charter.docx", word], ["charter.html", print], ["charter.md", t("Markdown")]]],
    [t("Poster of the charter"), t("The charter on one page for the wall, A4 or A3."), [["poster.html", print]]],
    [t("Record of the workshop"), t("How it came about: when and where, timetable, ideas word for word, votes, reservations."), [["report.docx", word], ["report.html", print], ["report.md", t("Markdown")]]],
    [t("List of partners"), t("The institutions that acceded, with room for signatures."), [["partners.docx", word], ["partners.html", print]]],
    [t("Declarations"), t("One sheet for each institution, with its contact, to print and sign."), [["declarations.docx", word], ["declarations.html", print]]],
    [t("Statistics"), t("Who wrote how much, by table, round and sector, with charts."), [["statistics.html", print]]],
    [t("All ideas"), t("Every idea with table, round and theme, to go on working with."), [["ideas.xlsx", t("Excel")], ["ideas.csv", t("CSV")]]],
    [t("Everything that happened"), t("The journal of the workshop, for archives and programs. It holds hidden ideas, too: don't publish it."), [["journal.jsonl", t("JSON lines")]]],
  ];
}

export function Downloads() {
  return (
    <section class="panel" aria-labelledby="downloads">
      <h2 id="downloads">{t("To take away")}</h2>
      <dl class="papers">
        {papers().map(([title, about, files]) => (
          <div key={title} class="paper">
            <dt>{title}</dt>
            <dd>
              <p class="quiet">{about}</p>
              <ul class="paper-files">
                {files
                  .filter(([name]) => urls[name])
                  .map(([name, kind]) => (
                    <li key={name}>
                      <File name={name} kind={kind} title={title} />
                    </li>
                  ))}
              </ul>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function File({ name, kind, title }) {
  const page = name.endsWith(".html");
  const how = page ? { target: `obrus-${name}` } : { download: "" };
  return (
    <a class="button" href={urls[name]} {...how} aria-label={t("{title}: {kind}", { title, kind })}>
      <Icon name={page ? "screen" : "save"} />
      {kind}
    </a>
  );
}
