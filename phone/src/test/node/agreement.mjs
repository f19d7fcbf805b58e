// node agreement.mjs MODULE COUNT OUTPUT: writes the lines of the compiled core to a file, and to standard
// output the median time of one triage, in microseconds: the one of every state, without its history.
import { closeSync, openSync, writeSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [, , module, count, output] = process.argv;
const core = await import(pathToFileURL(module));
const file = openSync(output, "w");
for (let first = 0; first < Number(count); first += 1000) {
  writeSync(file, core.lines(first, 1000));
}
closeSync(file);
const times = [];
for (let seed = 0; seed < 20000; seed++) {
  core.make(seed);
  const began = performance.now();
  core.triage();
  times.push(performance.now() - began);
}
times.sort((one, other) => one - other);
console.log("triage " + Math.round(1000 * times[times.length >> 1]));
