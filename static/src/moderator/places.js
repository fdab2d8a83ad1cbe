// What one looks at among the themes, and where the focus goes. All of it outlives a look at another place of the console.

import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";

/** The area being worked on. */
export const chosen = signal("");

/** Whether themes show their titles only, and whether they stand as an outline instead of cards. */
export const titlesOnly = signal(false);
export const outline = signal(false);

/** Which ideas are looked for, as in marks.js. */
export const look = signal("");

/** What is opened beside the areas: "sort", "vote", "voices" or "". */
export const opened = signal("");

/** What is being moved: {ideas, area, after} or null; `after` is where the focus goes then. */
export const moving = signal(null);

/** Where the focus goes when what had it has moved away: an element's id, tried after each drawing until it is there. */
export const wanted = signal("");

/** The id of the element that holds a theme's ideas, or with "" those of an area that are in none. */
export function groupId(theme, area) {
  return `group-${theme || area}`;
}

/** Put the focus where it is wanted, as soon as that is there; while a dialog is still closing, it would get the focus back. */
export function useWantedFocus() {
  const goal = wanted.value;
  useEffect(() => {
    if (!goal) return undefined;
    let frame = 0;
    const attempt = () => {
      const target = document.getElementById(goal);
      if (document.querySelector("dialog[open]")) frame = requestAnimationFrame(attempt);
      else if (target) {
        wanted.value = "";
        target.focus();
      }
    };
    attempt();
    return () => cancelAnimationFrame(frame);
  });
}
