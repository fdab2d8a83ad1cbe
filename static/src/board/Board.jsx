// The board on the wall: one picture per phase. It is read from ten metres, never scrolled and never touched.

import { Icon } from "../shared/components/Icon.jsx";
import { Mark } from "../shared/components/Mark.jsx";
import { t } from "../shared/strings.js";
import { tongueOf } from "../shared/translations.js";
import { Controls } from "./Controls.jsx";
import { Harvest } from "./Harvest.jsx";
import { Lobby } from "./Lobby.jsx";
import { Move } from "./Move.jsx";
import { Round } from "./Round.jsx";
import { Told } from "./Told.jsx";
import { Thanks } from "./Thanks.jsx";
import { board, code, joinAddress, link, workshop } from "./wall.js";

const PICTURES = { lobby: Lobby, move: Move, round: Round, harvest: Harvest, closed: Thanks };

export function Board() {
  const phase = workshop.value && board.value ? workshop.value.phase : "";
  const Picture = PICTURES[phase] ?? Opening;
  return (
    <div class={`board board-${phase}`}>
      <Picture />
      <Told />
      <footer class="foot">
        <Mark />
        <p class="foot-title" lang={tongueOf(workshop.value, workshop.value?.title)}>
          {workshop.value?.title ?? "Obrus"}
        </p>
        {["move", "round"].includes(phase) && <p class="foot-join">{t("Come in at {address}", { address: joinAddress.value, code })}</p>}
        <Controls />
      </footer>
      <div role="status">
        {link.status.value === "offline" && (
          <p class="away">
            <Icon name="away" />
            {t("No connection to the server. This board tries again by itself.")}
          </p>
        )}
      </div>
    </div>
  );
}

function Opening() {
  const refusal = link.refusal.value;
  return (
    <main class="plain">
      <h1>{refusal ? refusal.message : t("Laying the tables…")}</h1>
    </main>
  );
}
