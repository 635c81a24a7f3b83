// The page that checks a list: toolcrib's own rules, in this browser, without a network.
import { askToolcrib, filled, forgetToolcrib, visible } from "./python.js";

const MIB = 1024 * 1024;
const SHOWN = 500; // findings that stand in the page
const LONGEST = 300; // characters of a line that is quoted
const NAMES = 60; // names that are listed as not looked up

const words = JSON.parse(document.getElementById("check-words").textContent);
const form = document.getElementById("check");
const result = document.getElementById("check-result");
const status = form.querySelector("[role=status]");
const button = form.querySelector("[type=submit]");
const parts = Object.fromEntries(
  [...result.querySelectorAll("[data-part]")].map((part) => [part.dataset.part, part]),
);
const { list, kind, target, file } = form.elements;

let number = 0; // of the check that is awaited; none while it is 0
let checks = 0;
let started = false;
let repaired = "";

form.hidden = false;
form.addEventListener("submit", (event) => {
  event.preventDefault();
  if (number) stop();
  else check();
});
form.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !number) check();
});
file.addEventListener("change", () => take(file.files[0]));
form.addEventListener("dragover", (event) => event.preventDefault());
form.addEventListener("drop", (event) => {
  const [dropped] = event.dataTransfer.files;
  if (!dropped) return;
  event.preventDefault();
  take(dropped);
});
parts.take.addEventListener("click", () => {
  list.value = repaired;
  list.focus();
  check();
});

// The name of a file decides how it is read; what is shown is what is checked.
async function take(chosen) {
  if (!chosen) return;
  if (chosen.size > words.largest * MIB) {
    status.textContent = filled(words.large, words.largest);
    return;
  }
  list.value = await chosen.text();
  kind.value = kindOf(chosen.name);
  check();
}

function kindOf(name) {
  if (/^(requirements|constraints).*\.(txt|in)$/i.test(name)) return "requirements.txt";
  const known = [...kind.options].map((option) => option.value);
  const same = known.find((value) => value.toLowerCase() === name.toLowerCase());
  const end = name.slice(name.lastIndexOf(".")).toLowerCase();
  return same ?? known.find((value) => value === `list${end}`) ?? "list.txt";
}

async function check() {
  const mine = (number = checks += 1);
  const bytes = new TextEncoder().encode(list.value);
  if (bytes.length > words.largest * MIB) {
    rest(filled(words.large, words.largest));
    return;
  }
  button.textContent = words.stop;
  status.textContent = started ? words.checking : words.loading;
  try {
    const today = new Date().toISOString().slice(0, 10);
    const answer = JSON.parse(await askToolcrib("checked", [kind.value, bytes, target.value, today]));
    if (mine !== number) return;
    started = true;
    show(answer);
    rest(summary(answer));
  } catch (fault) {
    if (mine === number) rest(filled(words.fault, visible(fault.message.slice(0, 500))));
  }
}

function stop() {
  forgetToolcrib();
  started = false;
  rest(words.stopped);
}

function rest(said) {
  number = 0;
  button.textContent = words.check;
  status.textContent = said;
}

function summary({ mentions, findings }) {
  if (!mentions && !findings.length) return words.none;
  const counts = ["error", "warning", "info"].map((level) => [
    level,
    findings.filter((finding) => finding.level === level).length,
  ]);
  const said = counts.filter(([, count]) => count).map(([level, count]) => filled(words[level], count));
  return [filled(words.read, mentions), ...(said.length ? said : [words.clean])].join(" ");
}

function show(answer) {
  result.hidden = false;
  parts.findings.replaceChildren(...answer.findings.slice(0, SHOWN).map((f) => item(f, answer.lines)));
  if (answer.findings.length > SHOWN) {
    parts.findings.append(element("li", "", `… ${answer.findings.length - SHOWN}`));
  }
  parts.left.replaceChildren(...leftOut(answer).map((text) => element("li", "", text)));
  repaired = answer.repaired;
  parts.repair.hidden = !answer.diff;
  parts.diff.replaceChildren(...answer.diff.trimEnd().split("\n").map(diffLine));
}

function item(finding, lines) {
  const node = element("li", `finding ${finding.level}`);
  const head = element("p", "finding-head");
  const code = element("a", "finding-code", finding.code);
  code.href = `${words.rules}${encodeURIComponent(finding.code.toLowerCase())}/`;
  const where = filled(words.line, finding.line);
  head.append(
    element("span", "finding-place", where),
    " ",
    element("strong", "finding-level", words.levels[finding.level] ?? finding.level),
    " ",
    code,
  );
  const message = element("p", "", visible(finding.message));
  message.lang = "en";
  node.append(head, message, quoted(finding, lines));
  if (finding.fix) node.append(element("p", "finding-fix", filled(words.fix, visible(finding.fix))));
  return node;
}

// The line with what is meant marked in it; columns count characters, from 1.
function quoted({ line, column, end }, lines) {
  const characters = [...(lines[line] ?? "")];
  const from = Math.max(0, column - 1 - LONGEST / 2);
  const part = (a, b) => visible(characters.slice(a, Math.min(b, from + LONGEST)).join(""));
  const node = element("pre", "finding-line");
  const mark = element("mark", "", part(column - 1, end - 1));
  node.append(part(from, column - 1), mark, part(end - 1, characters.length));
  return node;
}

function leftOut({ unchecked, examples, near }) {
  const all = [...new Set(unchecked.map((one) => one.name).filter(Boolean))];
  const names = all.filter((name) => !near[name]);
  const slips = all.filter((name) => near[name]);
  const others = unchecked.filter((one) => !one.name).map((one) => visible(one.reason));
  const listed = names.slice(0, NAMES).map(visible).join(", ") + (names.length > NAMES ? ", …" : "");
  return [
    ...others,
    ...slips.map((name) => filled(words.near, visible(name), near[name].map(visible).join(", "))),
    ...(names.length ? [filled(words.notLooked, listed)] : []),
    words.index,
    ...(examples ? [filled(words.examples, examples)] : []),
  ];
}

function diffLine(text) {
  const kinds = { "+": "ins", "-": "del" };
  const isHead = text.startsWith("+++") || text.startsWith("---");
  const node = element(isHead ? "span" : (kinds[text[0]] ?? "span"), "", visible(text));
  node.append("\n");
  return node;
}

function element(name, className, text = "") {
  const node = document.createElement(name);
  if (className) node.className = className;
  node.textContent = text;
  return node;
}
