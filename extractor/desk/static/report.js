"use strict";
// Beyond :target: every naming of an entry lights up, and a click in the text finds its row.
const choose = (id) => {
  document.querySelectorAll(".chosen").forEach((node) => node.classList.remove("chosen"));
  const found = [...document.querySelectorAll("[data-id]")].filter((node) => node.dataset.id === id);
  found.forEach((node) => node.classList.add("chosen"));
};
document.addEventListener("click", (event) => {
  const chosen = event.target.closest("mark[data-id], a[data-entry]");
  if (!chosen || String(getSelection())) return;
  const id = chosen.dataset.id || chosen.dataset.entry;
  choose(id);
  const row = chosen.dataset.id && document.getElementById("row-" + id);
  if (row) row.scrollIntoView({ block: "nearest" });
});
const first = decodeURIComponent(location.hash.slice(1));
if (first) choose(first);
