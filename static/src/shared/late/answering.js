// How many people have answered what is put to the room, in words. Used by boards, consoles and phones; a phone fetches it late.

import { n, number } from "../strings.js";

/** Those who have answered all of it; `progress` is {articles, all, some, of} as the server has it. */
export function answeredAll({ articles, all, of }) {
  const people = number(of);
  if (articles === 1) return n("{count} of {people} has answered", "{count} of {people} have answered", all, { people });
  return n("{count} of {people} has answered all {articles} articles", "{count} of {people} have answered all {articles} articles", all, { people, articles: number(articles) });
}

/** Those who have answered a part of it, or "" where nobody has. */
export function answeredSome({ all, some }) {
  return some > all ? n("{count} more has answered some of them", "{count} more have answered some of them", some - all) : "";
}
