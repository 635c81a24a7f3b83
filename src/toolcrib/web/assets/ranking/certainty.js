/** `toolcrib.catalog.certainty`: whether the best answer is worth giving, or nothing here fits. */

/** Tell whether an answer is worth giving; all signs but the words are per cent. */
export function isCertain(figures, { near, elsewhere, answered, words }) {
  const { ELSEWHERE, ANSWERED, WORDS, MOST_WORDS, SURE } = figures;
  const pro = near * 100 + answered * ANSWERED + Math.min(words, MOST_WORDS) * WORDS;
  return pro - elsewhere * ELSEWHERE >= SURE * 100;
}
