/**
 * `toolcrib.catalog.search`: concepts to the modules and tasks that answer them.
 *
 * All figures are whole numbers, and `//` of Python is a division rounded down, so both give the
 * same. A match is `{task, module, score, words, beside}`.
 */

import { following, read } from "./question.js";

/** Return what answers a question in plain words, the best first. */
export function search(bundle, query) {
  const concepts = read(bundle, query);
  if (!concepts.length) return [];
  return rank(bundle, concepts, earnedBy(bundle, concepts, following(bundle, concepts)));
}

/**
 * Return by document what it earned for each concept, for each two that follow each other, and as
 * bits in which of its texts the concepts stand; of documents that may answer enough.
 */
function earnedBy(bundle, concepts, pairs) {
  const earned = new Map();
  const others = incidental(bundle, concepts);
  concepts.forEach((_, number) => {
    if (!others.has(number)) add(bundle, earned, concepts, number, null);
  });
  if (others.size) {
    const wanted = new Set(earned.keys());
    for (const document of earned.keys()) {
      for (const task of bundle.tasksWith.get(document) ?? []) wanted.add(task);
    }
    for (const { task, document, moduleDocument } of bundle.candidates) {
      if (task && earned.has(document)) wanted.add(moduleDocument);
    }
    for (const number of others) add(bundle, earned, concepts, number, wanted);
  }
  pairs.forEach((pair, number) => {
    for (const [term, counts] of pair) {
      const [from, to] = bundle.postings(term);
      for (let place = from; place < to; place++) {
        const values = earned.get(bundle.documents[place])?.pairs;
        if (!values) continue;
        values[number] = Math.max(values[number], percent(bundle.weights[place], counts));
      }
    }
  });
  return earned;
}

/** Return the numbers of concepts that find nothing by themselves: all together are not enough. */
function incidental(bundle, concepts) {
  const { figures } = bundle;
  const weights = concepts.map((concept) => weightOf(figures.search, [concept]));
  const lighter = (one, other) => weights[one] - weights[other] || one - other;
  const order = [...weights.keys()].sort(lighter);
  const others = new Set();
  let left = enoughOf(figures.search, concepts) * sum(weights);
  for (const number of order) {
    left -= 100 * weights[number];
    if (left <= 0) break;
    const inCode = [...concepts[number].terms.keys()].some((term) => {
      const [from, to] = bundle.postings(term);
      return bundle.texts.subarray(from, to).some((bits) => bits & figures.search.CODE);
    });
    if (!inCode) others.add(number);
  }
  return others;
}

/** Add what documents earned for one concept; where some are wanted, for those alone. */
function add(bundle, earned, concepts, number, wanted) {
  const { terms, generic } = concepts[number];
  for (const [term, share] of terms) {
    const counts = generic ? percent(share, bundle.figures.search.GENERIC) : share;
    const [from, to] = bundle.postings(term);
    for (let place = from; place < to; place++) {
      const document = bundle.documents[place];
      if (wanted && !wanted.has(document)) continue;
      if (!earned.has(document)) earned.set(document, nothing(concepts.length));
      const { values, texts } = earned.get(document);
      values[number] = Math.max(values[number], percent(bundle.weights[place], counts));
      texts[number] |= bundle.texts[place];
    }
  }
}

function nothing(concepts) {
  const zeros = () => Array(concepts).fill(0);
  return { values: zeros(), texts: zeros(), pairs: zeros() };
}

function percent(number, share) {
  return Math.floor((number * share) / 100);
}

/** Score all candidates and return those that answer enough, the best of each task. */
function rank(bundle, concepts, earned) {
  const { search: figures } = bundle.figures;
  const rows = bundle.candidates.filter(({ task, document, moduleDocument }) =>
    earned.has(task ? document : moduleDocument),
  );
  let [tasks, modules] = scored(figures, concepts, earned, rows, false);
  const found = new Set([...tasks.values(), ...modules.values()].map(({ module }) => module));
  if (found.size && found.size < figures.FULL) {
    // Who has an answer may look at what answers less of the question, up to a full list.
    const more = scored(figures, concepts, earned, rows, true);
    tasks = new Map([...more[0], ...tasks]);
    modules = new Map([...more[1], ...modules]);
  }
  return shown(figures, withRivals(bundle, lent(sorted([...tasks.values()]), modules)));
}

