// A list of people as it stands in a file or was pasted: what it seems to hold, before it is sent. The server reads it for good. Pure.

const COLUMNS = {
  name: "name",
  "imię i nazwisko": "name",
  "imie i nazwisko": "name",
  "nazwisko i imię": "name",
  institution: "institution",
  instytucja: "institution",
  sector: "sector",
  sektor: "sector",
};

/** The text of a file: UTF-8, or else Windows-1250, which older spreadsheets write. */
export function textOf(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1250").decode(bytes);
  }
}

/** The rows of a list with its separator (comma, semicolon or tab) found by its first line; quoted cells may hold all of them. */
export function rowsOf(text) {
  const clean = text.replace(/^\ufeff/, "");
  const [first] = clean.split("\n", 1);
  const often = (mark) => first.split(mark).length;
  const mark = [";", ",", "\t"].reduce((best, each) => (often(each) > often(best) ? each : best));
  const rows = [[""]];
  let quoted = false;
  for (let at = 0; at < clean.length; at += 1) {
    const sign = clean[at];
    const row = rows.at(-1);
    if (sign === '"' && quoted && clean[at + 1] === '"') row[row.length - 1] += clean[(at += 1)];
    else if (sign === '"' && (quoted || row.at(-1) === "")) quoted = !quoted;
    else if (quoted) row[row.length - 1] += sign;
    else if (sign === mark) row.push("");
    else if (sign === "\n") rows.push([""]);
    else if (sign !== "\r") row[row.length - 1] += sign;
  }
  return rows.map((row) => row.map((cell) => cell.trim())).filter((row) => row.some(Boolean));
}

/**
 * What the list seems to hold: {people: [{name, institution, sector}…], ignored: [column…]}, or null where its first line names none of
 * the columns we know.
 */
export function rosterOf(text) {
  const [head = [], ...rows] = rowsOf(text);
  const fields = head.map((title) => COLUMNS[title.toLocaleLowerCase()]);
  if (!fields.some(Boolean)) return null;
  const people = rows.map((row) => {
    const person = { name: "", institution: "", sector: "" };
    row.forEach((cell, at) => fields[at] && (person[fields[at]] = cell));
    return person;
  });
  return { people: people.filter((person) => Object.values(person).some(Boolean)), ignored: head.filter((title, at) => title && !fields[at]) };
}
