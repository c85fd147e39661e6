/* Keeps what is typed, while it is typed: two seconds after the last key, and when the page is left. */
"use strict";

(() => {
  const form = document.querySelector("form[data-draft]");
  if (!form) return;
  const status = form.querySelector("[data-saved]");
  let waiting = 0;
  let kept = JSON.stringify([...new FormData(form)]);

  const changed = () => JSON.stringify([...new FormData(form)]) !== kept;

  const keep = async () => {
    if (!changed() || form.dataset.sent) return;
    const now = new FormData(form);
    try {
      const answer = await fetch(form.dataset.draft, { method: "POST", body: now });
      if (!answer.ok || answer.status !== 204) throw new Error(String(answer.status));
      kept = JSON.stringify([...now]);
      const at = new Date();
      status.textContent = `已自动保存 ${at.getHours()}:${String(at.getMinutes()).padStart(2, "0")}`;
    } catch {
      status.textContent = "网络不通，还没有存上；内容仍在本页，恢复后会再存";
      waiting = setTimeout(keep, 10000);
    }
  };

  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(keep, 2000);
  });
  form.addEventListener("submit", () => clearTimeout(waiting));
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden" && changed() && !form.dataset.sent) {
      navigator.sendBeacon(form.dataset.draft, new FormData(form));
    }
  });
})();
