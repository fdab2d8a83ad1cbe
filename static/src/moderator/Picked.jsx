// What can be done with the places that are picked in the plan: move, pin, swap.

import { useRef } from "preact/hooks";
import { Button } from "../shared/components/Button.jsx";
import { list, t } from "../shared/strings.js";
import { workshop } from "./desk.js";
import { possible } from "./plan.js";
import { hosts, move, people, picks, pin, shown, swap, tables, unpick } from "./seating.js";

/** Stays at the foot of the screen. */
export function Picked() {
  const box = useRef(null);
  const [one, other] = picks.value.filter(({ id, round }) => people.value[id]?.status === "present" && shown.value[round]);
  if (!one) return null;
  const { round } = one;
  const free = Object.entries(tables.value).filter(([, table]) => !table.closed);
  const at = shown.value[round][one.id];
  const planned = workshop.value.rounds[round].status === "planned";
  const pinned = people.value[one.id].pins?.[round] !== undefined;
  const can = possible(other ? [one, other] : [one], hosts.value);
  const called = (id) => people.value[id].name || `#${people.value[id].number}`;
  // The pressed button may be gone afterwards; the focus stays in the box.
  const then = async (done) => {
    if (await done) picks.value = [one];
    box.current?.focus({ preventScroll: true });
  };
  const close = () => {
    unpick();
    document.getElementById(`chip-${one.id}-${round}`)?.focus();
  };
  return (
    <div class="picked plan-picked" ref={box} tabIndex={-1} role="group" aria-label={t("What to do with this place")}>
      <strong dir="auto">{other ? list([called(one.id), called(other.id)]) : called(one.id)}</strong>
      <span class="quiet">
        {t("Round {round}", { round })}
        {!other && <> · {t("Table {number}", { number: tables.value[at]?.number ?? "" })}</>}
      </span>
      {can.move && (
        <label class="plan-move">
          {t("Move to table")}
          <select class="input" value={at} onChange={(event) => then(move(one.id, round, event.currentTarget.value))}>
            {free.map(([id, table]) => (
              <option key={id} value={id}>
                {table.number}
              </option>
            ))}
          </select>
        </label>
      )}
      {!other && planned && can.move && <Button onClick={() => then(pin(one.id, round, !pinned))}>{pinned ? t("Unpin") : t("Pin here")}</Button>}
      {can.swap && <Button onClick={() => then(swap(one.id, other.id, round))}>{t("Swap in round {round}", { round })}</Button>}
      {can.swap && planned && <Button onClick={() => then(swap(one.id, other.id))}>{t("Swap in all rounds to come")}</Button>}
      {!can.move && !can.swap && <span>{t("A host stays at the table. To move this person, let somebody else host it.")}</span>}
      <Button look="plain" icon="close" label={t("Cancel")} onClick={close} />
    </div>
  );
}
