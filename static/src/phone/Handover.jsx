// What this table has so far: newcomers read it before the ideas, its host writes it down.

import { useSignal } from "@preact/signals";
import { Button } from "../shared/components/Button.jsx";
import { Icon } from "../shared/components/Icon.jsx";
import { IdeaText } from "../shared/components/IdeaText.jsx";
import { n, t } from "../shared/strings.js";
import { since } from "./handover.js";
import { later } from "./later.jsx";
import { cloth, person } from "./visit.js";

const HostSheet = later("HostSheet", "div");

export function Handover({ table }) {
  const writing = useSignal(false);
  const hosting = person.value.host_of === table;
  const written = cloth.value?.handover;
  if (!hosting && !written) return null;
  return (
    <section class="handover" aria-labelledby="handover">
      <h2 id="handover">
        <Icon name="home" />
        {t("What this table has so far")}
      </h2>
      {writing.value ? (
        <HostSheet onDone={() => (writing.value = false)} />
      ) : (
        <>
          {written ? <IdeaText text={written.text} class="handover-text" /> : <p>{t("Nobody has summed up yet. Two or three sentences help those who come next.")}</p>}
          {written && !hosting && <p class="writing-hint">{t("Add to it below, raise a hand for what you support, or object where you see it differently.")}</p>}
          {hosting && (
            <Button icon="edit" onClick={() => (writing.value = true)}>
              {written ? t("Change the summary") : t("Sum up")}
            </Button>
          )}
          {hosting && written && since(cloth.value) > 0 && <p class="writing-hint">{n("{count} idea has come since", "{count} ideas have come since", since(cloth.value))}</p>}
        </>
      )}
    </section>
  );
}
