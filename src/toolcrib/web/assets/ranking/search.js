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
  const wanted = withPartners(bundle, documentsOf(bundle, concepts));
  concepts.forEach((concept, number) => {
    for (const [term, counts] of countsOf(bundle, concept)) {
      const [from, to] = bundle.postings(term);
      for (let place = from; place < to; place++) {
        const document = bundle.documents[place];
        if (!wanted.has(document)) continue;
        if (!earned.has(document)) earned.set(document, nothing(concepts.length));
        const { values, texts } = earned.get(document);
        values[number] = Math.max(values[number], percent(bundle.weights[place], counts));
        texts[number] |= bundle.texts[place];
      }
    }
  });
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

/** Return the documents that are looked at: what can answer enough has an essential word. */
function documentsOf(bundle, concepts) {
  const { LOOKED_AT } = bundle.figures.search;
  const rough = new Map();
  for (const [term, counts] of lookedThrough(bundle, concepts)) {
    const [from, to] = bundle.postings(term);
    for (let place = from; place < to; place++) {
      const document = bundle.documents[place];
      rough.set(document, (rough.get(document) ?? 0) + bundle.weights[place] * counts);
    }
  }
  if (rough.size <= LOOKED_AT) return new Set(rough.keys());
  const lead = (document) => bundle.leads.get(document) ?? 0;
  const inOrder = (one, other) =>
    rough.get(other) - rough.get(one) || lead(other) - lead(one) || one - other;
  return new Set([...rough.keys()].sort(inOrder).slice(0, LOOKED_AT));
}

/** Return the essential terms with what each counts, but of many common ones only the first. */
function lookedThrough(bundle, concepts) {
  const terms = new Map();
  let places = 0;
  for (const concept of essential(bundle, concepts)) {
    if (places > bundle.figures.search.LOOKED_THROUGH) break;
    for (const [term, counts] of countsOf(bundle, concept)) {
      terms.set(term, Math.max(counts, terms.get(term) ?? 0));
      const [from, to] = bundle.postings(term);
      places += to - from;
    }
  }
  return terms;
}

/** Return documents, the tasks that modules among them do, and the modules of tasks. */
function withPartners(bundle, documents) {
  const wanted = new Set(documents);
  for (const document of documents) {
    for (const task of bundle.tasksWith.get(document) ?? []) wanted.add(task);
  }
  for (const { task, document, moduleDocument } of bundle.candidates) {
    if (task && documents.has(document)) wanted.add(moduleDocument);
  }
  return wanted;
}

/** Return the concepts of which every hit has one at least, the rarest first. */
function essential(bundle, concepts) {
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
    if (!inCode && !concepts[number].coded) others.add(number);
  }
  return [...weights.keys()]
    .filter((number) => !others.has(number))
    .sort((one, other) => weights[other] - weights[one] || one - other)
    .map((number) => concepts[number]);
}

/** Return the terms of a concept with what each counts. */
function countsOf(bundle, { terms, generic }) {
  if (!generic) return [...terms];
  return [...terms].map(([term, share]) => [term, percent(share, bundle.figures.search.GENERIC)]);
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
  const story = concepts.length > figures.STORY;
  let fitting = fittingOf(figures, concepts, earned, bundle.candidates, figures.HALF);
  // A long story is never refused: who has a word of it is better than nobody.
  if (!fitting.length && story) {
    fitting = fittingOf(figures, concepts, earned, bundle.candidates, 0);
  }
  let [tasks, modules] = scored(figures, concepts, fitting, true);
  const found = new Set([...tasks.values(), ...modules.values()].map(({ module }) => module));
  if (found.size < figures.FULL && (found.size || story)) {
    // Who has an answer may look at what answers less of the question, up to a full list.
    const more = scored(figures, concepts, fitting, false);
    tasks = new Map([...more[0], ...tasks]);
    modules = new Map([...more[1], ...modules]);
  }
  return shown(figures, withRivals(bundle, lent(sorted([...tasks.values()]), modules)));
}

/** Return the candidates that fit, each with what its task and, less, its module earned. */
function fittingOf(figures, concepts, earned, candidates, half) {
  const none = nothing(concepts.length);
  const fitting = [];
  for (const candidate of candidates) {
    const { task, document, moduleDocument } = candidate;
    if (!earned.has(task ? document : moduleDocument)) continue;
    const own = earned.get(document) ?? none;
    const ofModule = earned.get(moduleDocument) ?? none;
    const share = task ? figures.OF_MODULE : 100;
    const fit = fitOf(figures, concepts, together(own, ofModule, share), half);
    if (fit.beside) fitting.push({ candidate, own, ofModule, share, ...fit });
  }
  return fitting;
}

