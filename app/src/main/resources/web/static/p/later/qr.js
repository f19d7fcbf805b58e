// Text as a QR code (ISO/IEC 18004): bytes, error correction M, versions 1 to 20. Made on the phone, because
// the page that carries it must work with no network. A test reads every version back with another reader.
import { app } from './app.js';

const { s, say } = app;

const QUIET = 4;
const MOST_VERSION = 20;
const CHECK_BYTES = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26];
const BLOCKS = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16];
const MASKS = [
  (x, y) => (x + y) % 2 === 0, (x, y) => y % 2 === 0, (x) => x % 3 === 0, (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(y / 2) + Math.floor(x / 3)) % 2 === 0, (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0, (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

const EXP = new Uint8Array(510);
const LOG = new Uint8Array(256);
for (let power = 0, value = 1; power < 255; power += 1) {
  EXP[power] = value;
  EXP[power + 255] = value;
  LOG[value] = power;
  value = (value << 1) ^ (value & 0x80 ? 0x11d : 0);
}
const times = (a, b) => (a === 0 || b === 0 ? 0 : EXP[LOG[a] + LOG[b]]);

/** The rows of the code, true for dark, or null where the text is too long for a screen. */
export function qr(text) {
  const bytes = new TextEncoder().encode(text);
  const version = Array.from({ length: MOST_VERSION }, (_, at) => at + 1).find((each) => bytes.length <= room(each));
  if (version === undefined) return null;
  const sent = interleaved(version, packed(version, bytes));
  const blank = patterns(version);
  fill(blank, sent);
  const drawn = MASKS.map((_, mask) => masked(blank, mask));
  const costs = drawn.map(cost);
  return drawn[costs.indexOf(Math.min(...costs))];
}

const sizeOf = (version) => 17 + 4 * version;
const countBits = (version) => (version < 10 ? 8 : 16);

function codewords(version) {
  let modules = (16 * version + 128) * version + 64;
  if (version >= 2) {
    const rows = Math.floor(version / 7) + 2;
    modules -= (25 * rows - 10) * rows - 55;
  }
  if (version >= 7) modules -= 36;
  return Math.floor(modules / 8);
}

const dataWords = (version) => codewords(version) - CHECK_BYTES[version - 1] * BLOCKS[version - 1];
const room = (version) => Math.floor((dataWords(version) * 8 - 4 - countBits(version)) / 8);

/** The bytes with their mode and length before them, padded to the version's size. */
function packed(version, bytes) {
  const bits = [];
  const put = (value, count) => { for (let bit = count - 1; bit >= 0; bit -= 1) bits.push((value >> bit) & 1); };
  put(4, 4);
  put(bytes.length, countBits(version));
  for (const byte of bytes) put(byte, 8);
  const whole = dataWords(version) * 8;
  put(0, Math.min(4, whole - bits.length));
  while (bits.length % 8 !== 0) bits.push(0);
  const words = [];
  for (let at = 0; at < bits.length; at += 8) words.push(bits.slice(at, at + 8).reduce((value, bit) => value * 2 + bit, 0));
  for (let pad = 0xec; words.length < whole / 8; pad ^= 0xec ^ 0x11) words.push(pad);
  return words;
}

function divisor(degree) {
  let polynomial = [1];
  for (let root = 0; root < degree; root += 1) {
    const next = [...polynomial, 0];
    polynomial.forEach((factor, at) => { next[at + 1] ^= times(factor, EXP[root]); });
    polynomial = next;
  }
  return polynomial.slice(1);
}

function remainder(words, by) {
  const rest = new Array(by.length).fill(0);
  for (const word of words) {
    const factor = word ^ rest.shift();
    rest.push(0);
    by.forEach((each, at) => { rest[at] ^= times(each, factor); });
  }
  return rest;
}

/** Cuts the words into blocks, adds the check words of each, and deals them out in turn. */
function interleaved(version, words) {
  const blocks = BLOCKS[version - 1];
  const short = Math.floor(words.length / blocks);
  const shortOnes = blocks - (words.length % blocks);
  const by = divisor(CHECK_BYTES[version - 1]);
  const data = [];
  for (let block = 0, at = 0; block < blocks; block += 1) {
    const length = short + (block < shortOnes ? 0 : 1);
    data.push(words.slice(at, at + length));
    at += length;
  }
  const dealt = [];
  for (let at = 0; at <= short; at += 1) for (const block of data) if (at < block.length) dealt.push(block[at]);
  const checks = data.map((block) => remainder(block, by));
  for (let at = 0; at < by.length; at += 1) for (const check of checks) dealt.push(check[at]);
  return dealt;
}

/** Everything that is the same in each code of a version: {version, size, dark, fixed}. */
function patterns(version) {
  const size = sizeOf(version);
  const dark = Array.from({ length: size }, () => new Array(size).fill(false));
  const fixed = Array.from({ length: size }, () => new Array(size).fill(false));
  const grid = { version, size, dark, fixed };
  for (let at = 0; at < size; at += 1) {
    put(grid, 6, at, at % 2 === 0);
    put(grid, at, 6, at % 2 === 0);
  }
  for (const [x, y] of [[3, 3], [size - 4, 3], [3, size - 4]]) square(grid, x, y, 4);
  const places = alignments(version);
  const last = places.length - 1;
  places.forEach((x, i) => places.forEach((y, j) => {
    if (!((i === 0 && j === 0) || (i === 0 && j === last) || (i === last && j === 0))) square(grid, x, y, 2);
  }));
  form(grid, 0);
  if (version >= 7) versionMarks(grid);
  return grid;
}

function put({ dark, fixed }, x, y, isDark) {
  dark[y][x] = isDark;
  fixed[y][x] = true;
}

// Rings around a middle: a finder reaches 4 with its white border, an alignment mark 2.
function square(grid, x, y, reach) {
  for (let dy = -reach; dy <= reach; dy += 1) {
    for (let dx = -reach; dx <= reach; dx += 1) {
      const ring = Math.max(Math.abs(dx), Math.abs(dy));
      const inside = x + dx >= 0 && x + dx < grid.size && y + dy >= 0 && y + dy < grid.size;
      if (inside) put(grid, x + dx, y + dy, reach === 4 ? ring !== 2 && ring !== 4 : ring !== 1);
    }
  }
}

function alignments(version) {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const step = Math.ceil((4 * version + 4) / (2 * count - 2)) * 2;
  return [6, ...Array.from({ length: count - 1 }, (_, at) => sizeOf(version) - 7 - step * (count - 2 - at))];
}

function checked(value, bits, by) {
  let rest = value;
  for (let bit = 0; bit < bits; bit += 1) rest = (rest << 1) ^ ((rest >> (bits - 1)) & 1 ? by : 0);
  return (value << bits) | rest;
}

// Level M is 0, so that the mask alone is the value.
function form(grid, mask) {
  const { size } = grid;
  const bits = checked(mask, 10, 0x537) ^ 0x5412;
  const bit = (at) => ((bits >> at) & 1) === 1;
  for (let at = 0; at < 15; at += 1) {
    if (at < 8) put(grid, 8, at < 6 ? at : at + 1, bit(at));
    else put(grid, at === 8 ? 7 : 14 - at, 8, bit(at));
    if (at < 8) put(grid, size - 1 - at, 8, bit(at));
    else put(grid, 8, size - 15 + at, bit(at));
  }
  put(grid, 8, size - 8, true);
}

function versionMarks(grid) {
  const bits = checked(grid.version, 12, 0x1f25);
  for (let at = 0; at < 18; at += 1) {
    const far = grid.size - 11 + (at % 3);
    const near = Math.floor(at / 3);
    put(grid, far, near, ((bits >> at) & 1) === 1);
    put(grid, near, far, ((bits >> at) & 1) === 1);
  }
}

/** Writes the words in their zigzag, two columns at a time, past everything fixed. */
function fill({ size, dark, fixed }, words) {
  let at = 0;
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5;
    const upward = ((right + 1) & 2) === 0;
    for (let row = 0; row < size; row += 1) {
      const y = upward ? size - 1 - row : row;
      for (const x of [right, right - 1]) {
        if (!fixed[y][x] && at < words.length * 8) {
          dark[y][x] = ((words[at >> 3] >> (7 - (at & 7))) & 1) === 1;
          at += 1;
        }
      }
    }
  }
}

function masked(blank, mask) {
  const grid = { ...blank, dark: blank.dark.map((row, y) => row.map((cell, x) => (blank.fixed[y][x] ? cell : cell !== MASKS[mask](x, y)))) };
  form(grid, mask);
  return grid.dark;
}

/** How hard a code is to read: long runs, blocks of one colour, too much of one colour. */
function cost(rows) {
  const size = rows.length;
  let sum = 0;
  const lines = [...rows, ...rows.map((_, x) => rows.map((row) => row[x]))];
  for (const line of lines) for (const run of line.map((cell) => (cell ? '1' : '0')).join('').match(/0{5,}|1{5,}/g) ?? []) sum += run.length - 2;
  for (const line of lines) sum += 40 * (line.map((cell) => (cell ? '1' : '0')).join('').match(/(?=10111010000|00001011101)/g) ?? []).length;
  let dark = 0;
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      if (rows[y][x]) dark += 1;
      if (x > 0 && y > 0 && rows[y][x] === rows[y - 1][x] && rows[y][x] === rows[y][x - 1] && rows[y][x] === rows[y - 1][x - 1]) sum += 3;
    }
  }
  return sum + 10 * Math.floor(Math.abs(dark * 20 - size * size * 10) / (size * size));
}

/** A code as a picture. */
export function drawn(rows, label = say('doctor.code-label')) {
  const size = rows.length + 2 * QUIET;
  const path = rows.map((row, y) => row.map((dark, x) => (dark ? `M${x + QUIET} ${y + QUIET}h1v1h-1z` : '')).join('')).join('');
  return s('svg', { class: 'qr', viewBox: `0 0 ${size} ${size}`, role: 'img', 'aria-label': label, 'shape-rendering': 'crispEdges' },
    s('rect', { class: 'qr-ground', width: size, height: size }), s('path', { class: 'qr-dark', d: path }));
}
