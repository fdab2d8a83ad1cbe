// Which of the moderator's messages a phone shows. Pure.

/**
 * The newer of what everybody and what this table was told, unless its owner has put it, or a newer one, away. `away` is the number of the last that was put away.
 * @param {object|undefined} everybodys {number, text, at}
 * @param {object|undefined} tables the same
 * @param {number} away
 */
export function messageOf(everybodys, tables, away) {
  const newest = [everybodys, tables].filter(Boolean).sort((a, b) => b.number - a.number)[0];
  return newest && newest.number > away ? newest : null;
}
