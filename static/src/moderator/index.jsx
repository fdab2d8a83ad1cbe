import "../shared/components/deskshapes.js";
import { start } from "../shared/start.jsx";
import { Console } from "./Console.jsx";
import "./moderator.css";

start(Console);
