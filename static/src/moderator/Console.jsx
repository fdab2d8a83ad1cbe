// The console: where the workshop stands and the next step on top, five places to work in below.

import { useComputed, useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { Button } from "../shared/components/Button.jsx";
import { LanguageSwitch } from "../shared/components/LanguageSwitch.jsx";
import { Mark } from "../shared/components/Mark.jsx";
import { Notices } from "../shared/components/Notice.jsx";
import { page } from "../shared/page.js";
import { n, t } from "../shared/strings.js";
import { tongueOf } from "../shared/translations.js";
import { Articles } from "./Articles.jsx";
import { aloud, desk, link, ready, urls, workshop } from "./desk.js";
import { waitingOf } from "./gather.js";
import { changeLook } from "./look.js";
import { Messages } from "./Messages.jsx";
import { picked } from "./moves.js";
import { People } from "./People.jsx";
import { Prepare } from "./Prepare.jsx";
import { Rehearsal } from "./Rehearsal.jsx";
import { Room } from "./Room.jsx";
import { Shortcuts } from "./Shortcuts.jsx";
import { Status } from "./Status.jsx";
import { Step } from "./Step.jsx";
import { Steps } from "./Steps.jsx";
import { Themes } from "./Themes.jsx";
import { undo, undos } from "./undo.js";
import { ViewAs } from "./ViewAs.jsx";

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
  const [named] = hash.replace("#", "").split("/");
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
  const picking = useComputed(() => picked.value.size > 0);
  const Place = PLACES[place.value];
  return (
    <div class={`console ${picking.value ? "console-picking" : ""} ${page.rehearsal ? "console-rehearsal" : ""}`}>
      <a class="skip" href="#place" onClick={skip}>
        {t("Skip to the content")}
      </a>
      <header class="head">
        <a class="head-home" href={urls.home} aria-label={t("All workshops")}>
          <Mark />
        </a>
        <h1 class="head-title" dir="auto" lang={tongueOf(workshop.value, workshop.value?.title)}>
          {workshop.value?.title ?? "Obrus"}
        </h1>
        <Status />
        {ready.value && (
          <div class="head-tools">
            <Messages />
            <ViewAs />
            <Steps />
            <Shortcuts go={go} places={names()} />
            <Button look="plain" icon="contrast" onClick={changeLook}>
              {t("Light or dark")}
            </Button>
          </div>
        )}
        <LanguageSwitch />
      </header>
      {page.rehearsal && <Rehearsal />}
      <Away />
      <Notices />
      <p class="unseen" role="status">
        {aloud.value}
      </p>
      {ready.value ? (
        <>
          <Bar current={place.value} />
          <main id="place" class="place" tabIndex={-1}>
            {Place && <Place />}
          </main>
        </>
      ) : (
        <Waiting />
      )}
      <Foot />
    </div>
  );
}

/** What stands behind everything: how to run a workshop, and what the institution has to say. */
function Foot() {
  return (
    <footer class="foot">
      <nav class="languages" aria-label={t("About this service")}>
        <a href={urls.guide}>{t("Moderator's guide")}</a>
        <a href={urls.privacy}>{t("Your data")}</a>
        <a href={urls.accessibility}>{t("Accessibility declaration")}</a>
      </nav>
    </footer>
  );
}

/** Show a place from its top. */
function go(name) {
  location.hash = name;
  scrollTo(0, 0);
}

/** The address keeps naming the place, so the jump is made here. */
function skip(event) {
  event.preventDefault();
  document.getElementById("place")?.focus();
}

/** What stays in sight: the next step, the places, the way back. The rest of the page has to know how high it is. */
function Bar({ current }) {
  const bar = useRef(null);
  useEffect(() => {
    const measure = () => document.documentElement.style.setProperty("--bar", `${sticks(bar.current) ? bar.current.offsetHeight : 0}px`);
    const observer = new ResizeObserver(measure);
    observer.observe(bar.current);
    return () => observer.disconnect();
  }, []);
  return (
    <div class="bar" ref={bar} data-bar>
      <Step go={go} />
      <div class="places-row">
        <Places current={current} />
        <Undo />
      </div>
    </div>
  );
}

function sticks(element) {
  return getComputedStyle(element).position === "sticky";
}

function Places({ current }) {
  return (
    <nav class="places" aria-label={t("Parts of the console")}>
      {Object.entries(names()).map(([name, label]) => (
        <a key={name} href={`#${name}`} aria-current={name === current ? "page" : undefined} onClick={() => scrollTo(0, 0)}>
          {label}
        </a>
      ))}
      <Waits />
    </nav>
  );
}

/** How many ideas wait to be let through, wherever one is: the way to them. */
function Waits() {
  const { length: count } = waitingOf(desk.value);
  return (
    count > 0 && (
      <a class="waits" href="#room" onClick={() => scrollTo(0, 0)}>
        {n("{count} idea waits for you", "{count} ideas wait for you", count)}
      </a>
    )
  );
}

/** Takes back what was done last on this console. It keeps the focus when there is nothing more to undo. */
function Undo() {
  const last = undos.value.at(-1);
  const label = last?.label ?? t("Nothing to undo");
  return (
    <Button look="plain" icon="back" class="undo" title={label} aria-disabled={last ? undefined : "true"} onClick={() => last && undo()}>
      <span class="undo-label">{label}</span>
    </Button>
  );
}

/** A line at the foot of the screen, wherever one has scrolled to, for as long as there is no connection. */
function Away() {
  const status = link.status.value;
  const away = ready.value && (status === "refused" ? link.refusal.value?.message : status === "offline" && t("No connection to the server. What you see may be old; trying again."));
  return (
    <p role="status" class={away ? "away" : ""}>
      {away}
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
