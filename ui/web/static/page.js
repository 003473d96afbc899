// What the page does without the server: the panel, the address, the days, the language link.
(() => {
  const panelOpen = "cd-panel-open";
  let lastChosen = null;
  let arrived = location.search === "";

  const chidao = {
    // A result was clicked: remember it, to mark it and to come back to it.
    chose(task) {
      document.querySelectorAll(".is-chosen").forEach((e) => e.classList.remove("is-chosen"));
      const holder = task.closest(".cd-hit, .cd-line") || task;
      holder.classList.add("is-chosen");
      lastChosen = holder.querySelector(".cd-open") || task;
    },

    // New results are on the page: their address becomes the page's, and "back" leads back.
    rendered(element) {
      const link = element.querySelector("[data-address]");
      const address = link && "?" + link.dataset.address;
      if (!address || address === location.search) return;
      if (arrived) history.pushState(null, "", address);
      else history.replaceState(null, "", address);
      arrived = true;
    },

    // A notice was put into the panel.
    opened(element) {
      const filled = element.querySelector(".cd-reading, .cd-message") !== null;
      document.body.classList.toggle(panelOpen, filled);
      if (!filled) return;
      chidao.toSentence();
      const paper = element.querySelector(".cd-paper");
      if (paper) paper.focus({ preventScroll: true });
    },

    toSentence() {
      const paper = document.querySelector("#cd-panel .cd-paper");
      const sentence = paper && paper.querySelector(".cd-chosen");
      if (!sentence) return;
      const offset = sentence.getBoundingClientRect().top - paper.getBoundingClientRect().top;
      paper.scrollTop += offset - paper.clientHeight / 4;
    },

    // A list of the follow tab lends its trigger to the pictures there, so that a click walks on.
    walker(element, trigger) {
      if (!element.closest("#cd-follow-facts")) return;
      chidao.walk = ([what, kind]) =>
        kind === "task" ? trigger("open_task", { task: what }) : trigger("follow_name", { what });
    },

    // To a place in the notice beside what was clicked: a line by its number, or a task by its.
    toPlace(from, what) {
      const paper = (from.closest(".cd-reading, .cd-review") || document).querySelector(".cd-paper");
      const places = paper ? paper.querySelectorAll(what) : [];
      if (!places.length) return;
      paper.querySelectorAll(".is-pointed").forEach((e) => e.classList.remove("is-pointed"));
      places.forEach((e) => e.classList.add("is-pointed"));
      const offset = places[0].getBoundingClientRect().top - paper.getBoundingClientRect().top;
      paper.scrollTop += offset - paper.clientHeight / 4;
      paper.scrollIntoView({ block: "nearest" });
    },

    // The list was drawn anew after somebody pressed a button of it: the keyboard stays there.
    settled(element) {
      if (document.activeElement && document.activeElement !== document.body) return;
      const row = element.querySelector("[data-focus]") || element;
      row.querySelector("button")?.focus({ preventScroll: true });
    },

    close() {
      document.body.classList.remove(panelOpen);
      if (lastChosen && lastChosen.isConnected) lastChosen.focus();
    },

    // Put a question into the box and ask it.
    ask(question) {
      const box = document.querySelector("#cd-query input, #cd-query textarea");
      box.value = question;
      box.dispatchEvent(new Event("input", { bubbles: true }));
      setTimeout(() => document.querySelector("#cd-search-button").click(), 0);
    },
  };
  window.chidao = chidao;

  window.addEventListener("popstate", () => location.reload());

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && document.body.classList.contains(panelOpen)) chidao.close();
    const typing = event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key === "/" && !typing) {
      const box = document.querySelector("#cd-query input, #cd-query textarea");
      if (box && box.offsetParent) {
        event.preventDefault();
        box.focus();
      }
    }
  });

  document.addEventListener("click", (event) => {
    const language = event.target.closest("[data-language]");
    if (language) {
      const address = new URLSearchParams(location.search);
      address.set("lang", language.dataset.language);
      language.href = "?" + address;
    }
    const toggle = event.target.closest("[data-toggle-filters]");
    if (toggle) {
      const open = document.body.classList.toggle("cd-filters-open");
      toggle.setAttribute("aria-expanded", String(open));
    }
    if (event.target.closest('[role="tab"]')) chidao.close();
  });

  // Files dropped anywhere on the tab that takes them in go the way of those that are chosen.
  const dropping = () => {
    const spot = document.querySelector("#cd-preview");
    return spot && spot.offsetParent ? spot : null;
  };
  document.addEventListener("dragover", (event) => {
    if (!dropping() || !event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    dropping().classList.add("is-over");
  });
  for (const over of ["dragleave", "drop"])
    document.addEventListener(over, () => dropping()?.classList.remove("is-over"));
  document.addEventListener("drop", (event) => {
    if (!dropping() || !event.dataTransfer.files.length) return;
    event.preventDefault();
    const input = document.querySelector('input[type="file"]');
    input.files = event.dataTransfer.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  });

  // A day is typed as offices write it, whatever language the browser has; beside it stands the
  // browser's calendar, which writes it the same way.
  const withCalendar = (field) => {
    field.dataset.calendar = "on";
    const calendar = document.createElement("input");
    Object.assign(calendar, { type: "date", className: "cd-calendar", tabIndex: -1 });
    calendar.setAttribute("aria-hidden", "true");
    calendar.addEventListener("click", () => calendar.showPicker && calendar.showPicker());
    calendar.addEventListener("change", () => {
      const [year, month, day] = calendar.value.split("-").map(Number);
      field.value = day ? `${day}/${month}/${year}` : "";
      field.dispatchEvent(new Event("input", { bubbles: true }));
      field.dispatchEvent(new Event("change", { bubbles: true }));
    });
    field.after(calendar);
  };
  document.addEventListener("change", (event) => {
    if (!event.target.matches(".cd-day input:not(.cd-calendar)")) return;
    const panel = event.target.closest('[role="tabpanel"]');
    setTimeout(() => panel.querySelector("button.primary").click(), 0);
  });

  const withClicks = (plot) => {
    if (!plot.on) return; // plotly has not drawn yet
    plot.dataset.clicks = "on";
    plot.on("plotly_click", ({ points }) => {
      const to = points.map((point) => point.customdata).find(Boolean);
      if (to && chidao.walk) chidao.walk(to);
    });
  };

  // Gradio draws a tab when it is first shown, and goes dark with the system.
  const mend = () => {
    document
      .querySelectorAll(".cd-day input:not(.cd-calendar):not([data-calendar])")
      .forEach(withCalendar);
    document
      .querySelectorAll(".cd-walks .js-plotly-plot:not([data-clicks])")
      .forEach(withClicks);
    // Removing a class that is not there still counts as a change, and would call this again.
    if (document.body.classList.contains("dark")) document.body.classList.remove("dark");
  };
  new MutationObserver(mend).observe(document.documentElement, {
    childList: true, subtree: true, attributes: true, attributeFilter: ["class"],
  });
})();
