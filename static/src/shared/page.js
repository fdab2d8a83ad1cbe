// What the server wrote into the page: `<script type="application/json" id="page">`. Read once, never written.

/**
 * @typedef {object} Page
 * @property {string} code the workshop's code, "" on the start page
 * @property {"guest"|"participant"|"partner"|"table"|"board"|"moderator"|"preview"} role
 * @property {string} token what this page may do, "" for a guest
 * @property {string} language "pl" or "en": the language this person reads
 * @property {Record<string, string>} urls addresses by name (join, qr, board, …)
 * @property {"declaration"|"results"|"table"} [page] what of the phone this is, where it is not the usual
 * @property {string} [table] whose tablet this is
 * @property {object} [first] of the public view, what the form to join is made of; guests' phones only
 * @property {boolean} [rehearsal] whether the workshop is one
 * @property {{kept: number, highest: number}} [mended] up to which entry a damaged recording could be saved; moderators only
 * @property {boolean} [unsaid] whether the institution's details for the privacy notice and the accessibility declaration have gaps; moderators only
 * @property {object|string} strings the browser's catalogue, or the address of one, or "" for English
 */

/**
 * The page's facts with every field present. Unknown fields stay as they are; a missing or broken element gives defaults,
 * so that a page never stays blank because of it.
 * @param {Document} document
 * @returns {Page}
 */
export function readPage(document) {
  const bare = { code: "", role: "guest", token: "", language: "en", urls: {}, strings: "" };
  try {
    return { ...bare, ...JSON.parse(document.getElementById("page").textContent) };
  } catch {
    return bare;
  }
}

/** The facts of the page this module runs in. */
export const page = globalThis.document ? readPage(globalThis.document) : readPage({ getElementById: () => null });
