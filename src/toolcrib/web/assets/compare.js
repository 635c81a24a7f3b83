// The page that sets modules side by side: which ones is said by its address (?m=…&m=…). What it
// shows lies beside the pages of modules and tasks, as JSON and as the very markup of these pages.

import { element, words } from "./dom.js";
import { FIGURES, standings } from "./figures.js";

const place = document.getElementById("compare");
const root = new URL(place.dataset.root, location.href);
const say = words();
const MOST = 8;

const addressOf = (id) => new URL(`module/${encodeURI(id.replace(":", "/"))}/`, root);
const taskAddress = (id) => new URL(`task/${encodeURI(id)}/`, root);

async function json(address) {
  const answer = await fetch(new URL("index.json", address));
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

// Return the programs of a task's page as they stand there, links made to fit this page.
async function programs(address) {
  const answer = await fetch(address);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const [name, selector] of [["href", "a[href]"], ["src", "img[src]"]]) {
    for (const each of page.querySelectorAll(selector)) {
      each.setAttribute(name, new URL(each.getAttribute(name), address).href);
    }
  }
  return new Map([...page.querySelectorAll("section[data-solution]")].map((section) => [section.dataset.solution, section]));
}

function table(heads, rows) {
  const cell = (content) => element("td", {}, ...[content].flat());
  return element("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": say.compare },
    element("table", { class: "figures" },
      element("thead", {}, element("tr", {}, element("td"), ...heads.map((head) => element("th", { scope: "col" }, head)))),
      element("tbody", {}, ...rows.map(([label, ...cells]) =>
        element("tr", {}, element("th", { scope: "row" }, label), ...cells.map(cell))))));
}

function about(modules) {
  const link = (module) => element("a", { href: addressOf(module.id).href }, module.name);
  const code = (text) => element("code", {}, text);
  return table(modules.map(link), [
    [say.purpose, ...modules.map((module) => module.purpose)],
    [say.install, ...modules.map((module) => module.install ? code(`pip install ${module.install}`) : say.standard)],
    [say.goodFor, ...modules.map((module) => element("ul", {}, ...module.use_cases.map((use) => element("li", {}, use))))],
    [say.notFor, ...modules.map((module) => module.not_for || "–")],
    [say.tasks, ...modules.map((module) => String(module.tasks.length))],
  ]);
}

function figures(shown) {
  const rows = FIGURES.map(({ name, form }) => {
    const measured = shown.map((program) => program.measurement?.figures[name] ?? null);
    const stand = standings(shown.map((program) => program.measurement), name);
    const most = Math.max(...measured.map((figure) => figure?.median ?? 0));
    if (!most) return null;
    return [say[name], ...measured.map((figure, number) => figure ? [
      form(figure.median),
      element("meter", { min: 0, max: most, value: figure.median, "aria-hidden": "true" }),
      element("small", {}, stand[number] ? say[`${stand[number]} ${name}`] ?? say[stand[number]] ?? "" : ""),
    ] : "–")];
  });
  return table(shown.map((program) => program.name), rows.filter(Boolean));
}

async function shared(task, ids) {
  const address = taskAddress(task.id);
  const [page, sections] = await Promise.all([json(address), programs(address)]);
  const shown = page.programs.filter((program) => ids.has(program.solution.module));
  return element("section", {},
    element("h2", {}, element("a", { href: address.href }, page.title)),
    figures(shown),
    element("div", { class: "programs" }, ...shown.map((program) => sections.get(program.solution.file))));
}

async function compare(names) {
  place.replaceChildren(element("p", { role: "status" }, say.loading));
  const found = await Promise.allSettled(names.map((name) => json(addressOf(name))));
  const modules = found.filter((each) => each.status === "fulfilled").map((each) => each.value);
  const missing = names.filter((_, number) => found[number].status === "rejected");
  const ids = new Set(modules.map((module) => module.id));
  const tasks = new Map(modules.flatMap((module) => module.tasks).map((task) => [task.id, task]));
  const both = [...tasks.values()].filter((task) =>
    modules.filter((module) => module.tasks.some((each) => each.id === task.id)).length > 1);
  place.replaceChildren(
    ...missing.map((name) => element("p", { role: "alert" }, `${say.missing} ${name}`)),
    ...(modules.length ? [about(modules)] : []),
    ...(await Promise.all(both.map((task) => shared(task, ids)))),
    ...(both.length || modules.length < 2 ? [] : [element("p", {}, say.none)]));
  document.title = `${modules.map((module) => module.name).join(", ")} · ${document.title.split(" · ").at(-1)}`;
}

function pick(form, names) {
  const field = form.querySelector("input");
  field.addEventListener("focus", async () => {
    const listing = await json(new URL("modules/", root));
    const ids = new Set(listing.shelves.flatMap((shelf) => shelf.entries.map((entry) => entry.id)));
    field.list.replaceChildren(...[...ids].sort().map((id) => element("option", { value: id })));
  }, { once: true });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const name = field.value.trim();
    const id = name.includes(":") ? name : `pypi:${name}`;
    if (name) location.search = new URLSearchParams([...names, id].map((each) => ["m", each]));
  });
  form.hidden = false;
}

const form = document.querySelector("form.picker");
const asked = [...new Set(new URLSearchParams(location.search).getAll("m"))].slice(0, MOST);
if (asked.length < MOST) pick(form, asked);
else form.remove();
if (asked.length) {
  document.getElementById("pairs").hidden = true;
  await compare(asked);
}
