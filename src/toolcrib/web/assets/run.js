// A bench below each program that runs in a browser: change it, run it, see what it prints beside
// what is expected. Python is loaded when the first one is run, and each run has a fresh one.
import { archives, askToolcrib, fetchedJson, filled, listen, newWorker, place, visible, whole } from "./python.js";

const SHOWN = 100_000; // characters of an output that stand in the page
const REFRESH = 60; // milliseconds between two looks at what has come in
const MOST_PICTURES = 12;
const EDITABLE = 50_000; // bytes of an input file that may be changed here
const PNG = [0x89, 0x50, 0x4e, 0x47];
const INDENT = "    ";

const words = JSON.parse(document.getElementById("run-words").textContent);
const encoder = new TextEncoder();
const sheets = new Map(); // what was fetched of tasks, by address

for (const spot of document.querySelectorAll(".run")) {
  const button = spot.querySelector("button");
  button.hidden = false;
  button.addEventListener("click", () => open(spot, button));
}

async function open(spot, button) {
  button.disabled = true;
  const status = spot.querySelector("[role=status]");
  try {
    const sheet = await fetchedSheet(spot.dataset.sheet);
    const bench = new Bench(sheet, spot.dataset.program);
    const code = spot.closest(".program")?.querySelector("pre.code");
    if (code) code.hidden = true;
    spot.replaceChildren(bench.root);
    bench.parts.run.focus();
    bench.run();
  } catch (fault) {
    status.textContent = filled(words.fault, fault.message);
    button.disabled = false;
  }
}

function fetchedSheet(address) {
  if (!sheets.has(address)) {
    const coming = fetchedJson(address);
    coming.catch(() => sheets.delete(address));
    sheets.set(address, coming);
  }
  return sheets.get(address);
}

let benches = 0;

class Bench {
  constructor(sheet, file) {
    this.sheet = sheet;
    this.file = file;
    this.program = sheet.programs[file];
    this.root = document.getElementById("bench").content.firstElementChild.cloneNode(true);
    const named = [...this.root.querySelectorAll("[data-part]")];
    this.parts = Object.fromEntries(named.map((part) => [part.dataset.part, part]));
    this.fields = []; // of input files: path, textarea, and the text as it was
    this.pictures = [];
    this.parts.hint.id = `bench-${(benches += 1)}`;
    this.parts.code.setAttribute("aria-describedby", this.parts.hint.id);
    this.parts.note.hidden = this.program.proven;
    this.parts.note.textContent = words.unproven;
    this.parts.expected.textContent = shown(sheet.expected);
    this.addInputs();
    this.reset();
    this.rest();
    this.parts.run.addEventListener("click", () => (this.going ? this.stop(words.stopped) : this.run()));
    this.parts.reset.addEventListener("click", () => this.reset());
    this.parts.code.addEventListener("keydown", indenting());
    this.root.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !this.going) this.run();
    });
  }

  addInputs() {
    const pattern = this.parts.stdin.closest("label");
    for (const [path, base64] of Object.entries(this.sheet.inputs)) {
      const bytes = decoded(base64);
      const text = bytes.length <= EDITABLE ? asText(bytes) : null;
      if (text === null) continue;
      const label = pattern.cloneNode(true);
      label.querySelector("span").textContent = path;
      const area = label.querySelector("textarea");
      area.rows = Math.min(10, text.split("\n").length + 1);
      this.parts.input.append(label);
      this.fields.push({ path, area, text });
    }
  }

  reset() {
    this.parts.code.value = this.program.code;
    this.parts.code.rows = Math.min(40, this.program.code.split("\n").length + 1);
    this.parts.args.value = this.sheet.args.join("\n");
    this.parts.stdin.value = this.sheet.stdin;
    for (const { area, text } of this.fields) area.value = text;
  }

  get args() {
    return this.parts.args.value ? this.parts.args.value.split("\n") : [];
  }

  get inputIsProven() {
    const { args, stdin } = this.sheet;
    const same = this.args.join("\n") === args.join("\n") && this.parts.stdin.value === stdin;
    return same && this.fields.every(({ area, text }) => area.value === text);
  }

  files() {
    const bytes = new Map(Object.entries(this.sheet.inputs).map(([p, b]) => [p, decoded(b)]));
    for (const { path, area, text } of this.fields) {
      if (area.value !== text) bytes.set(path, encoder.encode(area.value));
    }
    bytes.set(this.file, encoder.encode(this.parts.code.value));
    return [...bytes];
  }

  run() {
    this.clear();
    this.tell(words.loading);
    this.going = newWorker();
    this.root.setAttribute("aria-busy", "true");
    this.parts.run.textContent = words.stop;
    listen(this.going, {
      started: () => this.started(),
      output: (said) => this.hear(said),
      picture: (said) => this.addPicture(said),
      end: ({ status }) => this.end(Number(status)),
      fault: ({ text }) => this.stop(filled(words.fault, shown(String(text).slice(0, 500)))),
    });
    this.going.postMessage(this.order());
  }

  order() {
    const { sheet, program } = this;
    return {
      kind: "program",
      pyodide: whole(place.pyodide),
      archives: archives(program.archives),
      packages: program.packages,
      program: this.file,
      args: this.args,
      stdin: encoder.encode(this.parts.stdin.value),
      files: this.files(),
      folder: sheet.folder,
      executable: sheet.executable,
      environment: sheet.environment,
      outputLimit: sheet.output_limit,
      pictureLimit: sheet.picture_limit,
    };
  }

  started() {
    const seconds = this.sheet.timeout;
    this.tell(words.running);
    clearTimeout(this.limit);
    this.limit = setTimeout(() => this.stop(filled(words.late, seconds)), seconds * 1000);
  }

  hear({ stream, bytes }) {
    if (!Object.hasOwn(this.heard, stream) || !(bytes instanceof Uint8Array)) return;
    const heard = this.heard[stream];
    this.bytes += bytes.length;
    heard.text += heard.decoder.decode(bytes, { stream: true });
    this.refresh ??= setTimeout(() => this.show(), REFRESH);
    const { output_limit: most } = this.sheet;
    if (this.bytes > most) this.stop(filled(words.loud, Math.round(most / 1024)));
  }

  show() {
    clearTimeout(this.refresh);
    this.refresh = undefined;
    this.parts.output.textContent = shown(this.heard.stdout.text);
    this.parts.errors.textContent = shown(this.heard.stderr.text);
    this.parts.messages.hidden = !this.heard.stderr.text;
  }

  addPicture({ name, bytes }) {
    const isPng = bytes instanceof Uint8Array && PNG.every((byte, at) => bytes[at] === byte);
    if (!isPng || this.pictures.length >= MOST_PICTURES) return;
    if (bytes.length > this.sheet.picture_limit) return;
    const url = URL.createObjectURL(new Blob([bytes], { type: "image/png" }));
    this.pictures.push({ name: String(name), url });
    const figure = document.createElement("figure");
    const image = document.createElement("img");
    image.src = url;
    image.alt = filled(words.made, visible(String(name)));
    const caption = document.createElement("figcaption");
    caption.textContent = visible(String(name));
    figure.append(image, caption);
    this.parts.pictures.append(figure);
  }

  async end(status) {
    this.rest();
    const run = this.number;
    const { said, good } = await this.verdict(status);
    if (run === this.number) this.tell(said, good);
  }

  // What came of it: in words, and whether it is as proven, different, or neither.
  async verdict(status) {
    const { sheet } = this;
    if (status !== sheet.exit) return { said: filled(words.status, status, sheet.exit), good: "no" };
    const got = this.heard.stdout.text;
    const same = await this.isSame(got);
    if (same === undefined) return { said: words.unjudged };
    if (!same && !this.inputIsProven) return { said: words.otherInput };
    if (!same) return { said: filled(words.different, firstDifference(got, sheet.expected)), good: "no" };
    const names = this.pictures.map(({ name }) => name);
    const missing = sheet.output.pictures.find((name) => !names.includes(name));
    if (missing) return { said: filled(words.picture, missing), good: "no" };
    return { said: words.same, good: "yes" };
  }

  // Two texts that are equal are the same by every rule. What else is, toolcrib itself says.
  async isSame(got) {
    const { expected, output } = this.sheet;
    if (plain(got) === plain(expected)) return true;
    if (output.compare === "exact" && !output.tolerance && !output.masks.length) return false;
    if (!place.checker) return undefined;
    this.tell(words.comparing);
    try {
      return (await askToolcrib("same", [got, expected, JSON.stringify(output)])) === "true";
    } catch {
      return undefined;
    }
  }

  stop(said) {
    this.rest();
    this.tell(said, "no");
  }

  // Nothing runs any more, and what has come in is shown.
  rest() {
    clearTimeout(this.limit);
    this.going?.terminate();
    this.going = undefined;
    this.root.removeAttribute("aria-busy");
    this.parts.run.textContent = words.run;
    if (this.heard) this.show();
  }

  clear() {
    this.number = (this.number ?? 0) + 1;
    this.bytes = 0;
    this.heard = { stdout: stream(), stderr: stream() };
    for (const { url } of this.pictures) URL.revokeObjectURL(url);
    this.pictures = [];
    this.parts.pictures.replaceChildren();
    this.show();
  }

  tell(said, good = "") {
    this.parts.status.textContent = said;
    this.parts.status.dataset.good = good;
  }
}

