/* 大字版 without leaving the page, so that nothing typed is lost; without this, the page is loaded anew. */
"use strict";

document.querySelector("form.size")?.addEventListener("submit", async (event) => {
  event.preventDefault();
  const form = event.target, button = form.querySelector("button"), root = document.documentElement;
  const large = !root.dataset.size;
  const body = new URLSearchParams(new FormData(form));
  body.set("large", large ? "1" : "");
  try {
    const answer = await fetch(form.action, { method: "POST", body, redirect: "manual" });
    if (answer.type !== "opaqueredirect") throw new Error(answer.status);
    if (large) root.dataset.size = "large"; else delete root.dataset.size;
    button.textContent = large ? "标准版" : "大字版";
    button.value = large ? "" : "1";
    delete form.dataset.sent;
  } catch { form.submit(); }
});
