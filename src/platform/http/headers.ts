import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

/** Photographs come through the file picker, which needs no permission of ours. */
const NOTHING_OF_THE_DEVICE = 'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()';

/**
 * Strict headers. Scripts only from ourselves; styles may stand inline because Mantine sets them so; nothing may frame
 * us. `blob:` images are photos taken and not yet sent.
 */
export async function guardHeaders(server: FastifyInstance): Promise<void> {
  await server.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        connectSrc: ["'self'"],
        fontSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    // served over plain HTTP on a local network as often as not: the proxy that adds TLS adds this too
    strictTransportSecurity: false,
    frameguard: { action: 'deny' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    referrerPolicy: { policy: 'same-origin' },
  });
  server.addHook('onRequest', async (request, reply) => {
    reply.header('permissions-policy', NOTHING_OF_THE_DEVICE);
    // names and numbers stay in no cache; a file, which never changes, says otherwise for itself
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store');
  });
}
