// Trying a workshop out before the people come: a copy of it, in which simulated people take part. Rehearsal.jsx is what stands over
// such a copy.

import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Button } from "../shared/components/Button.jsx";
import { Field } from "../shared/components/Field.jsx";
import { t } from "../shared/strings.js";
import { request } from "./api.js";

const PEOPLE = 24;
const MOST = 120;

export function Rehearse() {
  const people = useSignal(String(PEOPLE));
  const error = useSignal("");
  const busy = useSignal(false);
  const there = useSignal(null);
  useEffect(() => {
    request("GET", "/rehearsal").then(({ ok, data }) => (there.value = ok ? data.rehearsal : null));
  }, []);
  const begin = async () => {
    if (busy.value) return;
    const count = /^\d{1,3}$/.test(people.value.trim()) ? Number(people.value) : 0;
    if (count < 1 || count > MOST) {
      error.value = t("Write a whole number of people, from 1 to {most}.", { most: MOST });
      return;
    }
    busy.value = true;
    const answer = await request("POST", "/rehearsal", { people: count });
    busy.value = false;
    if (answer.ok) location.assign(answer.data.link);
    else error.value = answer.message;
  };
  return (
    <section class="panel rehearse" aria-labelledby="rehearse">
      <h2 id="rehearse">{t("Rehearse")}</h2>
      <p>{t("Run this workshop once before the people come: a copy of it opens, simulated people join, write, sort, vote and agree, and you lead it as you would the real one.")}</p>
      <p class="quiet">{t("Nothing of it gets into the real workshop. Close each round when you have seen enough; in the end you throw the copy away.")}</p>
      <div class="rehearse-begin">
        <Field label={t("Simulated people")} inputMode="numeric" value={people.value} error={error.value} onInput={(text) => (people.value = text)} />
        <Button icon="play" aria-disabled={busy.value ? "true" : undefined} onClick={begin}>
          {busy.value ? t("One moment…") : t("Rehearse with simulated people")}
        </Button>
        {there.value && <a href={there.value.link}>{t("To the rehearsal that is there already")}</a>}
      </div>
    </section>
  );
}
