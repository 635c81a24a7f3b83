// How pages reach Python in a worker: where everything lies, and toolcrib's own functions.

export const place = JSON.parse(document.getElementById("python").textContent);

export function whole(address) {
  return new URL(address, document.baseURI).href;
}

export function archives(addresses) {
  return addresses.map((address) => whole(place.root + address));
}

export function newWorker() {
  return new Worker(whole(place.worker), { type: "module" });
}

// One message of a worker is one of these at most: what it says is not trusted.
export function listen(worker, handlers) {
  worker.onmessage = ({ data }) => {
    if (Object.hasOwn(handlers, data?.kind)) handlers[data.kind](data);
  };
  worker.onerror = (event) => handlers.fault({ text: event.message || "worker" });
  worker.onmessageerror = () => handlers.fault({ text: "message" });
}

let addresses; // of what Python needs, asked for once: then the network may go
let kept; // the worker that answers
let giveUp; // ends the wait for its answer
let last = Promise.resolve();

// Calls a function of toolcrib.web.inside and gives what it returns, one call after another.
export function askToolcrib(name, args) {
  const answer = last.then(() => asked(name, args));
  last = answer.catch(() => {});
  return answer;
}

async function asked(name, args) {
  addresses ??= await fetchedJson(whole(place.checker));
  kept ??= newWorker();
  return new Promise((resolve, reject) => {
    giveUp = reject;
    listen(kept, {
      answer: ({ text }) => resolve(String(text)),
      fault: ({ text }) => {
        reject(new Error(String(text)));
        forgetToolcrib();
      },
    });
    kept.postMessage({
      kind: "call",
      name,
      args,
      pyodide: whole(place.pyodide),
      archives: archives(addresses),
      environment: { HOME: "/home/crib", LANG: "C.UTF-8", TZ: "UTC" },
    });
  });
}

// Ends what is going on; the next call starts anew.
export function forgetToolcrib() {
  kept?.terminate();
  kept = undefined;
  giveUp?.(new Error("stopped"));
}

export async function fetchedJson(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  return response.json();
}

// Control characters show as their pictures (Unicode, "Control Pictures"), so that none acts.
export function visible(text) {
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, (mark) => {
    const code = mark.codePointAt(0);
    if (mark === "\r") return "\u240d";
    if (code < 0x20) return String.fromCodePoint(0x2400 + code);
    return code === 0x7f ? "\u2421" : "\ufffd";
  });
}

export function filled(words, ...values) {
  return values.reduce((text, value) => text.replace("{}", () => String(value)), words);
}
