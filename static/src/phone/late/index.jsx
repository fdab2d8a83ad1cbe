// What a phone fetches when its time comes: one file for all of it, so that the first visit stays light and the harvest opens at once.

export { Agreement } from "./Agreement.jsx";
export { Closed, Harvest } from "./Ending.jsx";
export { Decided } from "./Decided.jsx";
export { Declaration } from "./Declaration.jsx";
export { Arrival, Elsewhere } from "./Elsewhere.jsx";
export { HostSheet } from "./HostSheet.jsx";
export { Message } from "./Message.jsx";
export { Myself } from "./Myself.jsx";
export { Results } from "./Results.jsx";
export { Sorting } from "./Sorting.jsx";
export { TakingBack } from "./TakingBack.jsx";
export { Voting } from "./Voting.jsx";
