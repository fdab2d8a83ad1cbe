import { t } from "../shared/strings.js";
import { joinAddress, qr } from "./wall.js";

/** The code that brings a phone in, for the first and for those who come late; `large` where little else needs the room. */
export function WayIn({ large = false }) {
  return <img class={`qr ${large ? "qr-large" : ""}`} src={qr.value} alt={t("QR code of {address}", { address: joinAddress.value })} />;
}
