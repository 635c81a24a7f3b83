// Python in a worker: Pyodide, started anew for each program, or kept for toolcrib's own functions.
// A message names what is to be done; what comes of it goes back as messages with a `kind`:
//   started                  the program begins now, which is when its time begins to count
//   output {stream, bytes}   what it wrote to "stdout" or "stderr"
//   picture {name, bytes}    a PNG that it left in out/
//   end {status}             it has ended
//   answer {text}            what a function of toolcrib returned
//   fault {text}             none of it could be done

const PICTURE = /^[\w .-]{1,80}\.png$/;
const MOST_PICTURES = 12;
const SOON = 20; // milliseconds between two messages of a program that writes a lot
const AT_ONCE = 200; // messages that go out without waiting for that

let kept; // the Python that answers calls

self.onmessage = ({ data: order }) => {
  const work = order.kind === "program" ? runProgram : answerCall;
  work(order).catch((fault) => post("fault", { text: described(fault) }));
};

function post(kind, more = {}) {
  self.postMessage({ kind, ...more });
}

function described(fault) {
  return fault?.message ? `${fault.name}: ${fault.message}` : String(fault);
}

// What ends by `exit` ends with an ExitStatus; anything else that is thrown is a fault.
function statusOf(fault) {
  if (fault?.constructor?.name !== "ExitStatus") throw fault;
  return fault.status;
}

async function startPython(order, settings) {
  const { loadPyodide } = await import(new URL("pyodide.mjs", order.pyodide).href);
  return loadPyodide({ indexURL: order.pyodide, ...settings });
}

// Wheels and other archives go where Python looks; `packages` are Pyodide's own.
async function install(python, { archives, packages = [] }) {
  const folder = python.runPython("import site; site.getsitepackages()[0]");
  const contents = await Promise.all(archives.map(fetched));
  for (const content of contents) python.unpackArchive(content, "zip", { extractDir: folder });
  const quiet = { messageCallback() {}, checkIntegrity: true };
  if (packages.length) await python.loadPackage(packages, quiet);
}

async function fetched(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} for ${address}`);
  return response.arrayBuffer();
}

// --- a program of its own ---------------------------------------------------------------------

async function runProgram(order) {
  const python = await startPython(order, {
    _sysExecutable: order.executable,
    args: [order.program, ...order.args],
    // Pyodide's own default is to go on after the program, for a console.
    env: { ...order.environment, PYTHONINSPECT: "" },
    fsInit: async (FS) => prepare(FS, order),
  });
  await install(python, order);
  // Pyodide's own are gone: the console's place for imports, and a name in the program's module.
  python.pyimport("sys").path.remove("");
  python.globals.delete("_pyodide_core");
  const told = joinStreams(python, order);
  post("started");
  const status = await runMain(python._module).catch(statusOf);
  told.forEach((stream) => stream.flush());
  sendPictures(python.FS, `${order.folder}/out`, order.pictureLimit);
  post("end", { status });
}

function prepare(FS, order) {
  FS.mkdirTree(order.folder);
  for (const [path, bytes] of order.files) {
    const place = `${order.folder}/${path}`;
    FS.mkdirTree(place.slice(0, place.lastIndexOf("/")));
    FS.writeFile(place, bytes);
  }
  FS.chdir(order.folder);
}

// As `crib verify` does it. A browser that cannot let WebAssembly wait (JSPI) runs all but asyncio.
async function runMain(module) {
  const waits = typeof WebAssembly.Suspending === "function";
  const status = waits ? await module.promisingRunMain() : module._run_main();
  return module._Py_FinalizeEx() < 0 ? 120 : status;
}

function joinStreams(python, order) {
  let left = order.stdin;
  python.setStdin({
    read(into) {
      const part = left.subarray(0, into.length);
      into.set(part);
      left = left.subarray(part.length);
      return part.length;
    },
  });
  const budget = { bytes: order.outputLimit };
  const streams = ["stdout", "stderr"].map((name) => sender(name, budget));
  python.setStdout({ write: streams[0].write });
  python.setStderr({ write: streams[1].write });
  return streams;
}

// Sends what is written at once, and where that comes to many messages, a few at a time. Beyond the
// budget by one byte nothing more is sent: the page then knows that it was too much.
function sender(stream, budget) {
  let waiting = [];
  let messages = 0;
  let last = 0;
  function flush() {
    if (!waiting.length) return;
    const bytes = new Uint8Array(waiting.reduce((sum, part) => sum + part.length, 0));
    waiting.reduce((at, part) => (bytes.set(part, at), at + part.length), 0);
    waiting = [];
    messages += 1;
    last = performance.now();
    post("output", { stream, bytes });
  }
  function write(part) {
    if (budget.bytes >= 0) {
      const copy = part.slice(0, budget.bytes + 1);
      budget.bytes -= copy.length;
      waiting.push(copy);
      if (budget.bytes < 0 || messages < AT_ONCE || performance.now() - last > SOON) flush();
    }
    return part.length;
  }
  return { write, flush };
}

function sendPictures(FS, folder, limit) {
  if (!FS.analyzePath(folder).exists) return;
  const names = FS.readdir(folder).filter((name) => PICTURE.test(name));
  for (const name of names.sort().slice(0, MOST_PICTURES)) {
    const { mode, size } = FS.stat(`${folder}/${name}`);
    if (FS.isFile(mode) && size <= limit) {
      post("picture", { name, bytes: FS.readFile(`${folder}/${name}`) });
    }
  }
}

// --- toolcrib's own functions -----------------------------------------------------------------

async function answerCall(order) {
  kept ??= startToolcrib(order);
  const inside = await kept;
  post("answer", { text: String(inside[order.name](...order.args)) });
}

async function startToolcrib(order) {
  const python = await startPython(order, { env: order.environment });
  await install(python, order);
  return python.pyimport("toolcrib.web.inside");
}
