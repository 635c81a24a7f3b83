/** `toolcrib.catalog.fit`: from what a candidate's documents earned to one whole number. */

import { enoughOf, nothing, percent, sum, weightOf } from "./earned.js";

/** A question with what its scoring needs all the time. */
export class Asked {
  #figures;
  #closeness = new Map();

  constructor(figures, concepts) {
    const { ENOUGH, LESS, LEAST, TEXTS, WHOLE, GENERIC } = figures.earned;
    this.#figures = { ...figures.fit, TEXTS, WHOLE, CODE: figures.lookup.CODE };
    this.concepts = concepts;
    this.nothing = nothing(concepts.length);
    this.weights = concepts.map((concept) => weightOf({ GENERIC }, concept));
    this.whole = sum(this.weights);
    this.least = enoughOf({ ENOUGH, LESS, LEAST }, concepts) * this.whole * this.#figures.HALF;
  }

  /** Return how a task and, so many per cent, its module fit by their words; null if they do not. */
  fit(own, ofModule, share) {
    const met = together(own, ofModule, share);
    const { IN_PASSING } = this.#figures;
    const counts = (bits) => (bits ? 100 : IN_PASSING);
    const answered = sum(
      this.weights.map((weight, n) => (met.values[n] ? weight * counts(met.texts[n]) : 0)),
    );
    const isNamed = this.#isNamed(met);
    const says = this.#says(met) || this.isWhole(met);
    const enough = isNamed || (answered * 100 >= this.least && says);
    return enough ? { met, answered: Math.floor(answered / this.whole), isNamed } : null;
  }

  /** Return what all concepts earned, in proportion to how much of the question that is. */
  score(own, ofModule, share, found) {
    const { TOGETHER } = this.#figures;
    const inAll = sum(found.met.values) + sum(found.met.pairs);
    const close = Math.max(this.#closenessOf(own), percent(this.#closenessOf(ofModule), share));
    return percent(percent(inAll, found.answered), 100 - TOGETHER + percent(TOGETHER, close));
  }

  /** Tell whether a name in code was met by which nobody could mean anything else. */
  #isNamed({ texts }) {
    const { CODE, WHOLE } = this.#figures;
    if (texts.some((bits) => bits & CODE)) return true;
    return this.concepts.some(({ coded }, number) => coded && texts[number] & WHOLE);
  }

  /** Tell whether all of the question was met, and a name in code is a telling word of it. */
  isWhole({ values, texts }) {
    const { WHOLE } = this.#figures;
    const isName = ({ generic }, number) => !generic && texts[number] & WHOLE;
    return values.every(Boolean) && this.concepts.some(isName);
  }

  /** Tell whether a text has one telling word, or two where all words are generic. */
  #says({ values, texts }) {
    const { TEXTS } = this.#figures;
    const said = this.concepts.filter((_, n) => values[n] && texts[n] & TEXTS);
    if (this.concepts.every(({ generic }) => generic)) return said.length > 1;
    return said.some(({ generic }) => !generic);
  }

  /** Return the per cent of the question that stands together in one text of a document. */
  #closenessOf(earned) {
    // Many candidates share the document of their module.
    if (!this.#closeness.has(earned)) this.#closeness.set(earned, this.#together(earned));
    return this.#closeness.get(earned);
  }

  #together({ texts }) {
    const { weights } = this;
    let bits = texts.reduce((all, each) => all | each, 0) & this.#figures.TEXTS;
    let best = 0;
    while (bits) {
      const text = bits & -bits;
      bits ^= text;
      best = Math.max(best, sum(weights.filter((_, number) => texts[number] & text)));
    }
    return Math.floor((100 * best) / this.whole);
  }
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
