/** What `toolcrib.catalog.bundle` tells a search, from the file of `toolcrib.web.search_index`. */

import { Words } from "./words.js";

/** `search_index.FORMAT`: what this file can read. */
const FORMAT = 2;
const GZIP = [0x1f, 0x8b];

/** Return the bytes of an index; a host may have unpacked them already. */
export async function unpacked(bytes) {
  const packed = new Uint8Array(bytes);
  if (packed[0] !== GZIP[0] || packed[1] !== GZIP[1]) return packed;
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

export class Bundle {
  #rivals;
  #texts;
  #proofs;
  #terms;
  #pairs;
  #rarity;
  #generic;
  #bare;
  #start;
  #same;
  #formTerms;

  constructor(bytes) {
    const [header, columns] = parted(bytes);
    if (header.format !== FORMAT) throw new Error(`an index of format ${header.format}`);
    this.figures = header.figures;
    this.limit = header.limit;
    this.rarest = header.rarest;
    this.stopWords = new Set(header.stop);
    this.words = new Words(header.figures.words);
    this.#texts = header.texts;
    this.#proofs = header.proofs;
    this.#readModules(header, columns);
    this.#readTerms(header, columns);
    this.#readPostings(columns);
  }

  // Entries: what is shown of a hit.

  #readModules(header, columns) {
    this.modules = new Map(
      header.modules.map(([id, name], number) => {
        const first = columns.first_task[number];
        const task = first ? header.tasks[first - 1] : null;
        return [id, { name: name || bare(id), purpose: columns.purpose[number], task }];
      }),
    );
    const ids = header.modules.map(([id]) => id);
    const [document, ofModule, task, module] = ["document", "of_module", "task", "module"].map(
      (name) => running(columns[`candidate_${name}`]),
    );
    this.candidates = [...document].map((own, number) => ({
      document: own - 1,
      moduleDocument: ofModule[number] - 1,
      task: task[number] ? header.tasks[task[number] - 1] : null,
      module: ids[module[number]],
      lead: columns.candidate_lead[number],
      title: task[number] ? columns.title[task[number] - 1] : 0,
      phrase: header.proofs.en[columns.candidate_phrase[number]],
      why: columns.candidate_why[number],
    }));
    this.tasksWith = new Map();
    this.leads = new Map();
    for (const { task: of, document: own, moduleDocument, lead } of this.candidates) {
      const found = of ? own : moduleDocument;
      this.leads.set(found, Math.max(lead, this.leads.get(found) ?? 0));
      if (!of) continue;
      if (!this.tasksWith.has(moduleDocument)) this.tasksWith.set(moduleDocument, []);
      this.tasksWith.get(moduleDocument).push(own);
    }
    this.#rivals = new Map(
      Object.entries(header.rivals).map(([own, others]) => [ids[own], others.map((n) => ids[n])]),
    );
    this.names = new Map();
    for (const [key, module_, name, why] of header.names) {
      if (!this.names.has(key)) this.names.set(key, []);
      this.names.get(key).push({ module: ids[module_], name, why });
    }
  }

  /** Return the modules that go by a name, std first; the key is that of `Words.nameKey`. */
  modulesNamed(key) {
    return this.names.get(key) ?? [];
  }

  /** Return a module's name and purpose; a module without an entry has neither. */
  entry(module) {
    return this.modules.get(module) ?? { name: bare(module), purpose: 0, task: null };
  }

  /** Return the alternatives of a module: those that it names, then those that name it. */
  rivals(module) {
    return this.#rivals.get(module) ?? [];
  }

  /** Return a task's title, the proof of a module's solution, and why it is preferred. */
  solutionLine(task, module) {
    const found = this.candidates.find((each) => each.task === task && each.module === module);
    return found ?? { title: 0, phrase: "", why: 0 };
  }

  /** Return what gives texts in a language by their numbers; English where one is missing. */
  textsOf(language) {
    const own = this.#texts[language.split(/[-_]/)[0].toLowerCase()] ?? [];
    return (number) => own[number] || this.#texts.en[number];
  }

  proof(phrase, language) {
    const number = this.#proofs.en.indexOf(phrase);
    return this.#proofs[language.split(/[-_]/)[0].toLowerCase()]?.[number] || phrase;
  }

  // Words: what search asks.

  #readTerms(header, columns) {
    this.#terms = header.terms.split(" ");
    this.#rarity = columns.rarity;
    this.#generic = new Set(columns.generic);
    this.#bare = new Set(running(columns.bare));
    const [first, second] = [running(columns.pair_first), running(columns.pair_second)];
    // Terms are in the order of the alphabet, so pairs by their numbers are in an order too.
    this.#pairs = Float64Array.from(first, (one, n) => one * this.#terms.length + second[n]);
    this.#same = header.same;
    this.forms = header.forms.split(" ");
    this.#formTerms = running(columns.form_term);
  }

  #readPostings(columns) {
    const counts = columns.posting_count;
    this.#start = new Uint32Array(counts.length + 1);
    counts.forEach((count, number) => (this.#start[number + 1] = this.#start[number] + count));
    this.documents = columns.posting_document;
    counts.forEach((count, number) => {
      const [from, to] = [this.#start[number], this.#start[number + 1]];
      for (let place = from + 1; place < to; place++) {
        this.documents[place] += this.documents[place - 1];
      }
    });
    this.weights = columns.posting_weight.map((each) => columns.weight_table[each]);
    this.texts = columns.posting_texts.map((each) => columns.texts_table[each]);
  }

  #number(term) {
    const [first, second] = term.split(" ");
    const number = placeOf(this.#terms, first);
    if (second === undefined || number < 0) return number;
    const other = placeOf(this.#terms, second);
    if (other < 0) return -1;
    const pair = placeOf(this.#pairs, number * this.#terms.length + other);
    return pair < 0 ? -1 : this.#terms.length + pair;
  }

  /**
   * Return the rarity of a term, or of two that follow each other, whether it is generic, and
   * whether it is a bare name in code.
   */
  term(term) {
    const number = this.#number(term);
    if (number < 0) return undefined;
    const [generic, bare] = [this.#generic.has(number), this.#bare.has(number)];
    return { rarity: this.#rarity[number], generic, bare };
  }

  /** Return the terms that mean the same as one, as far as they stand anywhere. */
  same(term) {
    return Object.hasOwn(this.#same, term) ? this.#same[term].map((n) => this.#terms[n]) : [];
  }

  /** Return from where to where in `documents`, `weights` and `texts` a term's places stand. */
  postings(term) {
    const number = this.#number(term);
    return number < 0 ? [0, 0] : [this.#start[number], this.#start[number + 1]];
  }

  /** Return the term of a whole word of the index, nothing for a name of something else. */
  formTerm(form) {
    const number = placeOf(this.forms, form);
    if (number < 0) return undefined;
    return this.#formTerms[number] ? this.#terms[this.#formTerms[number] - 1] : "";
  }
}

/** Return the JSON text at the head of a file, and its columns by name. */
function parted(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let place = 4 + view.getUint32(0, true);
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(4, place)));
  const columns = {};
  for (const [name, length] of header.columns) {
    const column = (columns[name] = new Uint32Array(length));
    for (let row = 0; row < length; row++) {
      let number = 0;
      let scale = 1;
      let byte;
      do {
        byte = bytes[place++];
        number += (byte & 0x7f) * scale;
        scale *= 0x80;
      } while (byte & 0x80);
      column[row] = number;
    }
  }
  return [header, columns];
}

/** Return numbers from the steps between them, of which the odd ones lead back. */
function running(steps) {
  let number = 0;
  return steps.map((step) => (number += step % 2 ? -(step + 1) / 2 : step / 2));
}

/** Return where a value stands in a sorted row, or -1. */
function placeOf(row, value) {
  let [low, high] = [0, row.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (row[middle] < value) low = middle + 1;
    else high = middle;
  }
  return row[low] === value ? low : -1;
}

function bare(module) {
  return module.slice(module.indexOf(":") + 1);
}