function stream() {
  return { text: "", decoder: new TextDecoder() };
}

function shown(text) {
  const more = text.length - SHOWN;
  const cut = more > 0 ? `\n${filled(words.cut, more)}` : "";
  return visible(text.slice(0, SHOWN)) + cut;
}

// As `crib verify` takes texts: the ends of lines are one kind, those at the end do not count.
function plain(text) {
  return text.replaceAll("\r\n", "\n").replace(/\n+$/, "");
}

function firstDifference(got, expected) {
  const [mine, theirs] = [got, expected].map((text) => plain(text).split("\n"));
  return 1 + mine.findIndex((line, at) => line !== theirs[at]) || mine.length + 1;
}

function decoded(base64) {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

function asText(bytes) {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    // A field of a page has one kind of line ends, and no zero.
    return /[\r\0]/.test(text) ? null : text;
  } catch {
    return null;
  }
}

// Tab indents and Shift+Tab takes that back; after Escape they move on, as everywhere else.
function indenting() {
  let leaving = false;
  return (event) => {
    const isTab = event.key === "Tab" && !(event.ctrlKey || event.altKey || event.metaKey);
    if (isTab && !leaving) {
      event.preventDefault();
      indent(event.target, event.shiftKey);
    }
    if (event.key !== "Shift") leaving = event.key === "Escape";
  };
}

function indent(area, back) {
  const { value, selectionStart: from, selectionEnd: to } = area;
  const start = value.lastIndexOf("\n", from - 1) + 1;
  if (!back && from === to) return area.setRangeText(INDENT, from, to, "end");
  const lines = value.slice(start, to).split("\n");
  const moved = lines.map((line) => (back ? line.replace(/^ {1,4}/, "") : INDENT + line));
  return area.setRangeText(moved.join("\n"), start, to, from === to ? "end" : "select");
}
