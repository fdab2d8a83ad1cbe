// Where a browser lays its on-screen keyboard over the page (iPhones do), `--keyboard` says how much of the page it covers.

/** Keep `--keyboard` true while the page lives; gives back the way to stop. */
export function keepAboveKeyboard(view = globalThis.visualViewport, root = document.documentElement) {
  if (!view) return () => {};
  const measure = () => {
    // Zoomed in, the visual viewport is smaller for another reason.
    const covered = view.scale > 1.01 ? 0 : Math.max(0, root.clientHeight - view.height - view.offsetTop);
    root.style.setProperty("--keyboard", `${Math.round(covered)}px`);
  };
  view.addEventListener("resize", measure);
  view.addEventListener("scroll", measure);
  measure();
  return () => {
    view.removeEventListener("resize", measure);
    view.removeEventListener("scroll", measure);
  };
}
