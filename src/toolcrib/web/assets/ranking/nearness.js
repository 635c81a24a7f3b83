/** `toolcrib.catalog.nearness`: how near a question is to documents in what it means. */

import { scaled, total } from "./vectors.js";

/** `toolcrib.catalog.matrix`: vectors of documents, column by column. */
export class Matrix {
  #rows;
  #columns;
  #long;

  constructor(packed, { matrix, vectors }) {
    this.#rows = packed.length / vectors.SIZE;
    this.#columns = Int8Array.from(packed, (byte) => byte - matrix.ABOVE);
    this.#long = vectors.LONG;
  }

  /** Return how near each row is to a vector: the cosine in per cent, rounded down. */
  nearness(vector) {
    const sums = new Int32Array(this.#rows);
    vector.forEach((number, column) => {
      const start = column * this.#rows;
      for (let row = 0; row < this.#rows; row++) sums[row] += number * this.#columns[start + row];
    });
    return sums.map((sum) => Math.floor((sum * 100) / (this.#long * this.#long)));
  }
}

/** How near each document is, in per cent, and the nearest direction away from all of them. */
class Nearness {
  constructor(documents, elsewhere) {
    this.documents = documents;
    this.elsewhere = elsewhere;
  }

  /** Return how near a task is, or its module; one that does not exist is not. */
  of(document, moduleDocument) {
    const { documents } = this;
    if (!documents.length) return 0;
    if (document < 0) return documents[moduleDocument];
    if (moduleDocument < 0) return documents[document];
    return Math.max(documents[document], documents[moduleDocument]);
  }

  /** Return the documents that may answer by what they mean. */
  nearest({ NEAR, NEAREST }) {
    const { documents } = this;
    const many = documents.length > NEAREST;
    const least = many ? Math.max(NEAR, documents.slice().sort().at(-NEAREST)) : NEAR;
    return [...documents.keys()].filter((document) => documents[document] >= least);
  }

  /** Return how near the nearest document is. */
  best() {
    return largest(this.documents);
  }
}

/** Return how near the documents of a bundle are to a question. */
export function nearness(bundle, concepts) {
  const stems = [...new Set(concepts.map((concept) => concept.stem))];
  const vectors = stems.map((stem) => bundle.vector(stem)).filter(Boolean);
  if (!vectors.length) return new Nearness([], 0);
  const meant = scaled(total(vectors), bundle.figures.vectors.LONG);
  const elsewhere = bundle.matrix("elsewhere").nearness(meant);
  return new Nearness(bundle.matrix("documents").nearness(meant), largest(elsewhere));
}

/** Return the largest of some numbers; of none 0. */
function largest(numbers) {
  return numbers.length ? numbers.reduce((most, number) => Math.max(most, number)) : 0;
}
