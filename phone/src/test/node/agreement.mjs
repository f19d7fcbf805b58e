// node agreement.mjs MODULE COUNT OUTPUT: writes the lines of the compiled core to a file.
import { closeSync, openSync, writeSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [, , module, count, output] = process.argv;
const core = await import(pathToFileURL(module));
const file = openSync(output, "w");
for (let first = 0; first < Number(count); first += 1000) {
  writeSync(file, core.lines(first, 1000));
}
closeSync(file);
