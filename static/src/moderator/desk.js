// The moderator's desk: the connection, the two views a console reads, giving commands, and what is only said aloud.

import { computed, signal } from "@preact/signals";
import { say } from "../shared/components/Notice.jsx";
import { newId } from "../shared/ids.js";
import { connect } from "../shared/link.js";
import { page } from "../shared/page.js";
import { store } from "../shared/storage.js";
import { inLanguage } from "../shared/translations.js";
import { wayInOf } from "../shared/wayin.js";

/** The connection; its signals say how things stand. */
export const link = connect({ code: page.code, token: page.token, language: page.language });

/** The public view as it was written, in the workshop's language: what fields hold that change it. */
export const written = link.view("public");

/** The public view: title, phase, areas, tables, rounds; the workshop's own texts in the language of the page. */
export const workshop = computed(() => inLanguage(written.value));

/** The moderator's view: people, ideas, themes, articles. */
export const desk = link.view("moderator");

/** Whether both are there. */
export const ready = computed(() => Boolean(workshop.value && desk.value));

/** Addresses the server wrote into the page. */
export const urls = page.urls;

/** Where phones find the workshop by now. */
export const wayIn = wayInOf(link.moved, urls);

/** Whose phones are connected, {ID: true}. In a rehearsal simulated people need none: whoever is here is. */
export const connected = computed(() => (page.rehearsal && desk.value ? here(desk.value.people) : (link.presence.value.participants ?? {})));

function here(people) {
  return Object.fromEntries(Object.keys(people).filter((id) => people[id].status === "present").map((id) => [id, true]));
}

/** How the ids of this console's commands begin, so that it knows its own steps again, also after a reload. */
export const consoleId = own();

function own() {
  const kept = store.get("obrus.console.id") ?? newId().slice(0, 8);
  store.set("obrus.console.id", kept);
  return kept;
}

/** What screen readers are told without it being shown: a field's text is saved. */
export const aloud = signal("");

/**
 * Give a command. What goes wrong is said in a notice; gives the ack. `quiet`: the caller shows a refusal itself.
 * `patience`: how long to wait for the answer, in ms; computing seats or themes takes longer than writing.
 */
export async function ask(type, fields = {}, { quiet = false, patience = 10000 } = {}) {
  const ack = await link.send(type, fields, { patience, id: `${consoleId}-${newId()}` });
  if (!ack.ok && !quiet) say(ack.refusal.message, "problem");
  return ack;
}
