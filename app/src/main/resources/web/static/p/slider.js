// A scale as a slider with two big buttons. It always stands beside the numbers themselves: whoever cannot
// slide taps a number, and nothing counts as chosen before somebody has chosen.
import { h } from './dom.js';
import { say } from './say.js';

/** The slider of a scale: {element, show(value)}; `choose` is told of every value. */
export function slider(question, choose) {
  const number = h('output', { class: 'slider-number' });
  const range = h('input', { type: 'range', min: 0, max: question.most, step: 1, 'aria-label': question.text, oninput: () => choose(Number(range.value)) });
  const step = (by) => () => choose(Math.min(question.most, Math.max(0, Number(range.value) + by)));
  const button = (sign, words, by) => h('button', { class: 'button slider-step', type: 'button', 'aria-label': words, onclick: step(by) }, sign);
  const element = h('div', { class: 'slider' },
    h('div', { class: 'slider-row' }, button('−', say('ask.one-less'), -1), number, button('+', say('ask.one-more'), 1)), range);
  const show = (value) => {
    const chosen = value !== undefined && value !== 'unsure';
    number.textContent = chosen ? String(value) : '–';
    range.value = chosen ? String(value) : '0';
    range.setAttribute('aria-valuetext', chosen ? say('ask.of-most', { answer: value, most: question.most }) : say('ask.nothing-chosen'));
    element.classList.toggle('slider-unset', !chosen);
  };
  return { element, show };
}
