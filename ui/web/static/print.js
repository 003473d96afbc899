// The button of the sheet: print it.
document.querySelector("[data-print]").addEventListener("click", () => window.print());
