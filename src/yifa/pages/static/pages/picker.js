/* Pickers: an input with a list becomes a combobox (WAI-ARIA pattern) that also understands pinyin.
   Without this script the browser's own list serves. */
"use strict";
(() => {
  const MOST = 8;
  let count = 0;

  // Each sign is taken by its first letter, its syllable, or anything between.
  const leads = (typed, read) => !typed || (read.length > 0 && read[0].some((one) => {
    for (let n = 1; n <= one.length && typed.slice(0, n) === one.slice(0, n); n += 1) {
      if (leads(typed.slice(n), read.slice(1))) return true;
    }
    return false;
  }));

  const choicesOf = (list) => Array.from(list.options, (option) => ({
    name: option.value,
    read: (option.dataset.read || "").split(" ").filter(Boolean).map((one) => one.split("|")),
  }));

  function rank(typed, choice) {
    const name = choice.name.toLowerCase();
    if (name.startsWith(typed)) return 0;
    if (name.includes(typed)) return 1;
    const at = choice.read.findIndex((_, place) => leads(typed, choice.read.slice(place)));
    return at < 0 ? -1 : 2 + at;
  }

  function combobox(input) {
    const choices = choicesOf(input.list);
    const several = "several" in input.dataset;
    const box = document.createElement("ul");
    box.id = `picker-${count += 1}`;
    box.className = "picker";
    box.hidden = true;
    box.setAttribute("role", "listbox");
    box.setAttribute("aria-label", `可选：${input.labels[0]?.firstChild?.textContent || ""}`);
    input.removeAttribute("list");
    input.after(box);
    for (const [name, value] of Object.entries({
      role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": box.id,
    })) input.setAttribute(name, value);
    let active = -1;

    const last = () => (several ? input.value.split(/[、，,；;]/).pop() : input.value).trim().toLowerCase();

    function mark(at) {
      active = at;
      Array.from(box.children).forEach((one, place) => one.setAttribute("aria-selected", String(place === at)));
      if (at < 0) input.removeAttribute("aria-activedescendant");
      else {
        input.setAttribute("aria-activedescendant", box.children[at].id);
        box.children[at].scrollIntoView({ block: "nearest" });
      }
    }

    function close() {
      box.hidden = true;
      input.setAttribute("aria-expanded", "false");
      mark(-1);
    }

    function open(all) {
      const typed = last();
      const found = choices.map((one) => [typed ? rank(typed, one) : 0, one])
        .filter(([at]) => at >= 0).sort((one, other) => one[0] - other[0])
        .slice(0, all && !typed ? choices.length : MOST).map(([, one]) => one);
      box.replaceChildren(...found.map((one, place) => {
        const item = document.createElement("li");
        item.id = `${box.id}-${place}`;
        item.setAttribute("role", "option");
        item.textContent = one.name;
        item.addEventListener("mousedown", (event) => { event.preventDefault(); choose(place); });
        return item;
      }));
      const exact = found.length === 1 && found[0].name.toLowerCase() === typed;
      box.hidden = !found.length || exact || (!typed && !all);
      input.setAttribute("aria-expanded", String(!box.hidden));
      mark(!box.hidden && typed ? 0 : -1);
    }

    function choose(at) {
      const name = box.children[at].textContent;
      const before = several ? input.value.replace(/[^、，,；;]*$/, "") : "";
      input.value = before + name;
      close();
      input.dispatchEvent(new Event("change", { bubbles: true }));
    }

    input.addEventListener("input", () => open(false));
    input.addEventListener("blur", close);
    input.addEventListener("keydown", (event) => {
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        if (box.hidden) { open(true); if (!box.hidden) mark(0); return; }
        const size = box.children.length;
        mark((active + (event.key === "ArrowDown" ? 1 : -1) + size) % size);
      } else if (event.key === "Enter" && !event.ctrlKey && !box.hidden && active >= 0) {
        event.preventDefault();
        choose(active);
      } else if (event.key === "Tab" && !box.hidden && active >= 0 && last()) {
        choose(active);
      } else if (event.key === "Escape" && !box.hidden) {
        event.preventDefault();
        close();
      }
    });
  }

  const dress = (root) => root.querySelectorAll("input[list]").forEach((input) => { if (input.list) combobox(input); });
  dress(document);
  document.addEventListener("htmx:load", (event) => dress(event.detail.elt));
})();
