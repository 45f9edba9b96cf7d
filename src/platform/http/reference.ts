import { z } from 'zod';
import type { OpenApi } from './openapi.ts';
import { describeApi } from './openapi.ts';
import { referencePage } from './reference-page.ts';
import type { HouseRoute, Route } from './route.ts';

const documentOut = z
  .object({
    openapi: z.string().describe('Version of the specification: 3.1.0'),
    paths: z.record(z.string(), z.unknown()).describe('Every operation, by path and method'),
  })
  .meta({ id: 'OpenApi' });
/** The API described for programs, and the same for people. Made when first asked for. */
export function descriptionRoutes(
  routes: readonly Route[],
  house: readonly HouseRoute[],
  version: string,
): HouseRoute[] {
  let description: OpenApi | undefined;
  const own: HouseRoute[] = [
    {
      name: 'readOpenApi',
      path: '/openapi.json',
      admits: 'anyone',
      tag: 'Operation',
      summary: 'This API as OpenAPI 3.1',
      answer: {
        type: 'application/json',
        description: 'An OpenAPI 3.1 document',
        schema: documentOut,
      },
      handle: async () => describe(),
    },
    {
      name: 'readReference',
      path: '/reference',
      admits: 'anyone',
      tag: 'Operation',
      summary: 'This API as a page to read',
      answer: { type: 'text/html', description: 'A page without scripts' },
      handle: async ({ query }, reply) => {
        const { q } = query as { q?: unknown };
        const sought = typeof q === 'string' ? q.slice(0, 100) : '';
        return reply.type('text/html; charset=utf-8').send(referencePage(describe(), sought));
      },
    },
  ];
  const describe = (): OpenApi => (description ??= describeApi(routes, [...house, ...own], version));
  return own;
}
