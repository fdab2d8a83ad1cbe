// Parts of the phone that are fetched when their time comes, so that the first visit stays light.

import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Button } from "../shared/components/Button.jsx";
import { t } from "../shared/strings.js";

/**
 * A component that is fetched when it is first drawn; `load` promises it. Until then there is one calm line, and where the fetching
 * fails, a button; the network's return tries again by itself. `as`: "main" for a whole screen, "div" for a part of one.
 */
export function later(load, as = "main") {
  let found = null;
  return function Later(props) {
    const state = useSignal(found ? "here" : "loading");
    useEffect(() => {
      const fetchIt = () => {
        if (found) return;
        state.value = "loading";
        load().then(
          (component) => {
            found = component;
            state.value = "here";
          },
          () => (state.value = "failed"),
        );
      };
      fetchIt();
      addEventListener("online", fetchIt);
      return () => removeEventListener("online", fetchIt);
    }, [state.value === "again"]);
    const Found = found;
    if (Found && state.value === "here") return <Found {...props} />;
    const [Box, Heading] = as === "main" ? ["main", "h1"] : ["div", "p"];
    return (
      <Box class={as === "main" ? "page page-calm" : ""}>
        <Heading>{t("One moment")}</Heading>
        {state.value === "failed" && (
          <>
            <p>{t("This part could not be fetched. Is the phone still in the network of the room?")}</p>
            <Button look="main" onClick={() => (state.value = "again")}>
              {t("Try again")}
            </Button>
          </>
        )}
      </Box>
    );
  };
}
