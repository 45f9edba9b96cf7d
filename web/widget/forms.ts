import { button, element, sendsOnEnter } from './element.ts';
import type { Key, Say } from './say.ts';
import type { Session } from './session.ts';

function field(label: string, input: HTMLElement): HTMLLabelElement {
  return element('label', {}, label, input);
}

function onSubmit(form: HTMLFormElement, act: () => void): void {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    act();
  });
}

/** Before the first word: what it is about, and who he is if he likes. */
export function beginForm(session: Session, say: Say, { open, known }: { open: boolean; known: boolean }) {
  const text = element('textarea', { rows: '3', maxlength: '4000', required: true });
  const name = element('input', { maxlength: '100', autocomplete: 'name' });
  const contact = element('input', { maxlength: '100', autocomplete: 'email' });
  const form = element(
    'form',
    {},
    field(say('visitor.text'), text),
    known ? null : field(say('visitor.name'), name),
    known || open ? null : field(say('visitor.contact'), contact),
    element(
      'div',
      { class: 'row' },
      element('button', { class: 'main' }, say(open ? 'visitor.start' : 'visitor.leave')),
    ),
  );
  onSubmit(form, () => {
    const said = text.value.trim();
    if (said !== '') session.say(said, { name: name.value.trim(), contact: contact.value.trim() });
  });
  return { form, first: text };
}

/** Where the next line is written. */
export function writeForm(session: Session, say: Say) {
  const text = element('textarea', { rows: '1', maxlength: '4000', 'aria-label': say('visitor.message') });
  sendsOnEnter(text);
  text.addEventListener('input', () => session.typing());
  const file = element('input', { type: 'file', accept: 'image/*,application/pdf', hidden: true, tabindex: '-1' });
  file.addEventListener('change', () => {
    const [chosen] = file.files ?? [];
    file.value = '';
    if (chosen) void session.sendFile(chosen);
  });
  const form = element(
    'form',
    {},
    text,
    element(
      'div',
      { class: 'row' },
      button(say('visitor.attach'), 'plain', () => file.click()),
      button(say('visitor.end'), 'plain', () => void session.end()),
      element('button', { class: 'main' }, say('visitor.send')),
    ),
    file,
  );
  onSubmit(form, () => {
    const said = text.value.trim();
    text.value = '';
    if (said !== '') session.say(said);
    text.focus();
  });
  return { form, first: text };
}

const grades = [5, 4, 3, 2, 1] as const;

/** Once it is over: how it was, and another. */
export function endForm(session: Session, say: Say, rated: boolean) {
  const again = button(say('visitor.again'), rated ? 'main' : 'plain', () => session.again());
  if (rated) {
    const thanks = element('p', { role: 'status' }, say('visitor.rated'));
    return { form: element('form', {}, thanks, element('div', { class: 'row' }, again)), first: again };
  }
  const choices = grades.map((grade) =>
    element(
      'label',
      { class: 'choice' },
      element('input', { type: 'radio', name: 'grade', value: String(grade), required: true }),
      say(`visitor.rate_${grade}` as Key),
    ),
  );
  const words = element('textarea', { rows: '2', maxlength: '1000' });
  const form = element(
    'form',
    {},
    element('fieldset', {}, element('legend', {}, say('visitor.rate')), ...choices),
    field(say('visitor.rate_words'), words),
    element('div', { class: 'row' }, again, element('button', { class: 'main' }, say('visitor.rate_send'))),
  );
  onSubmit(form, () => {
    const grade = Number(new FormData(form).get('grade'));
    void session.rate(grade, words.value.trim());
  });
  return { form, first: choices[0]!.querySelector('input')! };
}
