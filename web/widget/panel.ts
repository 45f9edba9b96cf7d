import type { Language } from '../words/languages.ts';
import { languageTags } from '../words/languages.ts';
import { button, element } from './element.ts';
import { beginForm, endForm, writeForm } from './forms.ts';
import { lineList } from './lines.ts';
import type { Say } from './say.ts';
import { refusedWords } from './say.ts';
import type { Session } from './session.ts';
import { statusWords } from './status.ts';

type Looks = { inline: boolean; close?: () => void };
type Form = { key: string; first: HTMLElement };

/** Drawn again at every change; the form only where another is wanted, so that what is half typed stays. */
export function panelOf(session: Session, say: Say, language: Language, looks: Looks) {
  const { shown } = session;
  const title = element('h2', { id: 'title' }, say('visitor.open'));
  const status = element('div', { class: 'status', role: 'status' });
  const typing = element('p', { class: 'typing', 'aria-live': 'off' });
  const fault = element('p', { class: 'fault', role: 'alert', hidden: true });
  const lines = lineList(session, say);
  const place = element('div');
  const made = frameOf(say, language, looks, title, [status, fault, lines.log, typing, place]);
  let form: Form | null = null;
  return {
    element: made,
    focus: () => (form?.first ?? made).focus(),
    draw(): void {
      const told = statusWords(shown, say, language);
      if (status.textContent !== told.join('')) status.replaceChildren(...told.map((one) => element('p', {}, one)));
      if (shown.door) title.textContent = say('visitor.title', { centre: shown.door.centre });
      lines.log.hidden = shown.lines.length + shown.pending.length === 0;
      lines.show(shown);
      const name = shown.told?.agent ?? say('visitor.somebody');
      typing.textContent = shown.told?.typing ? say('visitor.typing', { name }) : '';
      fault.hidden = shown.refused === null;
      fault.textContent = shown.refused === null ? '' : refusedWords(say, shown.refused);
      form = formOf(session, say, place, form);
    },
  };
}

function frameOf(say: Say, language: Language, { inline, close }: Looks, title: HTMLElement, parts: HTMLElement[]) {
  const made = element(
    'section',
    {
      class: `panel ${inline ? 'inline' : 'floating'}`,
      role: inline ? 'region' : 'dialog',
      'aria-labelledby': 'title',
      lang: languageTags[language],
    },
    element('header', {}, title, close ? button(say('visitor.close'), 'plain', close) : null),
    ...parts,
  );
  if (close) made.addEventListener('keydown', (event) => event.key === 'Escape' && close());
  return made;
}

/** Which form is wanted now; the one that is there stays as long as it is the right one. */
function formOf(session: Session, say: Say, place: HTMLElement, now: Form | null): Form | null {
  const key = wanted(session);
  if (now?.key === key) return now;
  const held = place.matches(':focus-within');
  const made = formFor(session, say, key);
  place.replaceChildren(...(made ? [made.form] : []));
  if (held) made?.first.focus();
  return made ? { key, first: made.first } : null;
}

function wanted({ shown: { door, told, pending } }: Session): string {
  if (told?.phase === 'ended') return told.rating === null ? 'rate' : 'rated';
  if (told !== null || pending.length > 0) return 'write';
  return door ? `begin ${door.open}` : 'none';
}

function formFor(session: Session, say: Say, key: string) {
  const { door } = session.shown;
  if (key === 'write') return writeForm(session, say);
  if (key === 'rate' || key === 'rated') return endForm(session, say, key === 'rated');
  return door ? beginForm(session, say, door) : null;
}
