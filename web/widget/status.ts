import type { Language } from '../words/languages.ts';
import type { Door, Told } from './api.ts';
import type { Say } from './say.ts';
import { momentIn } from './say.ts';
import type { Shown } from './session.ts';

/** Where he stands, in a sentence or two. */
export function statusWords({ door, told, lost, pending }: Shown, say: Say, language: Language): string[] {
  const at = momentIn(language, door?.zone ?? 'UTC');
  const lead = lost && (told || pending.length > 0) ? [say('visitor.lost')] : [];
  if (told) return [...lead, ...underWay(told, say, at)];
  return [...lead, ...(door ? before(door, say, language, at) : [say('visitor.unavailable')])];
}

function before(door: Door, say: Say, language: Language, at: (moment: string) => string): string[] {
  const welcome = door.welcome[language];
  const promise = say(door.open ? 'visitor.open_now' : 'visitor.closed_now', { at: at(door.promisedBy) });
  return welcome ? [welcome, promise] : [promise];
}

function underWay(told: NonNullable<Shown['told']>, say: Say, at: (moment: string) => string): string[] {
  const { phase, agent, promisedBy } = told;
  if (phase === 'ended') return [say('visitor.ended')];
  if (phase === 'on') return [say('visitor.with', { name: agent ?? say('visitor.somebody') })];
  if (phase === 'waiting') return inLine(told, say);
  return [promisedBy ? say('visitor.left', { at: at(promisedBy) }) : say('visitor.left_answered')];
}

function inLine({ place, expectedWait }: Pick<Told, 'place' | 'expectedWait'>, say: Say): string[] {
  const count = expectedWait === null ? null : Math.max(1, Math.round(expectedWait / 60));
  const wait = count === null ? say('visitor.wait_unknown') : say('visitor.wait', { count });
  return place === null ? [wait] : [say('visitor.place', { place }), wait];
}
