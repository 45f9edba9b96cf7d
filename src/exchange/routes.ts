import type { Route } from '../platform/http/route.ts';
import { listRoutes } from './routes-lists.ts';

/** Speaking with other systems: lists out. */
export const exchangeRoutes: Route[] = [...listRoutes];
