import { useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { useSignal } from "@preact/signals";
import { cloth } from "../shared/tables.js";
import { tongueOf } from "../shared/translations.js";
import { useBeat } from "./beat.js";
import { columnsFor, pagesOf } from "./pace.js";
import { Place } from "./Place.jsx";
import { workshop } from "./wall.js";

const PAGE_MS = 12_000;

/** Tables in pages of at most `most`, turned by themselves: `page` is the one to show now. */
export function usePages(all, most) {
  const pages = pagesOf(all, most);
  const beat = useBeat(PAGE_MS);
  const at = pages.length ? beat % pages.length : 0;
  return { page: pages[at] ?? [], place: <Place at={at} of={pages.length} /> };
}

/**
 * Tables side by side, in as many columns as suit the wall. `children(table)` fills one, and is asked again only for a table that
 * has changed.
 */
export function Tables({ tables, children }) {
  const box = useRef(null);
  const columns = useSignal(1);
  useLayoutEffect(() => {
    const measure = () => (columns.value = columnsFor(tables.length, box.current.clientWidth, box.current.clientHeight));
    const watcher = new ResizeObserver(measure);
    watcher.observe(box.current);
    return () => watcher.disconnect();
  }, [tables.length]);
  const rows = Math.ceil(tables.length / columns.value);
  const size = tables.length <= 4 ? "large" : tables.length <= 9 ? "middle" : "small";
  return (
    <div ref={box} class={`tables tables-${size}`} style={{ "--columns": columns.value, "--rows": rows }}>
      {tables.map((table) => (
        <Table key={table.id} table={table} draw={children} of={tables.length} />
      ))}
    </div>
  );
}

function Table({ table, draw, of }) {
  return useMemo(
    () => (
      <section class={`table ${cloth(table.number)}`} aria-labelledby={`table-${table.id}`}>
        {draw(table)}
      </section>
    ),
    [table, of],
  );
}

/** A table's number on its cloth, and its topic. */
export function TableHead({ table, name, children }) {
  return (
    <header class="cloth-hem table-head">
      <h2 id={`table-${table.id}`} class="table-title">
        <span class="unseen">{name}</span>
        <span class="table-number" aria-hidden="true">
          {table.number}
        </span>
        {table.topic && (
          <span class="table-topic" lang={tongueOf(workshop.peek(), table.topic)}>
            {table.topic}
          </span>
        )}
      </h2>
      {children}
    </header>
  );
}
