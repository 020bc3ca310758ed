/* What pages do beyond links and forms. Without it everything can still be read and sent. */
"use strict";

/* An article: all namings of an entry and its row light up together. */
const choose = (id, scroll) => {
  document.querySelectorAll(".chosen").forEach((node) => node.classList.remove("chosen"));
  const found = [...document.querySelectorAll("[data-id]")].filter((node) => node.dataset.id === id);
  found.forEach((node) => node.classList.add("chosen"));
  const mark = found.find((node) => node.tagName === "MARK");
  const row = found.find((node) => node.tagName !== "MARK");
  if (mark && scroll !== "row") mark.scrollIntoView({ block: "center" });
  if (row && scroll !== "mark") row.scrollIntoView({ block: "nearest" });
  return row;
};

/* Beside the text, the column that runs by itself is turned to a row; the page stays where it is. */
const turnTo = (row) => {
  const panel = row.closest(".sticky");
  if (!panel || panel.scrollHeight <= panel.clientHeight) return;
  const above = row.getBoundingClientRect().top - panel.getBoundingClientRect().top;
  panel.scrollTop += above - Math.max(0, (panel.clientHeight - row.offsetHeight) / 2);
};

let clicked = null; /* whose row or link is under the reader's eyes already */
const chooseByAddress = () => {
  let id = location.hash.slice(1);
  try { id = decodeURIComponent(id); } catch { /* as it stands */ }
  const row = id && choose(id, "mark");
  if (row && id !== clicked) turnTo(row);
  clicked = null;
};

document.addEventListener("click", (event) => {
  const mark = event.target.closest(".article mark[data-id]");
  if (!mark || String(getSelection())) return;
  choose(mark.dataset.id, "row");
  history.replaceState(null, "", "#" + encodeURIComponent(mark.dataset.id));
});
/* The address may be the same as before: then the browser tells of no change. */
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-entry]");
  if (!link) return;
  clicked = link.dataset.entry;
  choose(clicked, "mark");
});
addEventListener("hashchange", chooseByAddress);
if (document.querySelector(".article")) {
  chooseByAddress();
  /* Lines break elsewhere once the font is there: on a narrow page the words would be left behind. */
  document.fonts.ready.then(chooseByAddress);
}

/* A review is sent without leaving the page: what is written at other findings stays. */
const KEYS = { 1: "seen", 2: "right", 3: "wrong", 0: "" };
const items = () => [...document.querySelectorAll(".work > li")];
const current = () => document.activeElement && document.activeElement.closest(".work > li");

const send = async (form, state) => {
  const body = new URLSearchParams(new FormData(form));
  body.set("state", state);
  const answer = await fetch(form.action, { method: "POST", body, redirect: "manual" });
  if (answer.type !== "opaqueredirect") throw new Error(answer.status);
  show(form, state);
};

/* What was kept of a finding, at all its places: buttons, sign, note for print. */
const show = (form, state) => {
  const buttons = [...form.querySelectorAll("[aria-pressed]")];
  buttons.forEach((button) => button.setAttribute("aria-pressed", String(button.value === state)));
  form.querySelector("button.sr").value = state || "seen";
  const unsee = form.querySelector(".unsee");
  if (!state && document.activeElement === unsee) buttons[0].focus();
  unsee.hidden = !state;
  const note = form.querySelector("input[name=note]");
  if (!state) note.value = "";
  const item = form.closest("li");
  const sign = item.querySelector(".state");
  sign.className = `state ${state}`;
  sign.hidden = !state;
  sign.textContent = buttons.find((button) => button.value === state)?.textContent ?? "";
  const noted = item.querySelector(".noted");
  noted.hidden = !note.value.trim();
  noted.querySelector("bdi").textContent = note.value;
};

/* What could not be sent by itself is sent with the page: by the button of that review. */
const submit = (form, state) => {
  const button = [...form.elements].find((one) => one.name === "state" && one.value === state);
  form.dataset.sent = "whole";
  if (button) form.requestSubmit(button);
};

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches("form.review") || form.dataset.sent || !event.submitter) return;
  event.preventDefault();
  const state = event.submitter.value;
  send(form, state).catch(() => submit(form, state));
});

const move = (by) => {
  const all = items();
  const at = all.indexOf(current());
  const next = all[at < 0 ? 0 : Math.min(Math.max(at + by, 0), all.length - 1)];
  if (next) { next.focus(); next.scrollIntoView({ block: "nearest" }); }
};

document.addEventListener("keydown", (event) => {
  if (!document.querySelector(".work") || event.ctrlKey || event.altKey || event.metaKey) return;
  if (event.target.matches("input, select, textarea")) {
    if (event.key === "Escape") current()?.focus();
    return;
  }
  const latin = "۰۱۲۳".includes(event.key) ? "0123"["۰۱۲۳".indexOf(event.key)] : event.key;
  const item = current();
  /* The letters where a Persian keyboard has j, k and n, too. */
  if (["j", "ت"].includes(latin)) move(1);
  else if (["k", "ن"].includes(latin)) move(-1);
  else if (item && ["n", "د"].includes(latin)) {
    item.querySelector("input[name=note]")?.focus();
  } else if (item && latin === "Enter" && event.target === item) {
    item.querySelector("a[href^='/desk/article']")?.click();
  } else if (item && latin in KEYS) {
    const form = item.querySelector("form.review");
    if (form) send(form, KEYS[latin]).then(() => move(1)).catch(() => submit(form, KEYS[latin]));
  } else return;
  event.preventDefault();
});
if (document.querySelector(".work") && location.hash) {
  document.getElementById(location.hash.slice(1))?.focus();
}

/* Beside a text there is room for what stands folded above it on a narrow page. */
const wide = matchMedia("(min-width: 60.01rem)");
const unfold = () => document.querySelectorAll("[data-open-wide]").forEach((node) => { node.open = wide.matches; });
unfold();
wide.addEventListener("change", unfold);
