/* Registration by keyboard: begin at the first field, Ctrl+Enter files, a new row takes the cursor, the slip prints. */
"use strict";
(() => {
  const sheet = document.getElementById("sheet");
  document.querySelector("[data-print]")?.addEventListener("click", () => window.print());
  if (!sheet) { document.getElementById("next")?.focus(); return; }

  const begin = sheet.querySelector("[data-begin] textarea") || sheet.querySelector("input[name=channel]:checked");
  if (!document.querySelector(".problem")) begin?.focus();

  const more = document.getElementById("more");
  more.removeAttribute("accesskey"); // the key is answered below, whatever the browser takes access keys to be
  sheet.addEventListener("keydown", (event) => {
    if (event.altKey && event.key.toLowerCase() === "j") { event.preventDefault(); more.click(); }
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      sheet.requestSubmit(document.getElementById("file"));
    }
  });
  document.addEventListener("htmx:afterSwap", (event) => {
    if (event.detail.target.id === "claims") event.detail.target.lastElementChild.querySelector("textarea").focus();
  });
})();
