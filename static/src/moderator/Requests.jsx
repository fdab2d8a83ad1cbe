// Who is to sit apart, or together: asking for it, what became of it in the plan, taking it back.

import { signal } from "@preact/signals";
import { Button } from "../shared/components/Button.jsx";
import { Icon } from "../shared/components/Icon.jsx";
import { list, n, number, t } from "../shared/strings.js";
import { Chooser } from "./Chooser.jsx";
import { desk } from "./desk.js";
import { callOf } from "./gather.js";
import { brokenIn, opposed, roundsIn } from "./plan.js";
import { dropRequest, people, request, requests, shown } from "./seating.js";

const MOST = 12;

/** What is being put together; it outlives a look at another place. */
const wish = { open: signal(false), kind: signal("apart"), chosen: signal([]), refusal: signal(null) };

export function Requests() {
  const { open } = wish;
  const all = Object.entries(requests.value);
  const clashing = new Set(opposed(requests.value).flat());
  return (
    <details class="panel requests" open={open.value} onToggle={(event) => (open.value = event.currentTarget.open)}>
      <summary>{all.length ? n("Keep people apart or together: {count} request", "Keep people apart or together: {count} requests", all.length) : t("Keep people apart or together")}</summary>
      <p class="quiet">{t("Every plan keeps these requests, before anything else. Nobody but moderators sees them.")}</p>
      <ul class="rows">
        {all.map(([id, made]) => (
          <Request key={id} id={id} made={made} clashes={clashing.has(id)} />
        ))}
      </ul>
      <Wish />
    </details>
  );
}

function Request({ id, made, clashes }) {
  const names = list(made.participants.map((who) => callOf(desk.value, who)));
  return (
    <li class="row request">
      <p>
        <strong dir="auto">{made.kind === "apart" ? t("Apart: {names}", { names }) : t("Together: {names}", { names })}</strong>
        <span class="quiet">
          <Kept made={made} clashes={clashes} />
        </span>
      </p>
      <Button look="plain" icon="close" label={t("Take the request about {names} back", { names })} onClick={() => dropRequest(id)} />
    </li>
  );
}

/** What became of a request in the plan that is shown. */
function Kept({ made, clashes }) {
  if (clashes) return <Fact icon="warning" text={t("Another request says the opposite: both can't be kept.")} />;
  if (!roundsIn(shown.value).some((round) => made.participants.some((id) => shown.value[round][id]))) return t("Counts from the next plan on.");
  const broken = brokenIn(made, shown.value);
  if (!broken.length) return <Fact icon="check" text={t("Kept in every round to come.")} />;
  return <Fact icon="warning" text={n("Not kept in round {rounds}. Plan again.", "Not kept in rounds {rounds}. Plan again.", broken.length, { rounds: list(broken.map(number)) })} />;
}

function Fact({ icon, text }) {
  return (
    <>
      <Icon name={icon} />
      {text}
    </>
  );
}

function Wish() {
  const { kind, chosen, refusal } = wish;
  const here = chosen.value.filter((id) => people.value[id]);
  const take = (id) => {
    chosen.value = [...here, id];
    refusal.value = null;
  };
  const drop = (id) => () => (chosen.value = here.filter((other) => other !== id));
  const ask = async () => {
    const ack = await request(kind.value, here);
    refusal.value = ack.ok ? null : ack.refusal;
    if (ack.ok) chosen.value = [];
  };
  const kinds = { apart: t("Apart"), together: t("Together") };
  return (
    <div class="wish">
      <fieldset class="choice">
        <legend>{t("These people are to sit")}</legend>
        {Object.entries(kinds).map(([name, label]) => (
          <label key={name} class="check-label">
            <input type="radio" name="kind" checked={kind.value === name} onChange={() => (kind.value = name)} />
            {label}
          </label>
        ))}
      </fieldset>
      <ul class="chips">
        {here.map((id) => (
          <li key={id}>
            <Button icon="close" aria-label={t("Without {name}", { name: callOf(desk.value, id) })} onClick={drop(id)}>
              <bdi>{callOf(desk.value, id)}</bdi>
            </Button>
          </li>
        ))}
      </ul>
      {here.length < MOST && <Chooser label={here.length ? t("And who else?") : t("Who?")} without={here} choose={take} />}
      {refusal.value && <p class="field-error">{refusal.value.message}</p>}
      <Button look="main" disabled={here.length < 2} onClick={ask}>
        {kind.value === "apart" ? t("Keep them apart") : t("Keep them together")}
      </Button>
    </div>
  );
}
