import { z } from 'zod';
import { createOrganisationInput } from '../../organisation/inputs.ts';
import type { Packs } from '../../pack/registry.ts';
import type { Organisation, Reaction } from '../../platform/context.ts';
import { edgeRoute } from '../../platform/http/edge-route.ts';
import type { Route } from '../../platform/http/route.ts';
import { line, wordsOut } from '../../platform/http/shapes.ts';
import { Invalid, Refused } from '../../kernel/refusal.ts';
import { LANGUAGES } from '../../kernel/words.ts';
import { setUp } from '../commands/set-up.ts';
import type { AuthParts } from '../parts.ts';
import { LONGEST, whyNotPassword } from '../password.ts';
import { hashPassword } from '../password-hash.ts';
import { organisationOut } from '../inputs.ts';
import { zoneOut } from '../../organisation/shapes.ts';

export type SetupParts = Pick<AuthParts, 'database'> & {
  packs(): Promise<Packs>;
  organisations(): Promise<readonly Organisation[]>;
  /** Called when one was made, so that the next request finds it. */
  forgetOrganisations(): void;
  react: Reaction;
};

const setupInput = z.strictObject({
  organisation: z
    .strictObject({
      name: line.describe('Of the company'),
      slug: z
        .string()
        .regex(/^[a-z][a-z0-9-]{1,30}$/)
        .optional()
        .describe('What it is called in addresses (/o/<slug>); made from the name where left out'),
    })
    .describe('The company whose centre this is'),
  centre: line.optional().describe('Name of its first centre; that of the organisation where left out'),
  pack: z.string().max(60).describe('Key of an industry pack, out of GET /setup'),
  language: z.enum(LANGUAGES).describe('In which language the screens speak to the administrator'),
  zone: z.string().max(60).describe('IANA time zone, such as Asia/Shanghai'),
  administrator: z
    .strictObject({
      name: line.describe('As colleagues are told it'),
      username: createOrganisationInput.shape.administrator.shape.username,
      password: z.string().min(1).max(LONGEST).describe('At least 10 characters; as typed'),
    })
    .describe('The first person, who may do everything and adds the others'),
});

/** `Green Hill Estates` becomes `green-hill-estates`; a name without Latin letters becomes `centre`. */
export function slugOf(name: string): string {
  const slug = name
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[-0-9]+/g, '')
    .slice(0, 31)
    .replaceAll(/-+$/g, '');
  return slug.length > 1 ? slug : 'centre';
}

const setupOut = z.object({
  needed: z.boolean().describe('true: there is no organisation yet'),
  packs: z
    .array(z.object({ key: z.string().describe('What is sent to choose it'), name: wordsOut, zone: zoneOut }))
    .describe('Industries to choose from, if needed; else empty'),
});

/** Browsers name zones by older names too (`Asia/Calcutta`): whatever can be reckoned with is one. */
function isZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}

function needed({ organisations, packs }: SetupParts): Route {
  return edgeRoute({
    name: 'setupNeeded',
    method: 'GET',
    path: '/setup',
    before: 'organisation',
    admits: 'anyone',
    tag: 'Setting up',
    summary: 'Whether there is no organisation yet, and what may be chosen for the first',
    answer: setupOut,
    async atEdge() {
      if ((await organisations()).length > 0) return { needed: false, packs: [] };
      const found = [...(await packs()).values()].map(({ key, name, zone }) => ({ key, name, zone }));
      return { needed: true, packs: found };
    },
  });
}

function begin(parts: SetupParts): Route {
  return edgeRoute({
    name: 'setUp',
    method: 'POST',
    path: '/setup',
    before: 'organisation',
    admits: 'anyone',
    tag: 'Setting up',
    summary: 'Make the first organisation and its administrator; refused once there is one',
    body: setupInput,
    answer: z.object({ organisation: organisationOut }),
    status: 201,
    async atEdge({ now }, { body }) {
      if ((await parts.organisations()).length > 0) throw new Refused('setup.done');
      const pack = (await parts.packs()).get(body.pack);
      if (!pack) throw new Invalid('pack.unknown', { path: 'pack' });
      if (!isZone(body.zone)) throw new Invalid('zone.unknown', { path: 'zone' });
      const { password, ...administrator } = body.administrator;
      const why = whyNotPassword(password, administrator);
      if (why) throw new Invalid(why.code, { path: 'administrator.password', ...why.params });
      const hash = await hashPassword(password);
      const { name, slug = slugOf(name) } = body.organisation;
      const { centre = name, zone, language } = body;
      const given = {
        organisation: name,
        centre,
        slug,
        pack,
        zone,
        language,
        administrator: { ...administrator, hash },
      };
      const made = await setUp(parts.database.pool, given, now, parts.react);
      parts.forgetOrganisations();
      return { organisation: { id: made.id, name: made.name, slug: made.slug } };
    },
  });
}

/** The first-run page: everything else waits until there is an organisation. */
export function setupRoutes(parts: SetupParts): Route[] {
  return [needed(parts), begin(parts)];
}
