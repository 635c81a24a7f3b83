/** `toolcrib.catalog.certainty`: whether the best answer is worth giving, or nothing here fits. */

/** Tell whether an answer is worth giving; all signs but the words are per cent. */
export function isCertain(figures, { near, elsewhere, said, answered, words }) {
  const { ELSEWHERE, SAID, ANSWERED, WORDS, MOST_WORDS, SURE } = figures;
  // However much it earned, it is one sign of several.
  const bounded = Math.floor((said * 100) / (said + 100));
  const signs = bounded * SAID + answered * ANSWERED + Math.min(words, MOST_WORDS) * WORDS;
  return near * 100 - elsewhere * ELSEWHERE + signs >= SURE * 100;
}
