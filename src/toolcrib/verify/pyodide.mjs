// Pyodide as a command: `node python.mjs PROGRAM ARGUMENTS…` does what CPython, started as PROGRAM
// with ARGUMENTS, would do. It lies beside the files of Pyodide and fetches nothing from anywhere.
import childProcess from "node:child_process";
import { readdirSync } from "node:fs";
import { loadPyodide } from "./pyodide.mjs";

// A browser has none of the system's own folders, and the first two are Pyodide's.
const NOT_SEEN =
  /^(lib|dev|bin|boot|etc|lib32|lib64|libx32|proc|run|sbin|sys|usr|lost\+found)$/;

// What Emscripten does under Node and cannot do in a browser: start programs, listen, connect.
childProcess.spawnSync = () => ({ error: new Error("no processes here"), status: 127 });
const ENOTSUP = 138;
const EHOSTUNREACH = 23;

function closeNetwork({ FS, SOCKFS }) {
  const refuse = (number) => () => {
    throw new FS.ErrnoError(number);
  };
  SOCKFS.websocket_sock_ops.listen = refuse(ENOTSUP);
  SOCKFS.websocket_sock_ops.createPeer = refuse(EHOSTUNREACH);
}

// What ends by itself, as `--version` does, or by an error in its options, ends with an ExitStatus.
function statusOf(fault) {
  if (fault.constructor.name !== "ExitStatus") throw fault;
  return fault.status;
}

function mountFolders(FS) {
  for (const name of readdirSync("/").filter((name) => !NOT_SEEN.test(name))) {
    FS.mkdirTree(`/${name}`);
    FS.mount(FS.filesystems.NODEFS, { root: `/${name}` }, `/${name}`);
  }
  FS.chdir(process.cwd());
}

async function start([program, ...args]) {
  const python = await loadPyodide({
    indexURL: import.meta.dirname,
    _sysExecutable: program,
    args,
    // Pyodide's own default is to go on after the program, for a console.
    env: { ...process.env, PYTHONINSPECT: "" },
    fsInit: async (FS) => mountFolders(FS),
  });
  // Its own are gone: the console's place for imports, and a name in the program's module.
  python.pyimport("sys").path.remove("");
  python.globals.delete("_pyodide_core");
  closeNetwork(python._module);
  python.setStdin();
  python.setStdout();
  python.setStderr();
  return python._module;
}

async function run(module) {
  // Only so can asyncio wait, and Python wait for JavaScript: as in browsers of today.
  const status = await module.promisingRunMain();
  return module._Py_FinalizeEx() < 0 ? 120 : status;
}

process.exit(await start(process.argv.slice(2)).then(run).catch(statusOf));