/**
 * Return the best match of each task, and of each module by itself: of those that answer enough,
 * or else `beside` them those that do not, which count less.
 */
function scored(figures, concepts, earned, rows, beside) {
  const none = nothing(concepts.length);
  const asked = {
    weights: concepts.map((concept) => weightOf(figures, [concept])),
    enough: enoughOf(figures, concepts) * weightOf(figures, concepts),
  };
  const [tasks, modules] = [new Map(), new Map()];
  for (const candidate of rows) {
    const own = earned.get(candidate.document) ?? none;
    const ofModule = earned.get(candidate.moduleDocument) ?? none;
    if (!mayBeAnswered(figures, asked, own, ofModule, beside ? figures.HALF : 100)) continue;
    const match = matchOf(figures, concepts, candidate, own, ofModule, beside);
    if (!match) continue;
    const [found, key] = match.task ? [tasks, match.task] : [modules, match.module];
    if (!(found.get(key)?.score >= match.score)) found.set(key, match);
  }
  return [tasks, modules];
}

/** Return what was found and the alternatives of the first hits, in order. */
function withRivals(bundle, found) {
  const { LEADERS, RIVAL, LATER } = bundle.figures.search;
  const [best, raised] = [new Map(), new Map()];
  for (const match of found) if (!best.has(match.module)) best.set(match.module, match);
  for (const leader of [...best.values()].slice(0, LEADERS)) {
    bundle.rivals(leader.module).forEach((module, place) => {
      const score = percent(leader.score, Math.max(0, RIVAL - LATER * place));
      const bare = { task: null, module, score: 0, words: leader.words };
      const before = raised.get(module) ?? best.get(module) ?? bare;
      if (score > before.score) raised.set(module, { ...before, score, beside: leader.module });
    });
  }
  const stays = (match) => best.get(match.module) !== match || !raised.has(match.module);
  const kept = found.filter(stays);
  return sorted([...kept, ...raised.values()]);
}

/** Tell whether two documents may answer so many per cent of enough; most do not. */
function mayBeAnswered(figures, asked, own, ofModule, share) {
  let answered = 0;
  for (let number = 0; number < asked.weights.length; number++) {
    const bits = own.texts[number] | ofModule.texts[number];
    if (bits & figures.CODE) return true;
    if (bits) answered += 100 * asked.weights[number];
    else if (own.values[number] || ofModule.values[number]) {
      answered += figures.IN_PASSING * asked.weights[number];
    }
  }
  return answered * 100 >= asked.enough * share;
}

function matchOf(figures, concepts, candidate, own, ofModule, beside) {
  const { task, module, lead } = candidate;
  const share = task ? figures.OF_MODULE : 100;
  const both = together(own, ofModule, share);
  let score = scoreOf(figures, concepts, both, beside);
  if (!score) return null;
  const close = Math.max(
    closeness(figures, concepts, own),
    percent(closeness(figures, concepts, ofModule), share),
  );
  score = percent(score, 100 - figures.TOGETHER + percent(figures.TOGETHER, close));
  score = percent(score, lead);
  const words = concepts.filter((_, number) => both.values[number]).map((each) => each.shown);
  return { task, module, score, words, beside: "" };
}

/** Return tasks and modules, each module with the best of its tasks where it has one. */
function lent(tasks, modules) {
  const byItself = new Map(modules);
  const found = tasks.map((match) => {
    const module = byItself.get(match.module) ?? match;
    byItself.delete(match.module);
    return module.score > match.score ? { ...module, task: match.task } : match;
  });
  return sorted([...found, ...byItself.values()]);
}

