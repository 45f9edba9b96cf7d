import type { Line } from './api.ts';
import { button, element } from './element.ts';
import type { Say } from './say.ts';
import type { Session, Shown } from './session.ts';

/** What was said, in its order, and under it what has not arrived yet. Only what is new is drawn, for it is read aloud as it comes. */
export function lineList(session: Session, say: Say) {
  const list = element('ol');
  const log = element('div', { class: 'log', role: 'log', 'aria-label': say('visitor.lines'), tabindex: '0' }, list);
  const drawn = new Map<string, HTMLElement>();
  const draw = (key: string, make: () => HTMLElement): void => {
    if (drawn.has(key)) return;
    const item = make();
    drawn.set(key, item);
    list.append(item);
  };
  return {
    log,
    show({ lines, pending }: Shown): void {
      const atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 80;
      const there = new Set(lines.map(({ id }) => id));
      const waiting = pending.filter(({ id }) => !there.has(id));
      const wanted = new Set([...there, ...waiting.map(({ id }) => `p ${id}`)]);
      for (const [key, item] of drawn)
        if (!wanted.has(key)) {
          item.remove();
          drawn.delete(key);
        }
      for (const line of lines) draw(line.id, () => lineItem(session, say, line));
      for (const { id, text } of waiting) draw(`p ${id}`, () => pendingItem(say, text));
      for (const { id } of waiting) list.append(drawn.get(`p ${id}`)!);
      if (atEnd) log.scrollTop = log.scrollHeight;
    },
  };
}

function lineItem(session: Session, say: Say, { from, name, text, files }: Line): HTMLElement {
  const who = from === 'visitor' ? say('visitor.you') : name;
  return element(
    'li',
    { 'data-from': from },
    element('small', {}, who),
    text === '' ? null : element('p', {}, text),
    ...files.map((file) => button(file.name, '', () => void save(session, file))),
  );
}

function pendingItem(say: Say, text: string): HTMLElement {
  return element(
    'li',
    { 'data-from': 'visitor', 'data-pending': true },
    element('small', {}, say('visitor.sending')),
    element('p', {}, text),
  );
}

/** Files are asked for with the secret, so no address of theirs could be followed. */
async function save(session: Session, { id, name }: { id: string; name: string }): Promise<void> {
  const address = URL.createObjectURL(await session.fileOf(id));
  element('a', { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
