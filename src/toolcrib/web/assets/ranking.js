/**
 * The ranking of `crib find`, from the file that `toolcrib.web.search_index` writes.
 *
 * It touches no page and needs no network, so it runs in a page, in a worker and in Node alike. The
 * files of `ranking/` are those of `toolcrib.catalog`, function by function; the tests ask both the
 * same questions and compare all that they answer. Figures come with the file, none stands here.
 */

import { named } from "./ranking/asked.js";
import { opened } from "./ranking/bundle.js";
import { unpacked } from "./ranking/columns.js";
import { find } from "./ranking/find.js";
import { search } from "./ranking/search.js";

/** Open an index from the bytes as they are served, packed or not. */
export async function load(bytes) {
  return new Index(opened(await unpacked(bytes)));
}

class Index {
  #bundle;

  constructor(bundle) {
    this.#bundle = bundle;
  }

  /**
   * Return the hits for a question, the best first, as `toolcrib.app.find.find` does.
   *
   * Each is `{id, name, kind, task, title, why, proof}`; `task` is null where a module has none.
   */
  find(query, { limit = this.#bundle.limit, language = "en" } = {}) {
    return find(this.#bundle, query, this.#bundle.textsOf(language), limit);
  }

  /** Return the ids of the modules that a question names, as `catalog.asked.named` does. */
  named(query) {
    return new Set(named(this.#bundle, query).modules.map((meant) => meant.module));
  }

  /** Return all that answers a question in plain words, with scores, as `catalog.search.search`. */
  search(query) {
    return search(this.#bundle, query);
  }

  /** Return the phrase of a hit's proof in a language, as `Texts.proof` does. */
  proof(phrase, language) {
    return this.#bundle.proof(phrase, language);
  }
}
