/**
 * `toolcrib.catalog.question`: a question in plain words to concepts.
 *
 * A concept is `{shown, stem, terms, rarity, generic, coded}`; `terms` maps each term that stands for
 * the word to what it counts, there may be a vector of the `stem`, and what is `coded` was typed as
 * names are in code.
 */

import { allNearest } from "./spelling.js";
import { joined, parts } from "./words.js";

const DIGITS = /^[0-9]+$/;

/** Return the concepts of a question, each once. */
export function read(bundle, query) {
  const { SAME } = bundle.figures.question;
  const words = wordsOf(bundle, query);
  const stems = new Map([...words.keys()].map((word) => [word, bundle.words.stem(word)]));
  const asked = new Set(stems.values());
  const concepts = new Map();
  for (const [word, typed] of words) {
    const term = bundle.term(stems.get(word)) ? stems.get(word) : word;
    const alike = asked.has(term) ? bundle.same(term).filter((other) => other !== word) : [];
    alike.sort((one, other) => rarity(bundle, other) - rarity(bundle, one) || inOrder(one, other));
    // `emails` is a form of a word, and may be a name in somebody's code, too.
    const written = [term, word].filter((each) => bundle.term(each));
    const shares = new Map(written.map((each) => [each, 100]));
    for (const other of alike) shares.set(other, SAME);
    const concept = shares.size
      ? conceptOf(bundle, typed, shares)
      : slipOf(bundle, word, stems.get(word)) ?? unknown(bundle, word, words.size);
    if (shares.size && [...shares.keys()].every((each) => bundle.term(each).bare)) {
      // Alone it is a name; among other words it may be anything, as a word nobody knows.
      concept.rarity = Math.max(concept.rarity, unknown(bundle, word, words.size).rarity);
    }
    if (!concepts.has(term)) concepts.set(term, concept);
  }
  return [...concepts.values()];
}

function rarity(bundle, term) {
  return bundle.term(term)?.rarity ?? 0;
}

function inOrder(one, other) {
  return one < other ? -1 : Number(one > other);
}

/** Return the words that say something, each with how it was typed; known compounds whole. */
function wordsOf(bundle, query) {
  const { LONGEST } = bundle.figures.question;
  const stop = bundle.stopWords;
  const split = new Set(bundle.words.split(query));
  const words = [...split].filter((word) => !stop.has(word)).slice(0, LONGEST);
  const compounds = words.filter((word) => parts(word).length > 1).map(joined);
  const known = new Set(compounds.filter((whole) => bundle.term(whole)));
  const found = new Map();
  for (const word of words) {
    if (known.has(joined(word))) {
      found.set(joined(word), word);
      continue;
    }
    for (const piece of parts(word)) {
      if (!stop.has(piece) && piece.length > 1 && !DIGITS.test(piece)) found.set(piece, piece);
    }
  }
  return new Map([...found].slice(0, LONGEST));
}

/** Return a concept of terms with the per cent that each counts; it is as rare as the first. */
function conceptOf(bundle, shown, shares) {
  const [first] = shares.keys();
  const terms = new Map([...shares].map(([term, share]) => [term, share * rarity(bundle, term)]));
  const { rarity: rare, generic } = bundle.term(first);
  return { shown, stem: first, terms, rarity: rare, generic, coded: shown.includes("_") };
}

/** Return for each two concepts that follow each other what each pair of their terms counts. */
export function following(bundle, concepts) {
  const { IN_ORDER, SAME } = bundle.figures.question;
  return concepts.slice(1).map((after, number) => {
    const row = new Map();
    [...concepts[number].terms.keys()].forEach((one, first) => {
      [...after.terms.keys()].forEach((other, second) => {
        const pair = `${one} ${other}`;
        const share = Math.floor((IN_ORDER * (first || second ? SAME : 100)) / 100);
        if (bundle.term(pair)) row.set(pair, share * rarity(bundle, pair));
      });
    });
    return row;
  });
}

function slipOf(bundle, word, stem) {
  return bundle.vector(stem) ? null : corrected(bundle, word);
}

function corrected(bundle, word) {
  const known = bundle.formTerm(word) !== undefined;
  const near = known ? [word] : allNearest(word, bundle.forms, bundle.figures.spelling);
  if (!near.length) return null;
  // Of equally near words the one is meant that stands in most texts.
  const rare = (form) => rarity(bundle, bundle.formTerm(form));
  const meant = near.reduce((best, form) => (rare(form) < rare(best) ? form : best));
  const term = bundle.formTerm(meant);
  const shares = new Map([[term, bundle.figures.question.WELL_MEANT]]);
  return term ? conceptOf(bundle, `${word} → ${meant}`, shares) : null;
}

function unknown(bundle, word, words) {
  const { LEAST_UNKNOWN, UNKNOWN, LESS_KNOWN } = bundle.figures.question;
  const share = Math.max(LEAST_UNKNOWN, UNKNOWN - LESS_KNOWN * words);
  const rare = Math.floor((bundle.rarest * share) / 100);
  const stem = bundle.words.stem(word);
  return { shown: word, stem, terms: new Map(), rarity: rare, generic: false, coded: false };
}
