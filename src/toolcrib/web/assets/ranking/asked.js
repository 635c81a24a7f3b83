/** `toolcrib.catalog.asked`: questions that are names. */

import { nearest } from "./spelling.js";
import { joined, parts } from "./words.js";

// What Python's patterns mean by \w and \s; of the letters, case apart, i has two more than here.
const W = String.raw`[\p{L}\p{N}_]`;
const NAME = String.raw`[\p{L}\p{N}_.]+`;
const DASHED = String.raw`[\p{L}\p{N}_.\-]+`;
const NO_WORD = String.raw`[^\p{L}\p{N}_]`;
const SPACE = String.raw`\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000`;
const MARKS = String.raw`[^\p{L}\p{N}_${SPACE}]*`;

const STATEMENT = new RegExp(
  [
    `no module named ${MARKS}(${DASHED})`,
    `cannot import name ${MARKS}${W}+${MARKS} from ${MARKS}(${NAME})`,
    `^${NO_WORD}*(?:python3? -m )?(?:uv )?pip3? install (?:-[^${SPACE}]+ )*(${DASHED})`,
    `^${NO_WORD}*from (${NAME}) import(?!${W})`,
    `^${NO_WORD}*import (${NAME})(?: as ${W}+)?${NO_WORD}*$`,
  ]
    .join("|")
    .replaceAll("i", "[iıİ]"),
  "iu",
);
const AROUND = new RegExp(`^[${SPACE}]+|[${SPACE}]+$`, "gu");

/** Return the name in an import error, an import or an install line. */
export function askedName(query, figures) {
  const lower = query.toLowerCase();
  if (!figures.STATEMENT_WORDS.some((word) => lower.includes(word))) return null;
  const match = STATEMENT.exec(query.replace(AROUND, ""));
  const name = match?.slice(1).find(Boolean);
  return name ? name.replace(/\.+$/, "") : null;
}

/** Return `{modules, strict, longer}`: the modules that a question names. */
export function named(bundle, query) {
  const asked = askedName(query, bundle.figures.asked);
  if (asked) {
    const found = modulesNamed(bundle, asked);
    const whole = found.length || parts(asked).length === 1 ? longer(bundle, asked) : "";
    return { modules: found.length ? found : near(bundle, asked), strict: true, longer: whole };
  }
  const words = bundle.words.split(query).filter((word) => !bundle.stopWords.has(word));
  if (!words.length || words.length > bundle.figures.asked.LONGEST_NAME) {
    return { modules: [], strict: false, longer: "" };
  }
  const name = words.join(" ");
  const found = modulesNamed(bundle, name);
  if (found.length) return { modules: found, strict: false, longer: longer(bundle, name) };
  const slip = words.length === 1 && isNew(bundle, words[0]);
  return { modules: slip ? near(bundle, name) : [], strict: false, longer: "" };
}

/** Return the modules that go by a name, std first. */
function modulesNamed(bundle, name) {
  let key = bundle.words.nameKey(name);
  while (key) {
    const found = bundle.modulesNamed(key);
    if (found.length) return found;
    key = name.includes(".") ? key.slice(0, Math.max(0, key.lastIndexOf("-"))) : "";
  }
  return [];
}

function longer(bundle, name) {
  return bundle.modulesNamed(bundle.words.nameKey(name)).length ? "" : name;
}

/** Tell whether a word may be a slip: it is none of ours, and no name of something else. */
function isNew(bundle, word) {
  const term = bundle.words.stem(word);
  const known = bundle.term(term) || bundle.vector(term);
  return !known && bundle.formTerm(joined(word)) === undefined;
}

function near(bundle, name) {
  const key = nearest(bundle.words.nameKey(name), bundle.names.keys(), bundle.figures.spelling);
  const shown = `${name} → ${key}`;
  return bundle.modulesNamed(key).map(({ module }) => ({ module, name: shown, why: 0 }));
}
