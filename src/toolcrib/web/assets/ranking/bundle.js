/** What `toolcrib.catalog.bundle` tells a search, from the file of `toolcrib.web.search_index`. */

import { parted, running } from "./columns.js";
import { Lookup } from "./lookup.js";

/** `search_index.FORMAT`: what this file can read. */
const FORMAT = 3;

/** Return the bundle that an index holds. */
export function opened(bytes) {
  const [header, columns, blocks] = parted(bytes);
  if (header.format !== FORMAT) throw new Error(`an index of format ${header.format}`);
  return new Bundle(header, columns, blocks);
}

class Bundle extends Lookup {
  #rivals;
  #texts;
  #proofs;

  constructor(header, columns, blocks) {
    super(header, columns, blocks);
    this.limit = header.limit;
    this.#texts = header.texts;
    this.#proofs = header.proofs;
    this.#readModules(header, columns);
  }

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
}

function bare(module) {
  return module.slice(module.indexOf(":") + 1);
}
