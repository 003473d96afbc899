// Suggestions under the search box: a combobox by the rules of WAI-ARIA.
(() => {
  const WAIT = 140; // milliseconds after the last key: who types on needs no list
  let list = null, timer = 0, asked = 0, active = -1;
  const box = () => document.querySelector("#cd-query input, #cd-query textarea");

  const close = () => {
    if (list) list.hidden = true;
    active = -1;
    const field = box();
    if (field) { field.setAttribute("aria-expanded", "false"); field.removeAttribute("aria-activedescendant"); }
  };
  const choose = (option) => { close(); window.chidao.ask(option.dataset.text); };
  const mark = (at) => {
    const options = [...list.children];
    active = (at + options.length + 1) % (options.length + 1); // one past the end: none
    options.forEach((o, i) => o.setAttribute("aria-selected", String(i === active)));
    if (options[active]) box().setAttribute("aria-activedescendant", options[active].id);
    else { active = -1; box().removeAttribute("aria-activedescendant"); }
  };
  const prepare = (field) => {
    if (field.getAttribute("role") === "combobox") return;
    list = document.createElement("ul");
    Object.assign(list, { id: "cd-suggestions", hidden: true });
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", document.documentElement.lang === "vi" ? "Gợi ý" : "Suggestions");
    field.closest("#cd-query").append(list);
    const says = { role: "combobox", "aria-autocomplete": "list", "aria-controls": list.id,
      "aria-expanded": "false", autocomplete: "off" };
    for (const [name, value] of Object.entries(says)) field.setAttribute(name, value);
    list.addEventListener("mousedown", (event) => {
      event.preventDefault();
      const option = event.target.closest("li");
      if (option) choose(option);
    });
    field.addEventListener("blur", close);
    field.addEventListener("keydown", (event) => {
      if (list.hidden) return;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        mark(active < 0 && event.key === "ArrowUp" ? list.children.length - 1 : active + (event.key === "ArrowDown" ? 1 : -1));
      } else if (event.key === "Enter" && active >= 0) {
        event.preventDefault(); event.stopPropagation();
        choose(list.children[active]);
      } else if (event.key === "Escape") { event.stopPropagation(); close(); }
      else if (event.key === "Enter") close();
    }, true);
  };
  const show = (found) => {
    list.replaceChildren(...found.map((one, i) => {
      const option = document.createElement("li");
      Object.assign(option, { id: `cd-suggestion-${i}` });
      option.dataset.text = one.text;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      const kind = document.createElement("span");
      kind.className = `cd-kind cd-kind--${one.css}`;
      kind.textContent = one.kind;
      option.append(one.text, kind);
      return option;
    }));
    list.hidden = found.length === 0;
    active = -1;
    box().setAttribute("aria-expanded", String(!list.hidden));
  };
  const ask = async (text) => {
    const mine = ++asked;
    const lang = document.documentElement.lang;
    const answer = await fetch("/suggest?" + new URLSearchParams({ text, lang }));
    if (mine !== asked || !answer.ok) return;
    const found = await answer.json();
    if (mine === asked && document.activeElement === box()) show(found);
  };
  document.addEventListener("input", (event) => {
    if (!event.isTrusted || event.target !== box()) return;
    prepare(event.target);
    clearTimeout(timer);
    asked += 1;
    const text = event.target.value.trim();
    if (text.length < 2) close();
    else timer = setTimeout(() => ask(text), WAIT);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target === box()) { clearTimeout(timer); asked += 1; close(); }
  });
  document.addEventListener("click", async (event) => {
    const copy = event.target.closest("[data-copy]");
    if (!copy) return;
    const link = new URL(copy.dataset.copy, location.href).href;
    try { await navigator.clipboard.writeText(link); } catch { window.prompt("", link); return; }
    const said = copy.textContent;
    copy.textContent = copy.dataset.done;
    setTimeout(() => { copy.textContent = said; }, 1500);
  });
})();
