/** `toolcrib.web.search_columns`: whole numbers and words as they stand in the file of an index. */

const GZIP = [0x1f, 0x8b];

/** Return the bytes of an index; a host may have unpacked them already. */
export async function unpacked(bytes) {
  const packed = new Uint8Array(bytes);
  if (packed[0] !== GZIP[0] || packed[1] !== GZIP[1]) return packed;
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Return the JSON text at the head of a file, its columns and its blocks of bytes by name. */
export function parted(bytes) {
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
  const blocks = {};
  for (const [name, length] of header.blocks) {
    blocks[name] = bytes.slice(place, (place += length));
  }
  return [header, columns, blocks];
}

/** Return numbers from the steps between them, of which the odd ones lead back. */
export function running(steps) {
  let number = 0;
  return steps.map((step) => (number += step % 2 ? -(step + 1) / 2 : step / 2));
}

/** Return numbers from how far each lies above the one before. */
export function risen(rises) {
  let number = 0;
  return rises.map((rise) => (number += rise));
}

/** Return sorted words from what each has of the one before, in letters, and what it adds. */
export function unfolded(shared, ends) {
  const added = ends.split(" ");
  let word = "";
  return Array.from(shared, (length, number) => (word = word.slice(0, length) + added[number]));
}

/** Return where each run begins whose lengths are given, and where the last one ends. */
export function starts(counts) {
  const found = new Uint32Array(counts.length + 1);
  counts.forEach((count, number) => (found[number + 1] = found[number] + count));
  return found;
}

/** Return where a value stands in a sorted row, or -1. */
export function placeOf(row, value) {
  let [low, high] = [0, row.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (row[middle] < value) low = middle + 1;
    else high = middle;
  }
  return row[low] === value ? low : -1;
}
