/** `toolcrib.catalog.words`: words of questions in one form. */

const OE = /[œŒ]/g;
const WORD = /[a-z0-9]+(?:[._-][a-z0-9]+)*/g;
const PART = /[a-z0-9]+/g;
const LETTERS = /^[a-z]+$/;

/** The mark of the highest class of combining marks: every other one is put before it. */
const LAST_MARK = "\u0345";

export class Words {
  #figures;
  #vowels;

  constructor(figures) {
    this.#figures = figures;
    this.#vowels = new Set(figures.VOWELS);
  }

  /** Return text in lower case without accents. */
  fold(text) {
    const apart = text.replace(OE, "oe").normalize("NFKD");
    return [...apart].filter((character) => !isCombining(character)).join("").toLowerCase();
  }

  /** Return what a folded word shares with its other forms; words with digits stay as they are. */
  stem(word) {
    const { SHORTEST, NO_PLURALS, PLURALS, ENDINGS, NEVER_DOUBLED, LAST } = this.#figures;
    if (word.length <= SHORTEST || !LETTERS.test(word) || NO_PLURALS.includes(word)) return word;
    word = this.#cut(word, PLURALS);
    if (word.length === SHORTEST) return word;
    for (let shorter; (shorter = this.#cut(word, ENDINGS)) !== word; ) word = shorter;
    if (word.length === SHORTEST) {
      const whole = !this.#vowels.has(word[1]) || NEVER_DOUBLED.includes(word[2]);
      return whole ? word : `${word}e`;
    }
    if (word.at(-1) === word.at(-2) && !this.#vowels.has(word.at(-1))) word = word.slice(0, -1);
    return word.slice(0, -1) + (LAST[word.at(-1)] ?? word.at(-1));
  }

  #cut(word, endings) {
    for (const [ending, instead] of endings) {
      if (!word.endsWith(ending)) continue;
      const start = word.slice(0, word.length - ending.length);
      const enough = start.length + instead.length >= this.#figures.SHORTEST;
      if (enough && [...start].some((letter) => this.#vowels.has(letter))) return start + instead;
    }
    return word;
  }

  /** Return the folded words of a text in order; a dotted or dashed name stays one word. */
  split(text) {
    return this.fold(text).match(WORD) ?? [];
  }

  /** Return a name in the form in which names are looked up. */
  nameKey(name) {
    return parts(this.fold(name)).join("-");
  }
}

/** Tell whether a character is a mark of the one before, by what it does when marks are ordered. */
function isCombining(character) {
  if (character < "\u0300") return false;
  const marks = LAST_MARK + character;
  return character === LAST_MARK || marks.normalize("NFD") !== marks;
}

/** Return the parts of a compound word. */
export function parts(word) {
  return word.match(PART) ?? [];
}

/** Return a compound word as one. */
export function joined(word) {
  return parts(word).join("");
}

/** Return the set of letters in a word as bits; near words differ in few of them. */
export function letters(word) {
  let bits = 0;
  for (let place = 0; place < word.length; place++) bits |= 1 << (word.charCodeAt(place) & 31);
  return bits;
}
