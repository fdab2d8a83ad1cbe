import { clockText, remaining } from "../clock.js";
import { n, t } from "../strings.js";

const SHORT_MS = 60_000;
const SPOKEN_MINUTES = [5, 1];

/** What a screen reader is told: at five minutes, at one, and at the end; in between the text does not change. */
function spoken(left, paused) {
  if (paused) return t("The clock is paused.");
  if (left === 0) return t("Time is up.");
  const minutes = [...SPOKEN_MINUTES].reverse().find((each) => left <= each * 60_000);
  return minutes ? n("{count} minute left", "{count} minutes left", minutes) : "";
}

/**
 * The time left until `closesAt` (ms since the epoch, the server's clock), as m:ss. Nothing ends by itself at 0:00.
 * `pausedAt`: the moment the moderator stopped the clock, if it stands. `announce`: also say it at sensible moments.
 */
export function Countdown({ closesAt, pausedAt = 0, announce = false, class: extra = "" }) {
  const left = remaining(closesAt, pausedAt);
  const state = pausedAt ? "countdown-paused" : left === 0 ? "countdown-over" : left <= SHORT_MS ? "countdown-short" : "";
  return (
    <>
      <span class={`countdown ${state} ${extra}`} role="timer" aria-label={t("Time left: {time}", { time: clockText(left) })}>
        {clockText(left)}
        {pausedAt > 0 && <span class="countdown-word">{t("paused")}</span>}
      </span>
      {announce && (
        <span class="unseen" role="status">
          {spoken(left, pausedAt > 0)}
        </span>
      )}
    </>
  );
}
