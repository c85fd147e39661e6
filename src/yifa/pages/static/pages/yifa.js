/* What makes the pages quicker to use; each works without it. */
"use strict";

// One click is one request: a form that is on its way is not sent again.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.dataset.sent) { event.preventDefault(); return; }
  if (form.method === "post" && !form.hasAttribute("hx-post")) form.dataset.sent = "1";
});
window.addEventListener("pageshow", () => {
  document.querySelectorAll("form[data-sent]").forEach((form) => delete form.dataset.sent);
});

// After a refusal the reader is taken to what went wrong.
document.querySelector(".problem[tabindex]")?.focus();
