// Choosing a person among hundreds: a field to search in, and the first few that fit as buttons.

import { useSignal } from "@preact/signals";
import { Button } from "../shared/components/Button.jsx";
import { Field } from "../shared/components/Field.jsx";
import { n, t } from "../shared/strings.js";
import { found } from "./gather.js";
import { people } from "./seating.js";

const SHOWN = 8;

/** `choose(id)` is called with who was pressed; `without` are ids that are not offered, `label` says what one is looking for. */
export function Chooser({ label, without = [], choose }) {
  const text = useSignal("");
  const fitting = found(people.value, text.value).filter((person) => person.status === "present" && !without.includes(person.id));
  const left = fitting.length - SHOWN;
  const take = (id) => () => {
    text.value = "";
    choose(id);
  };
  return (
    <div class="chooser">
      <Field label={label} type="search" autocomplete="off" value={text.value} onInput={(typed) => (text.value = typed)} />
      <ul class="chips">
        {fitting.slice(0, SHOWN).map((person) => (
          <li key={person.id}>
            <Button icon="add" onClick={take(person.id)}>
              <bdi>{person.name || `#${person.number}`}</bdi>
              {person.institution && <span class="quiet">{person.institution}</span>}
            </Button>
          </li>
        ))}
      </ul>
      {!fitting.length && <p class="quiet">{t("Nobody here is called that.")}</p>}
      {left > 0 && <p class="quiet">{n("{count} more fits. Write a few letters of the name.", "{count} more fit. Write a few letters of the name.", left)}</p>}
    </div>
  );
}
