// What looks like somebody's personal data in a text that others will read. A warning is made of it, never a block. Pure.

const EMAIL = /[\p{L}\d][\p{L}\d._%+-]*@[\p{L}\d-]+(\.[\p{L}\d-]+)*\.\p{L}{2,}/u;
const ELEVEN = /(?<!\d)\d{11}(?!\d)/g;
// Nine digits in one piece or as people group them, or a number with its country's code in front.
const NUMBERS = /(?<![\d,.+])(?:\+\d{1,3}[ -]?\d(?:[ -]?\d){6,11}|\d{3}([ -])\d{3}\1\d{3}|\(?\d{2}\)?[ -]\d{3}[ -]\d{2}[ -]\d{2}|\d{9})(?![\d,]|[ -]\d)/gu;
const MONEY = /^\s*(?:zł|zl|pln|eur|€|\$|mln|tys)/i;
const WEIGHTS = [1, 3, 7, 9, 1, 3, 7, 9, 1, 3];

/**
 * The kind of personal data that the text seems to hold, the gravest first.
 * @returns {"pesel"|"email"|"phone"|""}
 */
export function personalIn(text) {
  if ((text.match(ELEVEN) ?? []).some(isPesel)) return "pesel";
  if (EMAIL.test(text)) return "email";
  return [...text.matchAll(NUMBERS)].some((found) => isPhone(text, found)) ? "phone" : "";
}

/** Whether eleven digits are a PESEL number: a day that there is, and the check digit (Act on population registration, 2010). */
export function isPesel(digits) {
  const [year, month, day] = [0, 2, 4].map((at) => Number(digits.slice(at, at + 2)));
  const century = [1900, 2000, 2100, 2200, 1800][Math.floor(month / 20)];
  const born = new Date(Date.UTC(century + year, (month % 20) - 1, day));
  const dated = month % 20 >= 1 && month % 20 <= 12 && born.getUTCDate() === day;
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(digits[at]), 0);
  return dated && (10 - (sum % 10)) % 10 === Number(digits[10]);
}

/** Nine digits are no phone number where they are an amount of money; none begins with 0 or 1. */
function isPhone(text, found) {
  const rest = text.slice(found.index + found[0].length);
  return !MONEY.test(rest) && !/^[01]/.test(found[0]);
}
