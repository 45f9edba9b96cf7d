import { z } from 'zod';
import { keptOut } from '../organisation/preferences.ts';
import { RIGHTS } from '../organisation/rights.ts';
import { LANGUAGES } from '../kernel/words.ts';
import { line, moment, momentOut, wordsOut } from '../platform/http/shapes.ts';
import { LONGEST } from './password.ts';

const name = z.string().trim().min(1).max(60).describe('User name; capitals do not matter');
/** As typed; the rules for a new one answer for themselves. */
const password = z.string().min(1).max(LONGEST);

export const signIn = z.strictObject({ username: name, password });

export const passwordByCode = z.strictObject({
  username: name,
  code: z.string().trim().min(1).max(40).describe('The one-time code an administrator gave out'),
  password: password.describe('The new password: at least 10 characters'),
});

export const changePassword = z.strictObject({
  current: password,
  password,
  endTokens: z.boolean().default(false).describe('Personal tokens end as well; else the programs that use them go on'),
});

export const codeMade = z.object({
  code: z.string().describe('Say it to the person; it is never shown again'),
  expiresAt: momentOut,
});

export const newToken = z.strictObject({
  name: line,
  rights: z.array(z.enum(RIGHTS)).max(RIGHTS.length).describe('What it may be used for; not more than its person may'),
  expiresAt: moment,
});

const tokenFacts = {
  id: z.string(),
  name: z.string(),
  rights: z.array(z.string()),
  madeAt: momentOut,
  expiresAt: momentOut,
  lastUsedAt: momentOut.nullable().describe('To ten minutes; null: never'),
};
export const tokenOut = z.object(tokenFacts);
export const tokenMade = z.object({ ...tokenFacts, token: z.string().describe('Keep it; it is never shown again') });

export const sessionOut = z.object({
  id: z.string(),
  current: z.boolean().describe('The one asking'),
  since: momentOut,
  lastSeenAt: momentOut.describe('To the hour'),
  expiresAt: momentOut,
  address: z.string().nullable(),
  agent: z.string().nullable().describe('What the browser says it is'),
});

export const whoAmI = z.object({
  person: z.object({
    id: z.string(),
    name: z.string(),
    username: z.string(),
    language: z.enum(LANGUAGES),
    theme: keptOut.shape.theme,
  }),
  preferences: keptOut.describe('What was chosen by PUT /me/preferences'),
  organisation: z.object({ id: z.string(), name: z.string(), slug: z.string() }),
  centre: z.object({ id: z.string(), name: z.string(), zone: z.string() }).describe('Where the person works'),
  posts: z.array(z.object({ id: z.string(), name: wordsOut, role: z.string() })),
  rights: z.array(z.string()),
  onDuty: z.boolean(),
  now: momentOut,
});
