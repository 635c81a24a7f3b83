// What every page has: search, buttons that copy, the keyboard's way to the search field, and a
// service worker, by which search works without a connection.

import "./search.js";

if ("serviceWorker" in navigator) {
  const { root } = document.querySelector("script[data-root]").dataset;
  // After the page, which needs nothing of it. Who forbids it has a site all the same.
  const register = () => navigator.serviceWorker.register(`${root}offline.js`).catch(() => {});
  // Not every browser says when it is idle.
  const whenIdle = window.requestIdleCallback ?? setTimeout;
  addEventListener("load", () => whenIdle(register));
}

document.addEventListener("click", async (event) => {
  const button = event.target.closest("button.copy");
  if (!button) return;
  await navigator.clipboard.writeText(button.dataset.copy);
  const before = button.textContent;
  button.textContent = button.dataset.done;
  setTimeout(() => { button.textContent = before; }, 1500);
});

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select, [contenteditable]");
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || typing) return;
  const field = document.querySelector(".search input");
  if (!field) return;
  event.preventDefault();
  field.focus();
  field.select();
});
