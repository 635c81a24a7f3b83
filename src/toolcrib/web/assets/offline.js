/**
 * The service worker: search, and pages that were read, without a connection.
 *
 * The file at the site's root that imports this one sets `kept`: which build this is, what is kept
 * of it from the start, where the index of search lies, and the languages beside English. Files below
 * `assets/` never change; pages are asked for first and taken from what is kept where nobody answers.
 */

const { build, shared, index, pages, languages } = self.kept;
const scope = self.registration.scope;
const ours = `toolcrib ${scope} `;
const name = ours + build;

self.addEventListener("install", (event) => {
  event.waitUntil(keepShell());
});

self.addEventListener("activate", (event) => {
  event.waitUntil(removeOthers().then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const path = request.url.startsWith(scope) ? request.url.slice(scope.length) : null;
  // What a server computes, and parts of files, are none of our business.
  if (path === null || request.method !== "GET" || path.startsWith("api/")) return;
  if (request.headers.has("range")) return;
  const lasting = path.startsWith("assets/") || path === index;
  event.respondWith(lasting ? keptFirst(request, path) : askedFirst(request, path));
});

async function keepShell() {
  const cache = await caches.open(name);
  const asset = (path) => new Request(new URL(path, scope));
  // Past the browser's own cache: it may hold pages of the build before.
  const fresh = (path) => new Request(new URL(path, scope), { cache: "no-cache" });
  await cache.addAll([...shared.map(asset), ...[...pages, ...(isSlow() ? [] : [index])].map(fresh)]);
  await self.skipWaiting();
}

/**
 * Return whether a megabyte that nobody has asked for would be in the way (W3C Network Information).
 *
 * Then the index is kept when it is first searched in. Not every browser tells.
 */
function isSlow() {
  const { saveData, effectiveType } = navigator.connection ?? {};
  return Boolean(saveData) || (effectiveType ?? "4g") !== "4g";
}

async function removeOthers() {
  const others = (await caches.keys()).filter((each) => each.startsWith(ours) && each !== name);
  await Promise.all(others.map((each) => caches.delete(each)));
}

async function keptFirst(request, path) {
  const cache = await caches.open(name);
  const found = await cache.match(request);
  if (found) return found;
  // Files below `assets/` are those of their address, wherever they come from; the index may be old.
  const answer = await fetch(request, path === index ? { cache: "no-cache" } : {});
  return answer.ok && answer.type === "basic" ? keep(cache, request, answer) : answer;
}

async function askedFirst(request, path) {
  const cache = await caches.open(name);
  try {
    const answer = await fetch(request);
    const good = answer.ok && answer.type === "basic" && !request.url.includes("?");
    return good ? keep(cache, request, answer) : answer;
  } catch (fault) {
    // What is asked of the page of results stands in its address; the page is the same for all.
    const found = await cache.match(request, { ignoreSearch: true });
    if (found) return found;
    if (request.mode !== "navigate") throw fault;
    return standIn(cache, path);
  }
}

/** Return the page that says why another is not there, with links that fit the other's place. */
async function standIn(cache, path) {
  const language = languages.find((code) => path.startsWith(`${code}/`));
  const place = language ? `${language}/offline/` : "offline/";
  const page = await (await cache.match(new URL(place, scope))).text();
  const up = (where) => "../".repeat(where.split("?")[0].split("/").length - 1);
  const fitting = page.replaceAll(`"${up(place)}`, `"./${up(path)}`);
  const headers = { "Content-Type": "text/html; charset=utf-8" };
  return new Response(fitting, { status: 503, headers });
}

/** Return an answer, a copy of which is kept. */
function keep(cache, request, answer) {
  // Where there is no space left, nothing is kept, and the page comes all the same.
  cache.put(request, answer.clone()).catch(() => {});
  return answer;
}
