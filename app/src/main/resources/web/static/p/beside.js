// Texts about red flags. Where no clinician has reviewed them in this language, the English that they were
// translated from stands beside them, so that a mistake in the translation cannot hide a sign (H-7).
import { h } from './dom.js';
import { allInEnglish, inEnglish, isReviewed, language, sayAll, woven } from './say.js';
import { LEVELS } from './words.js';

/** An English text, marked as such for voices and for the direction of writing; nothing for nothing. */
export const english = (text) => (text ? h('span', { class: 'source', lang: 'en', dir: 'ltr' }, text) : null);

/** A red-flag text, to be the content of an element. */
export function flagged(key, values) {
  return [woven(key, values), isReviewed() ? null : english(inEnglish(key, values))];
}

/** The lines of a red-flag text, each to be the content of an element. */
export function flaggedLines(key) {
  const source = isReviewed() ? [] : allInEnglish(key);
  return sayAll(key).map((line, at) => [line, english(source[at])]);
}

const levelKey = (level) => (LEVELS.includes(level) ? level : 'urgent');

/** What a level means, where the clinic's plan says nothing. */
export const levelTitle = (level) => flagged(`red-flags.level-${levelKey(level)}`);

/** What the server says in English alone. */
export const fromServer = (text) => (language() === 'en' ? text : h('span', { lang: 'en', dir: 'ltr' }, text));
