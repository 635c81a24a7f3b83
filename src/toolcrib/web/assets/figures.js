// Measured figures: how they are written, and how one stands among others. The same as
// toolcrib.model.measurement and toolcrib.app.quantities; a test holds the two together.

// Python rounds a half to the even neighbour, toFixed rounds it up.
function fixed(value, digits) {
  const scaled = value * 10 ** digits;
  const half = Number.isInteger(value * 2 ** (digits + 1)) && scaled % 1 === 0.5;
  return (half && Math.floor(scaled) % 2 === 0 ? Math.floor(scaled) / 10 ** digits : value).toFixed(digits);
}

export function duration(microseconds) {
  const milliseconds = Math.max(microseconds, 0) / 1000;
  if (milliseconds < 10) return `${fixed(milliseconds, 2)} ms`;
  if (milliseconds < 100) return `${fixed(milliseconds, 1)} ms`;
  if (milliseconds < 1000) return `${fixed(milliseconds, 0)} ms`;
  return `${fixed(milliseconds / 1000, 2)} s`;
}

export function size(count) {
  if (!count) return "-";
  const mebibytes = count / 2 ** 20;
  return `${fixed(mebibytes, mebibytes < 10 ? 1 : 0)} MiB`;
}

export const FIGURES = [
  { name: "cpu_time", form: duration },
  { name: "wall_time", form: duration },
  { name: "import_time", form: duration },
  { name: "peak_memory", form: size },
];

// Say of each measurement whether its figure is the least, or no different from the least; only
// what was measured together can be compared.
export function standings(measurements, name) {
  const known = measurements.filter(Boolean);
  const together = new Set(known.map((each) => JSON.stringify([each.when, each.python, each.computer])));
  const figures = measurements.map((each) => each?.figures[name] ?? null);
  const present = figures.filter(Boolean);
  if (together.size !== 1 || present.length < 2) return figures.map(() => null);
  const first = present.reduce((least, each) =>
    each.median < least.median || (each.median === least.median && each.high < least.high) ? each : least);
  const near = present.filter((each) => each.low <= first.high && each.high >= first.low);
  const best = near.length === 1 ? "least" : "no difference";
  return figures.map((each) => each && (near.includes(each) ? best : "more"));
}
