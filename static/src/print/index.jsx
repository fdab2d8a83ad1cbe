import "./print.css";

// Without a script there is no way to open the print dialog from a page, so the button shows only with one.
const button = document.querySelector(".print-now");
button.addEventListener("click", () => window.print());
button.hidden = false;
