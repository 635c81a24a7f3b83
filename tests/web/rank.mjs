/** Answer each question of standard input, a JSON object a line, from an index; for the tests. */

import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const [assets, file] = process.argv.slice(2);
const { load } = await import(pathToFileURL(`${assets}/ranking.js`));
const index = await load(await readFile(file));

for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  const { query, language, limit } = JSON.parse(line);
  const hits = index.find(query, { language, limit });
  const proofs = hits.map((hit) => index.proof(hit.proof, language));
  console.log(JSON.stringify({ matches: index.search(query), hits, proofs }));
}
