import type { Route } from '../platform/http/route.ts';
import type { AuthParts } from './parts.ts';
import { accessRoutes } from './routes/access.ts';
import { ownRoutes } from './routes/own.ts';
import { passwordRoutes } from './routes/password.ts';
import { ownFactorRoutes } from './routes/own-factor.ts';
import { providerRoutes } from './routes/providers.ts';
import { secondFactorRoutes } from './routes/second-factor.ts';
import { securityRoutes } from './routes/security.ts';
import { signInRoutes } from './routes/sign-in.ts';
import { signOnRoutes } from './routes/sign-on.ts';

/** Every way in and out, and what a person may see and change of his own access. */
export function authRoutes(parts: AuthParts): Route[] {
  return [
    ...signInRoutes(parts),
    ...passwordRoutes(parts),
    ...secondFactorRoutes(parts),
    ...ownFactorRoutes(parts),
    ...signOnRoutes(parts),
    ...providerRoutes(parts),
    ...securityRoutes,
    ...accessRoutes,
    ...ownRoutes,
  ];
}
