// What the console asks the server for beside commands, over HTTP. `desk.js` gives commands.

import { page } from "../shared/page.js";
import { t } from "../shared/strings.js";
import { urls } from "./desk.js";

/**
 * One request below this workshop's address in the API; `body` goes as JSON. Gives {ok, data} or {ok: false, message}; never rejects.
 * @param {"GET"|"POST"|"PATCH"|"DELETE"} method
 */
export async function request(method, path, body) {
  try {
    const headers = { Authorization: `Bearer ${page.token}`, "Accept-Language": page.language };
    const answer = await fetch(urls.api + path, { method, headers, body: body && JSON.stringify(body) });
    const data = answer.status === 204 ? null : await answer.json();
    return answer.ok ? { ok: true, data } : { ok: false, message: data.detail };
  } catch {
    return { ok: false, message: t("There is no connection to the server just now. Try again in a moment.") };
  }
}