/** Return what a task and, so many per cent, its module earned together. */
function together(own, ofModule, share) {
  const larger = (mine, its) => mine.map((each, n) => Math.max(each, percent(its[n], share)));
  return {
    values: larger(own.values, ofModule.values),
    texts: own.texts.map((bits, number) => bits | ofModule.texts[number]),
    pairs: larger(own.pairs, ofModule.pairs),
  };
}

/** Return what is worth to be shown beside the first. */
function shown(figures, found) {
  const ofModule = new Map();
  return found.filter((match) => {
    const count = (ofModule.get(match.module) ?? 0) + 1;
    ofModule.set(match.module, count);
    return match.score * 100 >= found[0].score * figures.WORTH && count <= figures.MOST;
  });
}

function sorted(matches) {
  const inOrder = (one, other) => (one < other ? -1 : Number(one > other));
  return matches.sort(
    (one, other) =>
      other.score - one.score ||
      inOrder(one.task ?? "", other.task ?? "") ||
      inOrder(one.module, other.module),
  );
}

/** Return the per cent of the question that stands together in one text. */
function closeness(figures, concepts, earned) {
  let bits = earned.texts.reduce((all, texts) => all | texts, 0) & figures.TEXTS;
  let best = 0;
  while (bits) {
    const text = bits & -bits;
    bits ^= text;
    best = Math.max(best, weightOf(figures, concepts.filter((_, n) => earned.texts[n] & text)));
  }
  return Math.floor((100 * best) / weightOf(figures, concepts));
}

/** Return what all concepts earned, in proportion to how much of the question that is. */
function scoreOf(figures, concepts, earned, beside) {
  const { IN_PASSING, CODE, TEXTS, BESIDE } = figures;
  const met = concepts
    .map((concept, number) => ({ concept, bits: earned.texts[number] }))
    .filter((_, number) => earned.values[number]);
  const answered = sum(
    met.map(({ concept, bits }) => weightOf(figures, [concept]) * (bits ? 100 : IN_PASSING)),
  );
  const ofAll = weightOf(figures, concepts);
  let share = 100;
  if (!met.some(({ bits }) => bits & CODE)) {
    const paired = earned.pairs.some(Boolean);
    const enough = answered >= enoughOf(figures, concepts) * ofAll;
    if (!enough || !tells(figures, concepts, met, paired)) {
      const telling = met.some(({ concept, bits }) => bits & TEXTS && !concept.generic);
      if (!beside || !telling) return 0;
      share = BESIDE;
    }
  }
  // Of a long story the product may be more than a number holds without loss.
  const inAll = BigInt(sum(earned.values) + sum(earned.pairs));
  return Number((inAll * BigInt(answered) * BigInt(share)) / BigInt(10_000 * ofAll));
}

/** Return the per cent of a question that a hit must answer. */
function enoughOf({ LEAST, ENOUGH, LESS }, concepts) {
  return Math.max(LEAST, ENOUGH - LESS * concepts.length);
}

/** Tell whether what was met says what the question is about. */
function tells(figures, concepts, met, paired) {
  const { WHOLE, NAMED, TEXTS, FEW } = figures;
  const whole = met.some(({ concept, bits }) => bits & WHOLE && !concept.generic);
  if (met.length === concepts.length && whole) return true;
  if (concepts.every((concept) => concept.generic)) return met.length > 1;
  const telling = met.filter(({ concept, bits }) => bits & TEXTS && !concept.generic);
  const asked = concepts.filter((concept) => !concept.generic).length;
  if (telling.length === 1 && 1 < asked && asked <= FEW) {
    return paired || Boolean(telling[0].bits & NAMED);
  }
  return telling.length > 0;
}

/** Return how much of a question concepts are. */
function weightOf(figures, concepts) {
  return sum(concepts.map(({ rarity, generic }) => rarity * (generic ? figures.GENERIC : 100)));
}

function sum(numbers) {
  return numbers.reduce((all, number) => all + number, 0);
}