/** Return the best match of each task, and of each module by itself, of those that fit so well. */
function scored(figures, concepts, fitting, enough) {
  const [tasks, modules] = [new Map(), new Map()];
  for (const each of fitting) {
    if (each.enough !== enough) continue;
    const { task, module, lead } = each.candidate;
    const score = percent(scoreOf(figures, concepts, each), lead);
    const [found, key] = task ? [tasks, task] : [modules, module];
    if (!score || found.get(key)?.score >= score) continue;
    const words = concepts.filter((_, number) => each.both.values[number]);
    found.set(key, { task, module, score, words: words.map((one) => one.shown), beside: "" });
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

/**
 * Return what a candidate earned for a question, how much of that it answers, and whether that is
 * enough, or only beside what is.
 */
function fitOf(figures, concepts, both, half) {
  const { IN_PASSING, CODE, TEXTS } = figures;
  const met = concepts
    .map((concept, number) => ({ concept, bits: both.texts[number] }))
    .filter((_, number) => both.values[number]);
  const answered = sum(
    met.map(({ concept, bits }) => weightOf(figures, [concept]) * (bits ? 100 : IN_PASSING)),
  );
  const isNamed = both.texts.some((bits) => bits & CODE) || isCoded(figures, concepts, both);
  if (isNamed) return { both, answered, isNamed, enough: true, beside: true };
  const needed = enoughOf(figures, concepts) * weightOf(figures, concepts);
  const enough = answered >= needed && tells(figures, concepts, both);
  const says = met.some(({ concept, bits }) => bits & TEXTS && !concept.generic);
  const beside = enough || (answered * 100 >= needed * half && says);
  return { both, answered, isNamed, enough, beside };
}

/** Tell whether a word that was typed as names are in code is one. */
function isCoded(figures, concepts, both) {
  return concepts.some(({ coded }, number) => coded && both.texts[number] & figures.WHOLE);
}

/** Return what all concepts earned, in proportion to how much of the question that is. */
function scoreOf(figures, concepts, { own, ofModule, share, both, answered, isNamed, enough }) {
  // Of a long story the product may be more than a number holds without loss.
  const inAll = BigInt(sum(both.values) + sum(both.pairs));
  const counts = BigInt(enough ? 100 : figures.BESIDE);
  const ofAll = BigInt(10_000 * weightOf(figures, concepts));
  let score = Number((inAll * BigInt(answered) * counts) / ofAll);
  const close = Math.max(
    closeness(figures, concepts, own),
    percent(closeness(figures, concepts, ofModule), share),
  );
  score = percent(score, 100 - figures.TOGETHER + percent(figures.TOGETHER, close));
  const least = Math.max(0, figures.FAINT - figures.LESS_FAINT * concepts.length);
  const isFaint = enough && score * 100 < least * weightOf(figures, concepts);
  return isFaint && !isNamed && !isWhole(figures, concepts, both) ? 0 : score;
}

/** Return the per cent of a question that a hit must answer. */
function enoughOf({ LEAST, ENOUGH, LESS }, concepts) {
  return Math.max(LEAST, ENOUGH - LESS * concepts.length);
}

/** Tell whether what was met says what the question is about. */
function tells(figures, concepts, both) {
  const { NAMED, TEXTS, FEW } = figures;
  if (isWhole(figures, concepts, both)) return true;
  const numbers = [...concepts.keys()].filter((number) => !concepts[number].generic);
  if (!numbers.length) return both.values.filter(Boolean).length > 1;
  const telling = numbers.filter((number) => both.values[number] && both.texts[number] & TEXTS);
  if (1 < numbers.length && numbers.length <= FEW) {
    const weight = (number) => weightOf(figures, [concepts[number]]);
    const most = numbers.reduce((best, number) => (weight(number) > weight(best) ? number : best));
    if (telling.length === 1 || !telling.includes(most)) {
      const isNamed = telling.some((number) => both.texts[number] & NAMED);
      return telling.length > 0 && (both.pairs.some(Boolean) || isNamed);
    }
  }
  return telling.length > 0;
}

/** Tell whether all of a question was met, and a name in code is a telling word of it. */
function isWhole(figures, concepts, both) {
  const isName = ({ generic }, number) => !generic && both.texts[number] & figures.WHOLE;
  return concepts.every((_, number) => both.values[number]) && concepts.some(isName);
}

/** Return how much of a question concepts are. */
function weightOf(figures, concepts) {
  return sum(concepts.map(({ rarity, generic }) => rarity * (generic ? figures.GENERIC : 100)));
}

function sum(numbers) {
  return numbers.reduce((all, number) => all + number, 0);
}
