/** `toolcrib.catalog.nearness`: how near a question is to documents in what it means. */

import { scaled, total } from "./vectors.js";

/** `toolcrib.catalog.matrix`: vectors of documents, column by column. */
export class Matrix {
  #rows;
  #columns;
  #long;

  constructor(packed, { matrix, vectors }) {
    this.#rows = packed.length / vectors.SIZE;
    // A byte below the middle wraps around, which is how a number below 0 is written.
    this.#columns = new Int8Array(packed.map((byte) => byte - matrix.ABOVE).buffer);
    this.#long = vectors.LONG;
  }

  /** Return how near each row is to a vector: the cosine in per cent, rounded down. */
  nearness(vector) {
    const [rows, columns, square] = [this.#rows, this.#columns, this.#long * this.#long];
    const sums = new Int32Array(rows);
    let place = 0;
    for (const number of vector) {
      for (let row = 0; row < rows; row++) sums[row] += number * columns[place++];
    }
    return sums.map((sum) => Math.floor((sum * 100) / square));
  }
}

/**
 * How near each document is, in per cent, and the nearest direction away from all of them.
 *
 * Where no word of the question has a meaning, none is.
 */
class Nearness {
  #figures;

  constructor(figures, documents, elsewhere) {
    this.#figures = figures;
    this.documents = documents;
    this.elsewhere = elsewhere;
  }

  /**
   * Return how near a task is, or its module; one that does not exist is not.
   *
   * Where nothing is known of what the question means, all are as near as it takes.
   */
  of(document, moduleDocument) {
    const { NEAR, FAR } = this.#figures;
    if (!this.documents.length) return NEAR;
    const own = document >= 0 ? this.documents[document] : FAR - 1;
    return Math.max(own, moduleDocument >= 0 ? this.documents[moduleDocument] : FAR - 1);
  }

  /** Return the documents that may answer by what they mean. */
  nearest() {
    const { NEAR, NEAREST } = this.#figures;
    const { documents } = this;
    const near = documents.filter((each) => each >= NEAR).sort();
    const least = near.length > NEAREST ? near.at(-NEAREST) : NEAR;
    const found = new Set();
    documents.forEach((each, document) => each >= least && found.add(document));
    return found;
  }

  /** Return how near the nearest document is. */
  best() {
    return largest(this.documents, this.#figures.UNKNOWN_MEANING);
  }
}

/**
 * Return how near the documents of a bundle are to a question.
 *
 * Words that search does not look for may say something, too (`nearly the same`), if there are few
 * others; in a story they are in the way.
 */
export function nearness(bundle, concepts, query) {
  const { nearness: figures, vectors: of, question } = bundle.figures;
  const stems = new Set(concepts.map((concept) => concept.stem));
  if (concepts.length <= figures.STORY) {
    const words = bundle.words.split(query).slice(0, question.LONGEST);
    for (const word of words) if (bundle.stopWords.has(word)) stems.add(bundle.words.stem(word));
  }
  const vectors = [...stems].map((stem) => bundle.vector(stem)).filter(Boolean);
  if (!vectors.length) return new Nearness(figures, [], 0);
  const meant = scaled(total(vectors), of.LONG);
  const elsewhere = largest(bundle.matrix("elsewhere").nearness(meant), 0);
  return new Nearness(figures, bundle.matrix("documents").nearness(meant), elsewhere);
}

/** Return the largest of some numbers; of none what is given. */
function largest(numbers, none) {
  return numbers.length ? numbers.reduce((most, number) => Math.max(most, number)) : none;
}
