// What a frame from the server does to the channels a page holds. Pure: link.js carries frames in and requests out.
//
// Channels: {NAME: {seq, view}}. Of three cases for a patch, one applies: it fits (after === seq), it is old (seq is already
// there), or something is missing between, and then a whole snapshot is asked for.

import { merge } from "./merge.js";

/**
 * The channels after one frame, and the name of the channel whose snapshot has to be asked for ("" for none).
 * @param {Record<string, {seq: number, view: object}>} channels
 * @param {"snapshot"|"patch"|"leave"} kind
 * @param {object} frame as in the interface's description
 */
export function receive(channels, kind, frame) {
  const { channel } = frame;
  if (kind === "snapshot") return { channels: { ...channels, [channel]: { seq: frame.seq, view: frame.view } }, ask: "" };
  if (kind === "leave") {
    const { [channel]: _, ...others } = channels;
    return { channels: others, ask: "" };
  }
  const held = channels[channel];
  if (held && frame.seq <= held.seq) return { channels, ask: "" };
  if (!held || frame.after !== held.seq) return { channels, ask: channel };
  const next = { seq: frame.seq, view: merge(held.view, frame.patch) };
  return { channels: { ...channels, [channel]: next }, ask: "" };
}

/** What to send as `since` when connecting again: the seq of every channel held. */
export function since(channels) {
  return Object.fromEntries(Object.entries(channels).map(([name, held]) => [name, held.seq]));
}
