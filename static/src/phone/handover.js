// The hand-over: what a table tells those who come next, and the sheet on which its host writes that down. Pure.

/** A first text for the host: the suggested ideas, one a line, in people's own words. */
export function suggestedText(cloth) {
  return (cloth?.points ?? [])
    .map((id) => cloth.ideas[id]?.text)
    .filter(Boolean)
    .map((text) => `– ${text.replace(/\s+/g, " ").trim()}`)
    .join("\n");
}

/** What the host's sheet shows at first: what was being written, else what is handed over, else the suggestion. */
export function sheetText(draft, cloth) {
  return draft ?? cloth?.handover?.text ?? suggestedText(cloth);
}

/** The ideas that have come in since the hand-over was written. */
export function since(cloth) {
  const at = cloth?.handover?.at ?? 0;
  return at ? Object.values(cloth.ideas).filter((idea) => idea.at > at).length : 0;
}
