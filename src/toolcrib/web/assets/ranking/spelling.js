/** `toolcrib.catalog.spelling`: which known word a mistyped one was meant to be. */

import { letters } from "./words.js";

/** Return the first in the alphabet of the known words nearest to an unknown one, if any. */
export function nearest(word, known, figures) {
  return allNearest(word, known, figures)[0];
}

/** Return the known words nearest to an unknown one; none where none is near enough. */
export function allNearest(word, known, figures) {
  if (word.length < figures.SHORTEST) return [];
  const bits = letters(word);
  const scored = [];
  for (const form of known) {
    if (
      Math.abs(form.length - word.length) <= figures.MOST_SLIPS &&
      (form[0] === word[0] || form[1] === word[0]) &&
      bitCount(letters(form) ^ bits) <= figures.LETTERS_APART
    ) {
      const slips = slipsBetween(word, form, figures);
      if (slips !== null) scored.push([slips, form]);
    }
  }
  const least = Math.min(...scored.map(([slips]) => slips));
  return scored.filter(([slips]) => slips === least).map(([, form]) => form).sort();
}

/** Return how many slips lie between two words, or null where that is more than is forgiven. */
function slipsBetween(word, form, figures) {
  const sameLetters = [...word].sort().join("") === [...form].sort().join("");
  if (word.length >= figures.ONE_SLIP && sameLetters) return 1;
  const slips = distance(word, form);
  return slips <= (word.length < figures.TWO_SLIPS ? 1 : figures.MOST_SLIPS) ? slips : null;
}

/** Return how many letters to insert, drop, change or swap with the next make one the other. */
function distance(one, other) {
  let before = [];
  let row = Array.from({ length: other.length + 1 }, (_, place) => place);
  for (let i = 0; i < one.length; i++) {
    const last = before;
    before = row;
    row = [i + 1];
    for (let j = 0; j < other.length; j++) {
      let cost = Math.min(before[j] + (one[i] !== other[j]), before[j + 1] + 1, row[j] + 1);
      if (i && j && one[i] === other[j - 1] && one[i - 1] === other[j]) {
        cost = Math.min(cost, last[j - 1] + 1);
      }
      row.push(cost);
    }
  }
  return row.at(-1);
}

function bitCount(bits) {
  let count = 0;
  for (; bits; bits &= bits - 1) count++;
  return count;
}
