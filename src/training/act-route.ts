import type { z } from 'zod';
import type { Context } from '../platform/context.ts';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { done, OK } from '../platform/http/shapes.ts';

/** How acts on one session, or on one path, are said: each its name, its command and who is let in. */
export function actsOn<Params extends z.ZodType<{ id: string }>>(things: 'sessions' | 'paths', params: Params) {
  return <Body extends z.ZodType>(
    name: string,
    path: string,
    summary: string,
    body: Body,
    command: (context: Context, id: z.output<Params>['id'], input: z.output<Body>) => Promise<void>,
    // who trains records and evaluates, coach and member sign, whatever post they hold
    admits: 'training.plan' | 'signed-in' = 'training.plan',
  ): Route =>
    route({
      name,
      method: 'POST',
      path: `/training/${things}/:id/${path}`,
      admits,
      token: ['training.plan'],
      tag: 'Training',
      summary,
      params,
      body,
      answer: done,
      handle: async (context, given) => {
        await command(context, (given.params as z.output<Params>).id, given.body as z.output<Body>);
        return OK;
      },
    });
}
