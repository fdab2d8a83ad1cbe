// Who this phone is in this workshop: the participant's token, kept under `obrus.CODE`, so that coming back is the same seat.
// The link and the outbox are elsewhere (shared/); what this module owns is which person they belong to.

import { newId } from "../shared/ids.js";

/**
 * The seat kept for a workshop. A token that the page brings (somebody opened a personal link) wins once over a kept one; after
 * `forget`, the same page token does not come back by itself.
 * @param {{code: string, pageToken?: string, store: object}} options
 */
export function openSeat({ code, pageToken = "", store }) {
  const key = `obrus.${code}`;
  const kept = () => store.get(key) ?? {};
  if (pageToken && kept().pageToken !== pageToken) store.set(key, { token: pageToken, participant: "", pageToken });

  return {
    /** The token to connect with, "" for a guest. */
    token: () => kept().token ?? "",
    /** The participant's id once it is known, else "". */
    participant: () => kept().participant ?? "",
    /** Whose drafts and waiting ideas these are. */
    owner: () => `${key}.${kept().participant || "guest"}`,
    /** The id of the command to join with: the same one until it has been answered, so that nobody joins twice. */
    joinId() {
      const id = kept().joinId ?? newId();
      store.set(key, { ...kept(), joinId: id });
      return id;
    },
    /** A refused join: the next try is another one. */
    joinRefused() {
      const { joinId: _, ...others } = kept();
      store.set(key, others);
    },
    keep(participant, token = kept().token) {
      store.set(key, { ...kept(), participant, token, joinId: undefined });
    },
    /** Somebody else is to sit here, or the kept token is not valid any more. */
    forget() {
      store.set(key, { pageToken: kept().pageToken });
    },
  };
}
