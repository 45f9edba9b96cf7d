import { z } from 'zod';
import { NotFound } from '../kernel/refusal.ts';
import { changesShown } from '../pack/definitions-view.ts';
import { effectOfChange } from '../pack/effect-of-change.ts';
import type { Context } from '../platform/context.ts';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { versionOut } from '../platform/http/shapes.ts';
import { changeWords } from './commands/change-words.ts';
import { listNames, namesOut } from './names.ts';
import { currentWords } from './own-words.ts';
import type { OwnWords } from './own-words-shape.ts';
import { ownWordsShape } from './own-words-shape.ts';
import { changeWordsInput, wordsEffectOut, wordsOut } from './words-shapes.ts';

const tag = 'Words';

async function readWords(context: Context): Promise<z.input<typeof wordsOut>> {
  const { version, content } = await currentWords(context);
  const versions = await context.tx
    .selectFrom('words_version as v')
    .leftJoin('person', 'person.id', 'v.by_id')
    .select(['v.version', 'v.at', 'person.name as by', 'v.why'])
    .orderBy('v.version', 'desc')
    .limit(100)
    .execute();
  return { version, words: content, versions };
}

async function wordsOfVersion(context: Context, version: number): Promise<OwnWords> {
  const row = await context.tx
    .selectFrom('words_version')
    .select('content')
    .where('version', '=', version)
    .executeTakeFirst();
  if (!row) throw new NotFound('words.unknown', { version });
  return row.content as OwnWords;
}

/** An administrator's own words for those of the screens. */
export const wordsRoutes: Route[] = [
  route({
    name: 'readWords',
    method: 'GET',
    path: '/words',
    admits: 'limit.edit',
    tag,
    summary: 'Words that stand in the place of the screens’ own, with their versions',
    answer: wordsOut,
    handle: (context) => readWords(context),
  }),
  route({
    name: 'listNames',
    method: 'GET',
    path: '/words/names',
    admits: 'limit.edit',
    tag,
    summary: 'Names of kinds, stages, posts and the like, which are changed where the thing itself is changed',
    answer: namesOut,
    handle: (context) => listNames(context),
  }),
  route({
    name: 'readWordsVersion',
    method: 'GET',
    path: '/words/versions/:version',
    admits: 'limit.edit',
    tag,
    summary: 'The words as an earlier version had them, to look at or to put back',
    params: z.object({ version: z.coerce.number().int().min(1).describe('1, 2, ...') }),
    answer: z.object({ words: ownWordsShape }),
    handle: async (context, { params }) => ({ words: await wordsOfVersion(context, params.version) }),
  }),
  route({
    name: 'previewWords',
    method: 'POST',
    path: '/words/preview',
    admits: 'limit.edit',
    tag,
    summary: 'Which words others would change; changes nothing',
    body: changeWordsInput.pick({ words: true }),
    answer: wordsEffectOut,
    handle: async (context, { body }) => {
      const { content } = await currentWords(context);
      return { changes: changesShown(effectOfChange(content, body.words)) };
    },
  }),
  route({
    name: 'changeWords',
    method: 'PUT',
    path: '/words',
    admits: 'limit.edit',
    tag,
    summary: 'A new version of the words, with the reason; every screen speaks them from then on',
    body: changeWordsInput,
    example: { words: { en: { 'frame.tickets': 'Cases' } }, seen: 0, why: 'We call them cases' },
    answer: z.object({ version: versionOut }),
    handle: async (context, { body }) => ({ version: await changeWords(context, body) }),
  }),
];
