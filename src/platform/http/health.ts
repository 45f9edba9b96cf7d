import { z } from 'zod';
import type { HouseRoute } from './route.ts';

/** Whether one thing this node needs is as it must be. */
export type Check = () => boolean | Promise<boolean>;

const PATIENCE = 2_000;

const healthOut = z.object({ ok: z.literal(true).describe('It answers, so it lives') }).meta({ id: 'Health' });
const readyOut = z
  .object({
    ok: z.boolean().describe('true: requests may be sent here'),
    checks: z.record(z.string(), z.boolean()).describe('By name: whether it is as it must be'),
  })
  .meta({ id: 'Readiness' });

/** Two questions of whoever watches this node: is the process alive, and may requests be sent to it. */
export function healthRoutes(checks: Record<string, Check>): HouseRoute[] {
  return [
    {
      name: 'readHealth',
      path: '/health',
      admits: 'anyone',
      tag: 'Operation',
      summary: 'Whether this node is alive',
      answer: { type: 'application/json', description: 'It is.', schema: healthOut },
      handle: async () => ({ ok: true }),
    },
    {
      name: 'readReadiness',
      path: '/ready',
      admits: 'anyone',
      tag: 'Operation',
      summary: 'Whether this node can do its work: database reached, migrated, clock running (503 where not)',
      answer: { type: 'application/json', description: 'What was checked, and how it stands', schema: readyOut },
      async handle(_request, reply) {
        const names = Object.keys(checks);
        const answers = await Promise.all(names.map((name) => holds(checks[name]!)));
        const ok = answers.every(Boolean);
        return reply
          .status(ok ? 200 : 503)
          .send({ ok, checks: Object.fromEntries(names.map((name, index) => [name, answers[index]!])) });
      },
    },
  ];
}

/** A check that fails or hangs does not hold. */
async function holds(check: Check): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), PATIENCE);
  });
  try {
    return await Promise.race([Promise.resolve().then(check), late]);
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}
