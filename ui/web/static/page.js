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

  // Gradio has no field for days: the browser's own is better than any on a phone. It has no
  // light-only page either. Both are set again whenever a tab is drawn.
  const mend = () => {
    document.querySelectorAll('.cd-day input:not([type="date"])').forEach((e) => (e.type = "date"));
    // Removing a class that is not there still counts as a change, and would call this again.
    if (document.body.classList.contains("dark")) document.body.classList.remove("dark");
  };
  new MutationObserver(mend).observe(document.documentElement, {
    childList: true, subtree: true, attributes: true, attributeFilter: ["class"],
  });
})();
