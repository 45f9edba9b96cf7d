import type { z } from 'zod';
import type { Edge } from './edge.ts';
import type { Given, Route } from './route.ts';

/**
 * Declares a route that one transaction does not fit: it sets cookies, counts what failed, computes a slow digest,
 * answers with a secret that must not be kept for a repeated request, or (`before`) comes before there is any
 * organisation. It opens its transactions itself, through the edge it is given. For the rights table and the OpenAPI
 * document it is a route like every other.
 */
export function edgeRoute<
  Answer extends z.ZodType,
  Params extends z.ZodType = z.ZodUndefined,
  Query extends z.ZodType = z.ZodUndefined,
  Body extends z.ZodType = z.ZodUndefined,
>(
  declared: Omit<Route, 'handle' | 'atEdge' | 'example' | 'params' | 'query' | 'body' | 'answer'> & {
    params?: Params;
    query?: Query;
    body?: Body;
    example?: z.input<Body>;
    answer: Answer;
    atEdge(
      edge: Edge,
      given: Given<{ params: Params; query: Query; body: Body; answer: Answer }>,
    ): Promise<z.input<Answer>>;
  },
): Route {
  const handle = () => Promise.reject(new Error(`${declared.name} answers at the edge`));
  return { ...declared, handle } as unknown as Route;
}
