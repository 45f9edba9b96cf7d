import type { FastifyInstance } from 'fastify';
import type { Sealer } from '../src/auth/sealing.ts';
import type { Id } from '../src/kernel/id.ts';
import { actorOf } from '../src/organisation/queries.ts';
import { createServer } from '../src/platform/http/server.ts';
import { react } from '../src/reactions/reactions.ts';
import { wire } from '../src/wiring.ts';
import type { PersonKey } from './world-seed.ts';
import type { World } from './world.ts';
import { nobodyLooks } from './world.ts';

/** Every route of the product, those of the customer's page with their sessions; who of us asks stands in `x-test-person`. */
export async function wholeServer({
  database,
  clock,
  organisation,
  people,
}: World): Promise<{ server: FastifyInstance; sealer: Sealer }> {
  const organisations = async () => [organisation];
  const common = { database, clock, organisations, announce: () => {} };
  const wired = wire({ ...common, forgetOrganisations: () => {}, largestFile: 1_000_000, live: nobodyLooks });
  const identify = {
    organisations,
    callerOf: async (request: { headers: Record<string, unknown> }) => {
      const who = request.headers['x-test-person'] as PersonKey | undefined;
      return who ? { personId: people[who], via: 'token' as const } : null;
    },
    actorOf: (tx: Parameters<typeof actorOf>[0], person: Id<'person'>) => actorOf(tx, person, clock.now()),
  };
  const server = await createServer({ ...common, ...wired, identify, react, log: undefined, web: undefined });
  return { server, sealer: wired.sealer };
}
