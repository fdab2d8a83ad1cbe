// The way back after ideas were moved, when others may have moved them too. Pure.

/**
 * What undoing a move may still do: {moves: [[theme, [ids]], …], stay: n}. `before` is where the ideas were, [[idea, theme or ""], …],
 * `now` the theme they were put into. An idea that somebody has moved on, or whose theme is gone, stays where it is.
 */
export function wayBack(before, now, { ideas, themes }) {
  const moves = new Map();
  let stay = 0;
  for (const [id, was] of before) {
    const there = ideas[id] && (ideas[id].theme ?? "") === now && (was === "" || was in themes);
    if (!there) stay += 1;
    else moves.set(was, [...(moves.get(was) ?? []), id]);
  }
  return { moves: [...moves], stay };
}
