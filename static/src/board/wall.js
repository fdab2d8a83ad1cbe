// The board's connection and its views.

import { connect } from "../shared/link.js";
import { page } from "../shared/page.js";

export const link = connect({ code: page.code, token: page.token, language: page.language });
export const workshop = link.view("public");
export const board = link.view("board");

/** The address people type, without what nobody types. */
export const joinAddress = (page.urls.join ?? `${location.origin}/w/${page.code}`).replace(/^https?:\/\//, "");
export const qr = page.urls.qr ?? `/w/${page.code}/qr.svg`;
export const { code } = page;
