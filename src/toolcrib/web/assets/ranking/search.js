/**
 * `toolcrib.catalog.search`: concepts to the modules and tasks that answer them.
 *
 * All figures are whole numbers, and `//` of Python is a division rounded down, so both give the
 * same. A match is `{task, module, score, words, beside}`.
 */

import { isCertain } from "./certainty.js";
import { earnedFor, percent } from "./earned.js";
import { Asked } from "./fit.js";
import { nearness } from "./nearness.js";
import { following, read } from "./question.js";

/** Return what answers a question in plain words, the best first. */
export function search(bundle, query) {
  const concepts = read(bundle, query);
  if (!concepts.length) return [];
  const earned = earnedFor(bundle, concepts, following(bundle, concepts));
  const near = nearness(bundle, concepts, query);
  return rank(bundle, concepts, earned, near);
}

/** Score all candidates and return those that answer, the best of each task. */
function rank(bundle, concepts, earned, near) {
  const { certainty, search: figures } = bundle.figures;
  const asked = new Asked(bundle.figures, concepts);
  const [tasks, modules] = scored(bundle, asked, earned, near);
  const best = bestOf([...tasks.values(), ...modules.values()]);
  if (!best) return [];
  if (!isNamed(asked, best) && !isCertain(certainty, signsOf(asked, best, near))) return [];
  const byItself = new Map([...modules].map(([key, each]) => [key, matchOf(asked, each)]));
  const inOrder = sorted([...tasks.values()].map((each) => matchOf(asked, each)));
  return shown(figures, withRivals(bundle, lent(inOrder, byItself)));
}

/** Return the best of each task, and of each module by itself, each with how its words fit. */
function scored(bundle, asked, earned, near) {
  const { NEAR, FAR } = bundle.figures.nearness;
  const { OF_MODULE, MEANT } = bundle.figures.search;
  const nearest = near.nearest();
  const [tasks, modules] = [new Map(), new Map()];
  for (const candidate of bundle.candidates) {
    const { task, module, document, moduleDocument, lead } = candidate;
    const looked = task ? document : moduleDocument;
    if (!earned.has(looked) && !nearest.has(looked)) continue;
    const perCent = near.of(document, moduleDocument);
    if (perCent < FAR) continue;
    const own = earned.get(document) ?? asked.nothing;
    const ofModule = earned.get(moduleDocument) ?? asked.nothing;
    const share = task ? OF_MODULE : 100;
    const fit = earned.has(looked) ? asked.fit(own, ofModule, share) : null;
    const said = fit ? asked.score(own, ofModule, share, fit) : 0;
    const meant = percent(Math.max(0, perCent - NEAR) * MEANT, asked.whole);
    if (!said && !meant) continue;
    const score = percent(said + meant, lead);
    const [found, key] = task ? [tasks, task] : [modules, module];
    if (!(found.get(key)?.score >= score)) found.set(key, { candidate, score, fit });
  }
  return [tasks, modules];
}

function bestOf(all) {
  return all.reduce((best, each) => (best && best.score >= each.score ? best : each), null);
}

function isNamed(asked, { fit }) {
  return fit !== null && (fit.isNamed || asked.isWhole(fit.met));
}

function signsOf(asked, { fit }, near) {
  return {
    near: near.best(),
    elsewhere: near.elsewhere,
    answered: fit?.answered ?? 0,
    words: asked.concepts.length,
  };
}

function matchOf(asked, { candidate: { task, module }, score, fit }) {
  const met = asked.concepts.filter((_, number) => fit?.met.values[number]);
  return { task, module, score, words: met.map(({ shown: word }) => word), beside: "" };
}

/** Return what was found and the alternatives of the first hits, in order. */
function withRivals(bundle, found) {
  const { LEADERS, RIVAL, LATER } = bundle.figures.search;
  const [best, raised] = [new Map(), new Map()];
  for (const match of found) if (!best.has(match.module)) best.set(match.module, match);
  for (const leader of [...best.values()].slice(0, LEADERS)) {
    bundle.rivals(leader.module).forEach((module, place) => {
      const score = percent(leader.score, Math.max(0, RIVAL - LATER * place));
      const bare = { task: null, module, score: 0, words: leader.words };
      const before = raised.get(module) ?? best.get(module) ?? bare;
      if (score > before.score) raised.set(module, { ...before, score, beside: leader.module });
    });
  }
  const stays = (match) => best.get(match.module) !== match || !raised.has(match.module);
  const kept = found.filter(stays);
  return sorted([...kept, ...raised.values()]);
}

/** Return tasks and modules, each module with the best of its tasks where it has one. */
function lent(tasks, modules) {
  const byItself = new Map(modules);
  const found = tasks.map((match) => {
    const module = byItself.get(match.module) ?? match;
    byItself.delete(match.module);
    return module.score > match.score ? { ...module, task: match.task } : match;
  });
  return sorted([...found, ...byItself.values()]);
}

/** Return what is worth to be shown beside the first. */
function shown(figures, found) {
  const ofModule = new Map();
  return found.filter((match) => {
    const count = (ofModule.get(match.module) ?? 0) + 1;
    ofModule.set(match.module, count);
    return match.score * 100 >= found[0].score * figures.WORTH && count <= figures.MOST;
  });
}

function sorted(matches) {
  const inOrder = (one, other) => (one < other ? -1 : Number(one > other));
  return matches.sort(
    (one, other) =>
      other.score - one.score ||
      inOrder(one.task ?? "", other.task ?? "") ||
      inOrder(one.module, other.module),
  );
}
