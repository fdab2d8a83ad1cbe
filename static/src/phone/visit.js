// One phone's visit to one workshop: its connection, whose seat it is, and that person's outbox, held together.

import { computed, effect, signal } from "@preact/signals";
import { say } from "../shared/components/Notice.jsx";
import { connect } from "../shared/link.js";
import { createOutbox } from "../shared/outbox.js";
import { page } from "../shared/page.js";
import { store } from "../shared/storage.js";
import { t } from "../shared/strings.js";
import { inLanguage } from "../shared/translations.js";
import { openSeat } from "./seat.js";
import { tabletOf } from "./tablet.js";
import { finished } from "./tablecloth.js";

const seat = openSeat({ code: page.code, pageToken: page.role === "participant" ? page.token : "", store });

/** The table whose tablet this is, "" on somebody's phone. */
export const tablet = page.table ?? "";

/** Whether this is a moderator's preview of a phone: a seat that this browser may have is none of its business. */
const previewed = page.role === "preview";

/** Where an institution's representative keeps the token of what was declared by the partner's link. */
const partnerKey = `obrus.${page.code}.partner`;

/** The connection; its signals say how things stand. */
export const link = connect({ code: page.code, token: ownToken(), language: page.language });

/** What this page shows the server, "" for a guest. */
export function tokenOf() {
  return tablet || previewed ? page.token : seat.token();
}

function ownToken() {
  return page.role === "partner" ? (store.get(partnerKey) ?? page.token) : tokenOf();
}

/**
 * The public view, the workshop's own texts in the language of the page. A guest's page brings as much of it as the form to join
 * needs, so that nobody waits for the connection with it.
 */
export const workshop = computed(() => inLanguage(link.view("public").value ?? (ownToken() ? undefined : page.first)));

const participant = signal(seat.participant());

/** One's own view, undefined for a guest; on a tablet the table's, as if it were somebody. */
export const person = computed(() => {
  if (tablet) return tabletOf(workshop.value, link.views.value[`table/${tablet}`], tablet);
  const own = Object.keys(link.views.value).find((channel) => channel.startsWith("person/"));
  return own && link.views.value[own];
});

/** The view of the table where this person is or should go, undefined while it is not there. */
export const cloth = computed(() => link.views.value[`table/${tablet || person.value?.table}`]);

/** Under what the browser keeps what the owner of this page writes. */
export function ownerOf() {
  if (previewed) return `obrus.${page.code}.preview`;
  return tablet ? `obrus.${page.code}.table.${tablet}` : seat.owner();
}

/** What this person wrote and the server has not answered. Another person on the same device has another one. */
export const outbox = signal(openOutbox());

function openOutbox() {
  return createOutbox({ owner: ownerOf(), send: link.send });
}

function become(id, token) {
  seat.keep(id, token);
  participant.value = id;
  outbox.peek().close();
  outbox.value = openOutbox();
}

/** Come in. Gives null, or the refusal. */
export async function join(fields) {
  const ack = await link.send("participant.join", fields, { id: seat.joinId() });
  if (!ack.ok) {
    if (ack.refusal.code !== "offline") seat.joinRefused();
    return ack.refusal;
  }
  link.become(ack.result.token);
  become(ack.result.participant, ack.result.token);
  return null;
}

/** Whether this person is filling in a declaration on the phone just now. */
export const declaring = signal(false);

/** The declarations this person made, by id; undefined while they are not known. */
export const declarations = computed(() => {
  const own = Object.keys(link.views.value).find((channel) => channel.startsWith("declaration/"));
  return (own ? link.views.value[own] : person.value)?.declarations;
});

/** Who came by the partner's link is from now on the one who declared. */
export function becomePartner(token) {
  store.set(partnerKey, token);
  link.become(token);
}

/** Give the device to somebody else; what waits unsent stays for its author's return by the same link. */
export function standUp() {
  outbox.peek().close();
  seat.forget();
  participant.value = "";
  outbox.value = openOutbox();
  link.restart("");
}

/** A command about oneself that is done within a few seconds or not at all; says what went wrong, and whether it was done. */
export async function ask(type, fields) {
  const ack = await link.send(type, fields, { patience: 4000 });
  if (!ack.ok) say(ack.refusal.message, "problem");
  return ack.ok;
}

// A kept token that is not valid any more (erased, another server): this phone is a guest again and can join.
effect(() => {
  if (link.refusal.value?.code !== "unauthorized" || tablet || previewed || !seat.token()) return;
  standUp();
  say(t("Your seat is not known here any more. Please join again."), "problem");
});

// A personal link tells who one is only with the first view.
effect(() => {
  const known = person.value?.participant;
  if (known && known !== participant.peek()) become(known);
});

effect(() => {
  if (link.status.value === "online" && person.value) outbox.value.flush();
});

/** An idea that was written down at another table than the one on the screen is saved where nobody sees it: say so. */
function tellWhere(idea, here) {
  const table = here.ideas[idea]?.table;
  const number = workshop.peek()?.tables[table]?.number;
  if (number && table !== here.table && workshop.peek().phase !== "harvest") say(t("Your idea is saved at table {number}.", { number }));
}

// What has arrived, or was refused and is no text to give back, leaves the outbox.
effect(() => {
  const { items, drop } = outbox.value;
  const here = person.value;
  if (!here) return;
  for (const id of finished(items.value, here)) {
    tellWhere(items.value.find((item) => item.id === id).result?.idea, here);
    drop(id);
  }
  for (const item of items.value.filter((each) => each.state === "refused" && !each.fields.text)) {
    say(item.refusal.message, "problem");
    drop(item.id);
  }
});
