// The search field of every page, as a combobox with a list (WAI-ARIA Authoring Practices 1.2), and
// the page of results. Hits are computed here, by ranking.js, from an index; both are loaded once, and
// only when somebody is about to ask.

import { element } from "./dom.js";

/** Hits on the page of results, as many as `kinds/search.py` shows; the list has fewer. */
const SHOWN = 20;
const WORDS = ["proven", "ran", "stale", "fails", "cannot install"];

const language = document.documentElement.lang;
const { root } = document.querySelector("script[data-root]").dataset;
const build = new URL(import.meta.url).pathname.split("/").at(-2);
let loading = null;

/** Return the index; who asks after a failure tries again. */
function loaded() {
  loading ??= fetchIndex().catch((fault) => {
    loading = null;
    throw fault;
  });
  return loading;
}

async function fetchIndex() {
  const coming = fetch(new URL(`${root}search.bin?${build}`, document.baseURI));
  const [answer, { load }] = await Promise.all([coming, import("./ranking.js")]);
  if (!answer.ok) throw new Error(`the index: ${answer.status}`);
  return load(await answer.arrayBuffer());
}

function badge(index, proof) {
  const word = WORDS.find((each) => proof.startsWith(each)) ?? "";
  const shown = index.proof(proof, language);
  return element("span", { class: `badge ${word.replace(" ", "-")}` }, shown);
}

/** Return the address of a hit: the task's page, or the module's where `of` says so. */
function addressOf(form, hit, of) {
  const path = of === "task" ? `task/${hit.task}/` : `module/${hit.id.replace(":", "/")}/`;
  const quoted = path.split("/").map(encodeURIComponent).join("/");
  return new URL(quoted, new URL("../", form.action)).href;
}

/** The list below a search field. */
class Combobox {
  #form;
  #field;
  #list;
  #status;
  #asked = 0;
  #active = -1;

  constructor(form) {
    this.#form = form;
    this.#field = form.querySelector("input");
    const name = `${this.#field.id}-hits`;
    const label = form.querySelector("label").textContent;
    this.#list = element("div", { id: name, role: "listbox", "aria-label": label, hidden: "" });
    this.#status = element("p", { class: "hidden", role: "status" });
    form.append(this.#list, this.#status);
    const attributes = { role: "combobox", "aria-autocomplete": "list", "aria-controls": name };
    for (const [key, value] of Object.entries(attributes)) this.#field.setAttribute(key, value);
    this.#close();
    this.#field.addEventListener("focus", () => loaded().catch(() => {}));
    this.#field.addEventListener("input", () => this.#ask());
    this.#field.addEventListener("keydown", (event) => this.#press(event));
    form.addEventListener("focusout", (event) => {
      if (!form.contains(event.relatedTarget)) this.#close();
    });
  }

  get #open() {
    return !this.#list.hidden;
  }

  async #ask() {
    const turn = ++this.#asked;
    const query = this.#field.value.trim();
    if (!query) return this.#close();
    const waiting = setTimeout(() => this.#say(this.#form.dataset.loading), 100);
    let index;
    try {
      index = await loaded();
    } catch {
      if (turn === this.#asked) this.#say(this.#form.dataset.failed);
      return undefined;
    } finally {
      clearTimeout(waiting);
    }
    // Meanwhile more was typed.
    if (turn === this.#asked) this.#show(index, query);
    return undefined;
  }

  #show(index, query) {
    const hits = index.find(query, { language });
    if (!hits.length) return this.#say(this.#form.dataset.none);
    const named = index.named(query);
    const option = (hit, number) => this.#option(index, hit, number, named);
    this.#list.replaceChildren(...hits.map(option));
    this.#expand();
    this.#status.textContent = this.#form.dataset.some.replace("{}", hits.length);
    return undefined;
  }

  #option(index, hit, number, named) {
    const of = hit.task && !named.has(hit.id) ? "task" : "module";
    const attributes = { role: "option", "aria-selected": "false", tabindex: "-1" };
    return element(
      "a",
      { ...attributes, id: `${this.#list.id}-${number}`, href: addressOf(this.#form, hit, of) },
      element("span", { class: "name" }, hit.name),
      " ",
      element("span", { class: "title" }, hit.title),
      " ",
      ...(hit.proof ? [badge(index, hit.proof)] : []),
    );
  }

  /** Show a word in place of hits. */
  #say(words) {
    this.#list.replaceChildren(
      element("div", { role: "option", "aria-disabled": "true", "aria-selected": "false" }, words),
    );
    this.#expand();
    this.#status.textContent = words;
  }

  #expand() {
    this.#activate(-1);
    this.#list.hidden = false;
    this.#field.setAttribute("aria-expanded", "true");
  }

  #close() {
    this.#asked++;
    this.#activate(-1);
    this.#list.hidden = true;
    this.#field.setAttribute("aria-expanded", "false");
    this.#status.textContent = "";
  }

  #activate(number) {
    const options = [...this.#list.querySelectorAll("a")];
    this.#active = number;
    for (const [each, option] of options.entries()) {
      option.setAttribute("aria-selected", String(each === number));
    }
    if (number < 0) return this.#field.removeAttribute("aria-activedescendant");
    this.#field.setAttribute("aria-activedescendant", options[number].id);
    return options[number].scrollIntoView({ block: "nearest" });
  }

  /** Move by so many options; between the last and the first one stands the field itself. */
  #move(step) {
    const places = this.#list.querySelectorAll("a").length + 1;
    this.#activate(((this.#active + 1 + step + places) % places) - 1);
  }

  #press(event) {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (this.#open) this.#move(event.key === "ArrowDown" ? 1 : -1);
      else this.#ask();
    } else if (event.key === "Escape" && this.#open) {
      event.preventDefault();
      this.#close();
    } else if (event.key === "Enter" && this.#open && this.#active >= 0) {
      event.preventDefault();
      this.#list.querySelectorAll("a")[this.#active].click();
    } else if (event.key === "Tab") {
      this.#close();
    }
  }
}

/** Fill the page of results with the hits for what its address asks. */
async function showResults(form, place) {
  const query = (new URLSearchParams(location.search).get("q") ?? "").trim();
  form.querySelector("input").value = query;
  if (!query || place.dataset.query === query) return;
  document.title = `${query} · ${document.title}`;
  place.textContent = form.dataset.loading;
  try {
    const index = await loaded();
    const hits = index.find(query, { language, limit: SHOWN });
    const list = element("ol", { class: "hits" }, ...hits.map((hit) => result(form, index, hit)));
    place.replaceChildren(hits.length ? list : element("p", {}, form.dataset.none));
  } catch {
    place.replaceChildren(element("p", {}, form.dataset.failed));
  }
}

function result(form, index, hit) {
  const link = (of, text, attributes) =>
    element("a", { ...attributes, href: addressOf(form, hit, of) }, text);
  return element(
    "li",
    {},
    link("module", hit.name, { class: "name" }),
    element("p", {}, hit.task ? link("task", hit.title, {}) : hit.title),
    element("p", { class: "why" }, hit.why),
    ...(hit.proof ? [badge(index, hit.proof)] : []),
  );
}

for (const form of document.querySelectorAll("form.search")) {
  const box = new Combobox(form);
  const place = document.querySelector("#results");
  if (place && box) showResults(form, place);
}
