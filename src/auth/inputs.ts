import { ownWordsShape } from '../administration/own-words-shape.ts';
import { z } from 'zod';
import { keptOut } from '../organisation/preferences.ts';
import { RIGHTS } from '../organisation/rights.ts';
import { allOf, idOut, line, moment, momentOut, wordsOut } from '../platform/http/shapes.ts';
import { LONGEST } from './password.ts';
import { languageOut } from '../organisation/people-view.ts';
import { onDutyOut, personOut, roleOut, zoneOut } from '../organisation/shapes.ts';

const name = z.string().trim().min(1).max(60).describe('User name; capitals do not matter');
/** As typed; the rules for a new one answer for themselves. */
export const typedPassword = z.string().min(1).max(LONGEST).describe('As typed');

export const signIn = z.strictObject({ username: name, password: typedPassword });

export const passwordByCode = z.strictObject({
  username: name,
  code: z.string().trim().min(1).max(40).describe('The one-time code an administrator gave out'),
  password: typedPassword.describe('The new password: at least 10 characters'),
});

export const changePassword = z.strictObject({
  current: typedPassword.describe('The one in use'),
  password: typedPassword.describe('The new password: at least 10 characters'),
  endTokens: z.boolean().default(false).describe('Personal tokens end as well; else the programs that use them go on'),
});

export const codeMade = z.object({
  code: z.string().describe('Say it to the person; it is never shown again'),
  expiresAt: momentOut.describe('From then on it is refused'),
});

export const newToken = z.strictObject({
  name: line.describe('What you call it: which program, for what'),
  rights: z.array(z.enum(RIGHTS)).max(RIGHTS.length).describe('What it may be used for; not more than its person may'),
  expiresAt: moment
    .optional()
    .describe('From then on it is refused; left out: after a year, or as long as the house allows'),
});

const tokenFacts = {
  id: idOut('token'),
  name: z.string().describe('What its person calls it'),
  rights: z.array(z.string()).describe('What it may be used for, of what its person may'),
  madeAt: momentOut,
  expiresAt: momentOut.describe('From then on it is refused'),
  lastUsedAt: momentOut.nullable().describe('To ten minutes; null: never'),
};

export const tokenOut = z.object(tokenFacts);
export const myTokensOut = allOf(tokenOut).extend({
  longestDays: z.number().describe('So long a new one lives at most'),
});
export const tokenMade = z.object({ ...tokenFacts, token: z.string().describe('Keep it; it is never shown again') });

export const sessionOut = z.object({
  id: idOut('session'),
  current: z.boolean().describe('The one asking'),
  since: momentOut.describe('When it was signed in'),
  lastSeenAt: momentOut.describe('To the hour'),
  expiresAt: momentOut.describe('When it ends, if it is not used'),
  address: z.string().nullable().describe('IP address it was begun from; null: not known'),
  agent: z.string().nullable().describe('What the browser says it is'),
});

export const organisationOut = z
  .object({
    id: idOut('organisation'),
    name: z.string().describe('Of the company'),
    slug: z.string().describe('What it is called in addresses: /o/<slug>'),
  })
  .describe('The company whose centre this is');

export const whoAmI = z.object({
  person: personOut
    .extend({
      username: z.string().describe('What is signed in with'),
      language: languageOut,
      theme: keptOut.shape.theme,
    })
    .describe('Who is signed in, or whose token it is'),
  preferences: keptOut.describe('What was chosen by PUT /me/preferences'),
  organisation: organisationOut,
  centre: z
    .object({ id: idOut('centre'), name: z.string().describe('As customers are told it'), zone: zoneOut })
    .describe('Where the person works'),
  posts: z
    .array(z.object({ id: idOut('post'), name: wordsOut, role: roleOut }))
    .describe('Posts the person acts in: held, or stood in for now'),
  rights: z.array(z.string()).describe('What may be called at all, by post, or what the token was given of that'),
  onDuty: onDutyOut,
  words: ownWordsShape.nullable().describe('Words in the place of the screens’ own; null: there are none'),
  now: momentOut.describe('The clock of the server, by which everything is counted'),
});
