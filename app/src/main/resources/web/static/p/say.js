// Every word of the pages that no data brings, from one message file for each language. A phone loads the
// patient's language, and English for what a language lacks and for what must stand in English beside it.
const ENGLISH = 'en';

// Digits are the ones on the keypad in every language: a number is dialled, and read out to a doctor.
const LOCALES = { 'en': 'en-GB', 'es': 'es', 'fr': 'fr', 'de': 'de', 'ar': 'ar-u-nu-latn-ca-gregory' };
const RIGHT_TO_LEFT = ['ar'];

/** The languages that there are words for, each by its own name. */
export const LANGUAGES = [['en', 'English'], ['es', 'Español'], ['fr', 'Français'], ['de', 'Deutsch'], ['ar', 'العربية']];

const files = new Map();
const filled = new Set();
let withLater = false;
let tag = null;
let words = {};
let english = {};
let plurals = new Intl.PluralRules(ENGLISH);
let numbers = new Intl.NumberFormat(LOCALES[ENGLISH]);
let lists = new Intl.ListFormat(LOCALES[ENGLISH]);

/** The language that the pages speak; null before any words are there. */
export const language = () => tag;

/** The locale for dates and numbers. */
export const locale = () => LOCALES[tag];

/** Whether a clinician has reviewed the red-flag texts of this language. Of English there is no better source. */
export const isReviewed = () => tag === ENGLISH || words.reviewed === true;

/** Our language for a tag such as "fr-CA", or null. */
export function closest(wanted) {
  const own = String(wanted ?? '').toLowerCase().split('-')[0];
  return LANGUAGES.some(([name]) => name === own) ? own : null;
}

/** Where the words of a language lie: those that are read first, and those of the later pages. */
export const wordsAt = (name) => [firstAt(name), laterAt(name)];
const firstAt = (name) => `/static/p/words/${name}.json`;
const laterAt = (name) => `/static/p/words/later/${name}.json`;

// Asked for before the pages know whose they are: it is always needed.
fileOf(ENGLISH).catch(() => {});

function fileOf(name) {
  if (!files.has(name)) files.set(name, fetched(firstAt(name)).catch((failure) => { files.delete(name); throw failure; }));
  return files.get(name);
}

// The sections of a language's later words are its own; they join the others in one object.
async function moreOf(name) {
  if (filled.has(name)) return;
  Object.assign(await fileOf(name), await fetched(laterAt(name)));
  filled.add(name);
}

/** Speaks the words of the later pages too. Throws where those of no language can be had. */
export async function speakLater() {
  withLater = true;
  const had = await Promise.allSettled([moreOf(ENGLISH), moreOf(tag)]);
  if (had.every(({ status }) => status === 'rejected')) throw new Error('the words of later pages cannot be had');
}

async function fetched(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return response.json();
}

/** Speaks a language from now on, or English where there are no words for it. Answers whether it does what was wanted. */
export async function speak(wanted) {
  const name = closest(wanted) ?? ENGLISH;
  const [source, own] = await Promise.all([fileOf(ENGLISH).catch(() => null), fileOf(name).catch(() => null)]);
  if (withLater) await moreOf(name).catch(() => {});
  if (!source && !own) return false;
  english = source ?? english;
  change(own ? name : ENGLISH, own ?? source);
  return own !== null;
}

function change(name, own) {
  tag = name;
  words = own;
  plurals = new Intl.PluralRules(tag);
  numbers = new Intl.NumberFormat(locale());
  lists = new Intl.ListFormat(locale());
  document.documentElement.lang = tag;
  document.documentElement.dir = direction();
  dispatchEvent(new Event('spoken'));
}

const direction = () => (RIGHT_TO_LEFT.includes(tag) ? 'rtl' : 'ltr');

function find(file, key) {
  const [section, name] = key.split('.');
  return file[section]?.[name];
}

const found = (key) => find(words, key) ?? find(english, key) ?? key;

// Values with a count of their own choose among the plural forms of the language.
function formOf(message, values, rules) {
  if (typeof message === 'string') return message;
  return message[rules.select(values.count)] ?? message.other;
}

const PLACE = /\{([a-z]+)\}/;

function isolated(value) {
  const text = typeof value === 'number' ? numbers.format(value) : String(value);
  // A name or a telephone number must not be turned around by the script around it.
  return direction() === 'rtl' ? `\u2068${text}\u2069` : text;
}

/** The words of a key, with the values in their places. */
export function say(key, values = {}) {
  return woven(key, values).join('');
}

/** The same as a list of texts and of the elements among the values. */
export function woven(key, values = {}) {
  const parts = formOf(found(key), values, plurals).split(PLACE);
  return parts.map((part, at) => (at % 2 === 0 ? part : values[part] instanceof Node ? values[part] : isolated(values[part]))).filter((part) => part !== '');
}

/** All lines of a key that has several. */
export const sayAll = (key) => found(key);

/** The words of a key in English, whatever the pages speak. */
export function inEnglish(key, values = {}) {
  const parts = formOf(find(english, key) ?? key, values, new Intl.PluralRules(ENGLISH)).split(PLACE);
  return parts.map((part, at) => (at % 2 === 0 ? part : values[part]?.textContent ?? String(values[part]))).join('');
}

/** All lines of a key in English. */
export const allInEnglish = (key) => find(english, key) ?? [];

/** Some things one after the other: "a, b and c". */
export const listed = (things) => lists.format(things);

/** A text inside a sentence: its first letter small, where the language does that. */
export function inSentence(text) {
  return tag === 'de' ? text : text.charAt(0).toLowerCase() + text.slice(1);
}
