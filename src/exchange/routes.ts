import type { Route } from '../platform/http/route.ts';
import { importRoutes } from './routes-in.ts';
import { listRoutes } from './routes-lists.ts';

/** Speaking with other systems: lists out, and lists in. */
export const exchangeRoutes: Route[] = [...listRoutes, ...importRoutes];
