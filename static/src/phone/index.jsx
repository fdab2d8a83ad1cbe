import { start } from "../shared/start.jsx";
import { Phone } from "./Phone.jsx";

start(Phone);
