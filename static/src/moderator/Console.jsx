// The console: where the workshop stands and the next step on top, five places to work in below.

import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { LanguageSwitch } from "../shared/components/LanguageSwitch.jsx";
import { Mark } from "../shared/components/Mark.jsx";
import { Notices } from "../shared/components/Notice.jsx";
import { t } from "../shared/strings.js";
import { Articles } from "./Articles.jsx";
import { desk, link, ready, urls, workshop } from "./desk.js";
import { People } from "./People.jsx";
import { Prepare } from "./Prepare.jsx";
import { Room } from "./Room.jsx";
import { Step } from "./Step.jsx";
import { Themes } from "./Themes.jsx";

const PLACES = { prepare: Prepare, people: People, room: Room, themes: Themes, charter: Articles };

function names() {
  return {
    prepare: t("Prepare"),
    people: t("People"),
    room: t("Tables"),
    themes: t("Themes"),
    charter: t("Charter"),
  };
}

/** The place the address names, or the one that fits the phase. */
function placeOf(hash) {
  const named = hash.replace("#", "");
  if (named in PLACES) return named;
  const fitting = { lobby: "prepare", move: "people", round: "room", harvest: "themes", closed: "charter" };
  return fitting[workshop.peek()?.phase] ?? "prepare";
}

export function Console() {
  const place = useSignal("");
  useEffect(() => {
    const follow = () => (place.value = placeOf(location.hash));
    if (ready.value) follow();
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, [ready.value]);
  useEffect(() => {
    if (workshop.value) document.title = `${t("Console: {title}", { title: workshop.value.title })} · Obrus`;
  }, [workshop.value?.title]);
  const go = (name) => (location.hash = name);
  const Place = PLACES[place.value];
  return (
    <div class="console">
      <a class="skip" href="#place" onClick={skip}>
        {t("Skip to the content")}
      </a>
      <header class="head">
        <a class="head-home" href={urls.home} aria-label={t("All workshops")}>
          <Mark />
        </a>
        <h1 class="head-title">{workshop.value?.title ?? "Obrus"}</h1>
        <Connection />
        <LanguageSwitch />
      </header>
      <Notices />
      {ready.value ? (
        <>
          <Step go={go} />
          <Places current={place.value} />
          <main id="place" class="place" tabIndex={-1}>
            {Place && <Place />}
          </main>
        </>
      ) : (
        <Waiting />
      )}
    </div>
  );
}

/** The address keeps naming the place, so the jump is made here. */
function skip(event) {
  event.preventDefault();
  document.getElementById("place")?.focus();
}

function Places({ current }) {
  return (
    <nav class="places" aria-label={t("Parts of the console")}>
      {Object.entries(names()).map(([name, label]) => (
        <a key={name} href={`#${name}`} aria-current={name === current ? "page" : undefined}>
          {label}
        </a>
      ))}
    </nav>
  );
}

function Connection() {
  const here = Object.values(desk.value?.people ?? {}).filter((person) => person.status === "present").length;
  const phones = Object.keys(link.presence.value.participants ?? {}).length;
  const online = link.status.value === "online";
  return (
    <p class={`connection ${online ? "" : "connection-away"}`} role="status">
      {online
        ? t("{here} people, {phones} phones connected", { here, phones })
        : t("No connection to the server. What you see may be old; trying again.")}
    </p>
  );
}

function Waiting() {
  const refusal = link.refusal.value;
  return (
    <main class="place waiting">
      <h2>{refusal ? t("This door is closed") : t("Opening your workshop")}</h2>
      <p>{refusal ? refusal.message : t("One moment. If nothing happens, check that Obrus is still running on this computer.")}</p>
      {refusal && (
        <a class="button" href={urls.home ?? "/"}>
          {t("To the start page")}
        </a>
      )}
    </main>
  );
}
