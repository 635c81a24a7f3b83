/** `toolcrib.catalog.vectors`: what words mean, as directions. */

/** Return the numbers of a packed vector; `zero` is the half of a byte that stands for 0. */
export function unpackedVector(packed, zero) {
  return Array.from(packed).flatMap((byte) => [(byte >> 4) - zero, (byte & 15) - zero]);
}

/** Return the sum of vectors. */
export function total(vectors) {
  return vectors.reduce((sum, vector) => sum.map((number, place) => number + vector[place]));
}

/**
 * Return a vector of the same direction and about that length; one of no length as it is.
 *
 * The root is exact when rounded down, as long as the squares are below 2 to the 50th.
 */
export function scaled(vector, length) {
  const own = Math.floor(Math.sqrt(vector.reduce((sum, number) => sum + number * number, 0)));
  return own ? vector.map((number) => Math.floor((number * length) / own)) : vector;
}
