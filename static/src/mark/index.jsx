import "./mark.css";
