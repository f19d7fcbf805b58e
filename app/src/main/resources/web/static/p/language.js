// The patient chooses the language of this phone.
import { h } from './dom.js';
import { changeLanguage } from './episode.js';
import { LANGUAGES, language, say, wordsAt } from './say.js';
import { keep } from './update.js';

/** The choice, each language by its own name. */
export function chooseLanguage() {
  const said = h('p', { class: 'middling', role: 'status' });
  const choose = async (tag) => {
    said.textContent = say('phone.language-asking');
    if (await changeLanguage(tag)) wordsAt(tag).forEach(keep);
    else said.textContent = say('phone.language-failed');
  };
  return h('section', { class: 'card gap' }, h('h2', null, say('phone.language')),
    h('p', { class: 'gap-small' }, say('phone.language-what')),
    h('fieldset', { class: 'switches' }, h('legend', { class: 'away' }, say('phone.language')), LANGUAGES.map(([tag, name]) => h('label', { class: 'switch', lang: tag },
      h('input', { type: 'radio', name: 'language', value: tag, 'data-key': `language-${tag}`, checked: tag === language(), onchange: () => choose(tag) }), h('span', { dir: 'auto' }, name)))), said);
}
