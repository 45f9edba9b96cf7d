import { z } from 'zod';
import { changeWords } from '../../administration/commands/change-words.ts';
import { currentWords } from '../../administration/own-words.ts';
import { ownWordsShape } from '../../administration/own-words-shape.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { refusal } from '../../kernel/refusal.ts';
import { whyNotSettings } from '../../pack/check.ts';
import { whyNotKind } from '../../pack/check-kind.ts';
import { changeKind } from '../../pack/commands/change-kind.ts';
import { changeSettings } from '../../pack/commands/change-settings.ts';
import type { Kind } from '../../pack/format.ts';
import { kindShape } from '../../pack/kind-shape.ts';
import { currentKinds } from '../../pack/kinds.ts';
import { knownTo, reportPosts } from '../../pack/known.ts';
import type { Settings } from '../../pack/settings-shape.ts';
import { settingsShape } from '../../pack/settings-shape.ts';
import { settingsVersionOf } from '../../pack/settings.ts';
import { standingTickets } from '../../pack/standing.ts';
import type { Context } from '../../platform/context.ts';
import { reportPost } from '../../summary/plan.ts';
import { openIn } from '../known.ts';
import { isSame, part } from '../part.ts';

const under = (path: string) => (why: Refusal) =>
  refusal(why.code, { ...why.params, path: [path, why.params?.['path']].filter(Boolean).join('.') });

type FilePosts = Record<string, { department: string | null; rights: Record<string, unknown>; closed: boolean }>;

/** The posts that are here, and those that the same file brings or gives up. */
async function postsWith(context: Context, all: Readonly<Record<string, unknown>>) {
  const known = await reportPosts(context);
  for (const [key, post] of Object.entries((all['posts'] ?? {}) as FilePosts)) {
    if (post.closed) known.delete(key);
    else known.set(key, reportPost(post.rights, post.department !== null));
  }
  return known;
}

/** Limits of the house, grades, pauses, quiet hours, words never said. */
export const settings = part({
  key: 'settings',
  shape: settingsShape,
  read: async (context) => (await settingsVersionOf(context)).settings,
  check: async (context, content, all) => whyNotSettings(content, await postsWith(context, all)).map(under('settings')),
  apply: async (context, content, why) => {
    const { version, settings: now } = await settingsVersionOf(context);
    if (!isSame(now, content)) await changeSettings(context, { settings: content, seen: version, why });
  },
});

function eitherOf(known: { has(key: string): boolean }, more: readonly string[]): { has(key: string): boolean } {
  return { has: (key) => known.has(key) || more.includes(key) };
}

const kindsShape = z.record(z.string(), kindShape);

/** Kinds of matter by key. What is open finishes on its own version. */
export const kinds = part({
  key: 'kinds',
  shape: kindsShape,
  read: async (context) =>
    Object.fromEntries((await currentKinds(context)).map(({ key, kind }) => [key, kind])) as z.output<
      typeof kindsShape
    >,
  check: async (context, content, all) => {
    const known = await knownTo(context);
    const pauses = (all['settings'] as Settings | undefined)?.pauses.map((pause) => pause.key);
    const both = {
      departments: eitherOf(known.departments, openIn(all['departments'])),
      pauses: eitherOf(known.pauses, pauses ?? []),
      approvers: eitherOf(known.approvers, openIn(all['posts'])),
    };
    return Object.entries(content).flatMap(([key, kind]) => [
      ...(kind.key === key ? [] : [refusal('kind.other_key', { path: `kinds.${key}.key` })]),
      ...whyNotKind(kind, both).map(under(`kinds.${key}`)),
    ]);
  },
  effect: async (context, content) => {
    let count = 0;
    for (const { key, kind } of await currentKinds(context))
      if (content[key] && !isSame(content[key], kind))
        count += (await standingTickets(context, key)).reduce((sum, { open: tickets }) => sum + tickets, 0);
    return [{ what: 'tickets_stay', count }];
  },
  apply: async (context, content, why) => {
    const now = new Map((await currentKinds(context)).map((one) => [one.key, one]));
    for (const [key, kind] of Object.entries(content)) {
      const known = now.get(key);
      if (!known || !isSame(known.kind, kind)) await changeKind(context, { kind, seen: known?.version ?? 0, why });
    }
  },
  shipped: (pack) => Object.fromEntries(pack.kinds.map((kind) => [kind.key, kind])),
  fit: async (context, content) => {
    const { digit, ...kind } = content as Kind;
    const taken = (await currentKinds(context)).some((one) => one.kind.digit === digit && digit !== undefined);
    return taken || digit === undefined ? kind : { ...kind, digit };
  },
});

/** An administrator's own words for those of the screens. */
export const words = part({
  key: 'words',
  shape: ownWordsShape,
  read: async (context) => (await currentWords(context)).content,
  apply: async (context, content, why) => {
    const { version, content: now } = await currentWords(context);
    if (!isSame(now, content)) await changeWords(context, { words: content, seen: version, why });
  },
});
