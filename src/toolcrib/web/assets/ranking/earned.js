/** `toolcrib.catalog.earned`: what documents earn for the concepts of a question. */

/**
 * Return by document what it earned for each concept, for each two that follow each other, and as
 * bits in which of its texts the concepts stand; of documents that may answer enough.
 */
export function earnedFor(bundle, concepts, pairs) {
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
  const { LOOKED_AT } = bundle.figures.earned;
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
    if (places > bundle.figures.earned.LOOKED_THROUGH) break;
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
  const figures = bundle.figures.earned;
  const weights = concepts.map((concept) => weightOf(figures, concept));
  const lighter = (one, other) => weights[one] - weights[other] || one - other;
  const order = [...weights.keys()].sort(lighter);
  const others = new Set();
  let left = enoughOf(figures, concepts) * sum(weights);
  for (const number of order) {
    left -= 100 * weights[number];
    if (left <= 0) break;
    const { coded, terms } = concepts[number];
    if (!coded && ![...terms.keys()].some((term) => bundle.inCode(term))) others.add(number);
  }
  return [...weights.keys()]
    .filter((number) => !others.has(number))
    .sort((one, other) => weights[other] - weights[one] || one - other)
    .map((number) => concepts[number]);
}

/** Return the terms of a concept with what each counts. */
function countsOf(bundle, { terms, generic }) {
  if (!generic) return [...terms];
  return [...terms].map(([term, share]) => [term, percent(share, bundle.figures.earned.GENERIC)]);
}

/** Return what a document earned that has none of so many concepts. */
export function nothing(concepts) {
  const zeros = () => Array(concepts).fill(0);
  return { values: zeros(), texts: zeros(), pairs: zeros() };
}

/** Return the per cent of a question that a hit must answer. */
export function enoughOf({ LEAST, ENOUGH, LESS }, concepts) {
  return Math.max(LEAST, ENOUGH - LESS * concepts.length);
}

/** Return how much of a question a concept is. */
export function weightOf(figures, { rarity, generic }) {
  return rarity * (generic ? figures.GENERIC : 100);
}

export function percent(number, share) {
  return Math.floor((number * share) / 100);
}

export function sum(numbers) {
  return numbers.reduce((all, number) => all + number, 0);
}
