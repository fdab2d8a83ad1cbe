// Parts of the phone that are fetched when their time comes, with their words, so that the first visit stays light.

import { signal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Button } from "../shared/components/Button.jsx";
import { page } from "../shared/page.js";
import { learn, t } from "../shared/strings.js";

let fetched = null;

/** Whether they are here, so that they can be shown without a network. */
export const fetchedAll = signal(false);

/** The parts in late/, fetched once; a fetch that failed is tried anew by the next who asks. */
function parts() {
  fetched ??= Promise.all([import("./late/index.jsx"), words()]).then(
    ([found]) => {
      fetchedAll.value = true;
      return found;
    },
    (failure) => {
      fetched = null;
      throw failure;
    },
  );
  return fetched;
}

/** Fetch what comes later already, so that it is there when the network is not. */
export function prepare() {
  parts().catch(() => {});
}

/** The words of late/, which lie beside the scripts; English has none, its words are the keys. */
async function words() {
  if (page.language === "en") return;
  const answer = await fetch(new URL(`strings.${page.language}.late.json`, import.meta.url));
  if (!answer.ok) throw new Error(`${answer.status}`);
  learn(await answer.json());
}

/**
 * The component `name` of late/. Until it is there, one calm line stands in its place, and where the fetching fails, a button; the
 * network's return tries again by itself. `as`: "main" for a whole screen, "div" for a part of one.
 */
export function later(name, as = "main") {
  let found = null;
  return function Later(props) {
    const state = useSignal(found ? "here" : "loading");
    const fetchIt = () => {
      if (found) return;
      state.value = "loading";
      parts().then(
        (all) => {
          found = all[name];
          state.value = "here";
        },
        () => (state.value = "failed"),
      );
    };
    useEffect(() => {
      fetchIt();
      addEventListener("online", fetchIt);
      return () => removeEventListener("online", fetchIt);
    }, []);
    const Found = found;
    if (Found && state.value === "here") return <Found {...props} />;
    const [Box, Heading] = as === "main" ? ["main", "h1"] : ["div", "p"];
    return (
      <Box class={as === "main" ? "page page-calm" : ""}>
        <Heading>{t("One moment")}</Heading>
        {state.value === "failed" && (
          <>
            <p>{t("This part could not be fetched. Is the phone still in the network of the room?")}</p>
            <Button look="main" onClick={fetchIt}>
              {t("Try again")}
            </Button>
          </>
        )}
      </Box>
    );
  };
}
