// node episodes.mjs CORE QUESTIONS OUTPUT: asks the compiled core what QUESTIONS says, line by line, and
// writes one answer a line. A line is ["load", bundle], ["view", millis] or ["decide", event, millis].
// The last lines of standard output are the median times of a view and of a decision, in microseconds.
import { closeSync, openSync, readFileSync, writeSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [, , core, questions, output] = process.argv;
const phone = await import(pathToFileURL(core));
const file = openSync(output, "w");
const times = { load: [], view: [], decide: [] };
const plain = (text) =>
  JSON.stringify(text).replace(/[^ -~]/g, (c) => "\\u" + c.charCodeAt(0).toString(16).padStart(4, "0"));
for (const line of readFileSync(questions, "utf8").split("\n")) {
  if (line === "") continue;
  const [name, ...values] = JSON.parse(line);
  const began = performance.now();
  const answer = phone[name](...values);
  times[name].push(performance.now() - began);
  writeSync(file, plain(answer) + "\n");
}
closeSync(file);
for (const [name, all] of Object.entries(times)) {
  all.sort((one, other) => one - other);
  if (all.length > 0) console.log(name + " " + Math.round(1000 * all[all.length >> 1]));
}
