/** `toolcrib.catalog.lookup`: words of an index, as `toolcrib.web.search_words` writes them. */

import { placeOf, risen, running, starts, unfolded } from "./columns.js";
import { Matrix } from "./nearness.js";
import { unpackedVector } from "./vectors.js";
import { Words } from "./words.js";

export class Lookup {
  #wordList;
  #namesInCode;
  #pairs;
  #start;
  #rarity;
  #generic;
  #bare;
  #same;
  #formOthers;
  #formTerms;
  #meantTerms;
  #meant;
  #vectors;
  #matrices;

  constructor(header, columns, blocks) {
    this.figures = header.figures;
    this.rarest = header.rarest;
    this.stopWords = new Set(header.stop);
    this.words = new Words(header.figures.words);
    this.#wordList = unfolded(columns.words_shared, header.words);
    this.#namesInCode = unfolded(columns.names_in_code_shared, header.names_in_code);
    this.#generic = new Set(columns.generic);
    this.#bare = new Set(running(columns.bare));
    this.#same = header.same;
    this.#rarity = columns.rarity;
    this.#readPostings(columns);
    this.forms = unfolded(columns.forms_shared, header.forms);
    this.#formOthers = risen(columns.form_other);
    this.#formTerms = running(columns.form_term);
    this.#meantTerms = risen(columns.meant_term);
    this.#meant = unfolded(columns.meant_shared, header.meant);
    this.#vectors = blocks.vectors;
    this.#matrices = {
      documents: new Matrix(blocks.documents, header.figures),
      elsewhere: new Matrix(blocks.elsewhere, header.figures),
    };
  }

  /** Read where terms stand, and after all of them pairs; texts are those of terms alone. */
  #readPostings(columns) {
    const counts = columns.posting_count;
    const start = starts(counts);
    const documents = columns.posting_document;
    counts.forEach((_, number) => {
      for (let place = start[number] + 1; place < start[number + 1]; place++) {
        documents[place] += documents[place - 1];
      }
    });
    this.texts = columns.posting_texts.map((each) => columns.texts_table[each]);
    const weights = columns.posting_weight.map((each) => columns.weight_table[each]);
    const found = this.#readPairs(columns, documents, start);
    this.#pairs = found.pairs;
    this.documents = together(documents, found.documents);
    this.weights = together(weights, found.weights);
    this.#start = starts(together(counts, found.counts));
  }

  /** Return pairs of words in order, each with its documents: here they stand by document. */
  #readPairs(columns, documents, start) {
    const count = this.#wordList.length;
    const telling = this.#tellingWords(documents, start, columns.pair_count.length);
    const number = columns.pair.length;
    // Pair and place in one number, which is sorted faster than pairs of numbers.
    const order = new Float64Array(number);
    const documentOf = new Uint32Array(number);
    let place = 0;
    columns.pair_count.forEach((ofDocument, document) => {
      const own = telling[document];
      for (let pair = 0, left = ofDocument; left; left--, place++) {
        pair += columns.pair[place];
        const first = own[Math.floor(pair / own.length)];
        order[place] = (first * count + own[pair % own.length]) * number + place;
        documentOf[place] = document;
      }
    });
    order.sort();
    const found = { pairs: [], counts: [] };
    found.documents = new Uint32Array(number);
    found.weights = new Uint32Array(number);
    order.forEach((each, at) => {
      const from = each % number;
      const pair = (each - from) / number;
      if (found.pairs.at(-1) !== pair) {
        found.pairs.push(pair);
        found.counts.push(0);
      }
      found.counts[found.counts.length - 1]++;
      found.documents[at] = documentOf[from];
      found.weights[at] = columns.pair_weight_table[columns.pair_weight[from]];
    });
    return { ...found, pairs: Float64Array.from(found.pairs) };
  }

  /** Return the numbers of the words that stand in a telling text, by document. */
  #tellingWords(documents, start, count) {
    const { TEXTS } = this.figures.earned;
    const telling = Array.from({ length: count }, () => []);
    this.#wordList.forEach((_, word) => {
      for (let place = start[word]; place < start[word + 1]; place++) {
        if (this.texts[place] & TEXTS) telling[documents[place]].push(word);
      }
    });
    return telling;
  }

  #number(term) {
    const space = term.indexOf(" ");
    if (space < 0) {
      const word = placeOf(this.#wordList, term);
      if (word >= 0) return word;
      const name = placeOf(this.#namesInCode, term);
      return name < 0 ? -1 : this.#wordList.length + name;
    }
    const first = placeOf(this.#wordList, term.slice(0, space));
    const second = first < 0 ? -1 : placeOf(this.#wordList, term.slice(space + 1));
    if (second < 0) return -1;
    const pair = placeOf(this.#pairs, first * this.#wordList.length + second);
    return pair < 0 ? -1 : this.#wordList.length + this.#namesInCode.length + pair;
  }

  #term(number) {
    const names = number - this.#wordList.length;
    return names < 0 ? this.#wordList[number] : this.#namesInCode[names];
  }

  /**
   * Return the rarity of a term, or of two that follow each other, whether it is generic, and
   * whether it is a bare name in code.
   */
  term(term) {
    const number = this.#number(term);
    if (number < 0) return undefined;
    const [generic, bare] = [this.#generic.has(number), this.#bare.has(number)];
    return { rarity: this.#rarity[this.#start[number + 1] - this.#start[number]], generic, bare };
  }

  /** Return from where to where in `documents`, `weights` and `texts` a term's places stand. */
  postings(term) {
    const number = this.#number(term);
    return number < 0 ? [0, 0] : [this.#start[number], this.#start[number + 1]];
  }

  /** Tell whether a term is a name of several words that a module exports. */
  inCode(term) {
    const [from, to] = this.postings(term);
    return this.texts.subarray(from, to).some((bits) => bits & this.figures.lookup.CODE);
  }

  /** Return the terms that mean the same as one, as far as they stand anywhere. */
  same(term) {
    return Object.hasOwn(this.#same, term) ? this.#same[term].map((n) => this.#term(n)) : [];
  }

  /** Return the term of a whole word of the index, nothing for a name of something else. */
  formTerm(form) {
    const number = placeOf(this.forms, form);
    if (number < 0) return undefined;
    const other = placeOf(this.#formOthers, number);
    if (other < 0) return this.words.stem(form);
    return this.#formTerms[other] ? this.#term(this.#formTerms[other] - 1) : "";
  }

  /** Return the vector of a term, if it has one. */
  vector(term) {
    const number = this.#number(term);
    let place = number < 0 ? -1 : placeOf(this.#meantTerms, number);
    if (place < 0) {
      const other = placeOf(this.#meant, term);
      if (other < 0) return undefined;
      place = this.#meantTerms.length + other;
    }
    const { SIZE, ZERO } = this.figures.vectors;
    const bytes = SIZE / 2;
    return unpackedVector(this.#vectors.subarray(place * bytes, (place + 1) * bytes), ZERO);
  }

  /** Return the vectors of all `documents`, or those of questions that lead `elsewhere`. */
  matrix(name) {
    return this.#matrices[name];
  }
}

function together(one, other) {
  const both = new Uint32Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}
