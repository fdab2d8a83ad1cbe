// The console's single-key shortcuts: which key means what, and when none means anything. Pure.

/** What each key does: "next" (to the big button), a place, "undo", "search", "theme", "help". */
export const KEYS = { n: "next", 1: "prepare", 2: "people", 3: "room", 4: "themes", 5: "charter", u: "undo", "/": "search", d: "theme", "?": "help" };

/** In these a key is a letter somebody writes, or a choice. */
const WRITING = "input, textarea, select, [contenteditable]";

/**
 * What a pressed key does, or "". Nothing while shortcuts are switched off, while somebody writes, or chooses in a dialog, or holds
 * a key down, and nothing with Ctrl, Alt or ⌘, which are the browser's.
 * @param {KeyboardEvent} event
 * @param {{on: boolean, dialog: boolean}} now whether shortcuts are on, and whether a dialog is open
 */
export function deedOf(event, { on, dialog }) {
  if (!on || dialog || event.defaultPrevented || event.repeat || event.isComposing) return "";
  if (event.ctrlKey || event.metaKey || event.altKey || event.target?.closest?.(WRITING)) return "";
  return KEYS[event.key.toLowerCase()] ?? "";
}
