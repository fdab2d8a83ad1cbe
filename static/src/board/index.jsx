import "../shared/components/deskshapes.js";
import { start } from "../shared/start.jsx";
import { Board } from "./Board.jsx";

start(Board);
