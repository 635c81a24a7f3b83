/** `toolcrib.app.find`: hits for what somebody asks in plain words, or for a name. */

import { named } from "./asked.js";
import { search } from "./search.js";

/** The numbers of texts: before words, for a hit beside another, and for one without any word. */
const [MATCHES, BESIDE, MEANT] = [1, 2, 3];

/** Return the hits for a question; none says that nothing here fits. */
export function find(bundle, query, texts, limit) {
  const asked = named(bundle, query);
  const wanted = asked.longer || (asked.strict ? "" : query);
  const matches = wanted ? search(bundle, wanted) : [];
  // Of `os.getenv` not the module's first program is wanted but the one that has the rest too.
  const best = new Map();
  if (asked.longer) {
    for (const match of [...matches].reverse()) best.set(match.module, match.task);
  }
  const hits = asked.modules.map((meant) => ofName(bundle, meant, texts, best.get(meant.module)));
  if (!(asked.strict && hits.length)) {
    const shown = new Set(hits.map((hit) => hit.task || hit.id));
    const others = matches.filter((match) => !shown.has(match.task || match.module));
    const left = others.slice(0, Math.max(0, limit - hits.length));
    hits.push(...left.map((match) => ofMatch(bundle, match, texts)));
  }
  return hits.slice(0, limit);
}

function ofName(bundle, meant, texts, best) {
  const entry = bundle.entry(meant.module);
  const task = best || entry.task;
  return {
    id: meant.module,
    name: entry.name,
    kind: kind(meant.module),
    task,
    title: texts(entry.purpose),
    why: why(texts, meant.name, meant.why),
    proof: task ? bundle.solutionLine(task, meant.module).phrase : "",
  };
}

function ofMatch(bundle, match, texts) {
  const entry = bundle.entry(match.module);
  const line = match.task ? bundle.solutionLine(match.task, match.module) : null;
  return {
    id: match.module,
    name: entry.name,
    kind: kind(match.module),
    task: match.task,
    title: texts(line ? line.title : entry.purpose),
    why: match.beside
      ? texts(BESIDE).replace("{}", () => bundle.entry(match.beside).name)
      : why(texts, match.words.join(", "), line ? line.why : 0),
    proof: line ? line.phrase : "",
  };
}

function kind(module) {
  return module.startsWith("std:") ? "stdlib" : "dist";
}

function why(texts, words, more) {
  const found = words ? `${texts(MATCHES)} ${words}` : texts(MEANT);
  return more ? `${found}; ${texts(more)}` : found;
}
