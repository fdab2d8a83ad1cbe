import "./moderator.css";
