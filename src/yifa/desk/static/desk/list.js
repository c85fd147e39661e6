// Lists by keyboard: j and k move between rows, x ticks, Enter opens what is focused.  Without it every row is still a link.
"use strict";
for (const table of document.querySelectorAll("[data-keys]")) {
  const links = [...table.querySelectorAll("tbody tr")].map((row) => row.querySelector("a")).filter(Boolean);
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input:not([type=checkbox]), select, textarea");
    if (typing || event.ctrlKey || event.altKey || event.metaKey || !links.length) return;
    const row = document.activeElement.closest("tr");
    const at = links.findIndex((link) => link.closest("tr") === row);
    if (event.key === "j" || event.key === "k") {
      links[Math.min(Math.max(at + (event.key === "j" ? 1 : -1), 0), links.length - 1)].focus();
      event.preventDefault();
    } else if (event.key === "x" && row) {
      row.querySelector("input[type=checkbox]")?.click();
      event.preventDefault();
    }
  });
  table.classList.add("by-keys");
}
