// What goes along to another address of the same server, where the browser keeps nothing of what it keeps here: who one is, and
// what has not been saved yet. It travels behind the `#`, which no server sees. Pure.

const SIGN = "#come=";

/**
 * The address of this page at another host, with everything that is to come along.
 * @param {Location} here
 * @param {string} there "192.168.1.7", "192.168.1.7:8000" or a whole address, as it stands on the wall; without a port it is the present one
 * @param {{token: string, owner: string, items: object[], draft: object}} luggage
 * @returns {string} "" where `there` is no address
 */
export function addressOf(here, there, luggage) {
  const typed = there.trim().replace(/^https?:\/\//i, "").replace(/\/.*$/s, "");
  if (!/^[\p{L}\d.-]+(:\d{1,5})?$|^\[[\da-f:]+\](:\d{1,5})?$/iu.test(typed)) return "";
  const port = /:\d+$/.test(typed) || !here.port ? "" : `:${here.port}`;
  const key = luggage.token ? `?key=${encodeURIComponent(luggage.token)}` : "";
  const kept = luggage.token ? SIGN + encodeURIComponent(JSON.stringify(luggage)) : "";
  return `${here.protocol}//${typed}${port}${here.pathname}${key}${kept}`;
}

/**
 * What came along, as [key, value] for the storage; nothing unless it belongs to whom the server says this page is: nobody else's
 * link makes one say something.
 * @param {string} hash the address's, with its #
 * @param {string} token the page's own
 */
export function unpacked(hash, token) {
  try {
    const { token: whose, owner, items, draft } = JSON.parse(decodeURIComponent(hash.slice(SIGN.length)));
    if (!token || whose !== token || typeof owner !== "string") return [];
    const kept = items.filter((item) => typeof item.id === "string" && typeof item.type === "string");
    return [...kept.map((item) => [`${owner}.command.${item.id}`, item]), ...(draft?.text ? [[`${owner}.draft`, draft]] : [])];
  } catch {
    return [];
  }
}
