import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

const FOR_EVER = 'public, max-age=31536000, immutable';

/** The customer's page is a page of its own; all other addresses are the house's. */
const ofCustomer = /^\/c(\/|\?|$)/;

/** The built screens, and their page at every address that is no file and no call: the address is the page's own business. */
export async function serveScreens(server: FastifyInstance, web: string | undefined): Promise<void> {
  if (web) {
    await server.register(fastifyStatic, {
      root: web,
      // its own route reads all names of a folder at each request, to compare how they are spelled
      serve: false,
      dotfiles: 'ignore',
      preCompressed: true,
      cacheControl: false,
      // what stands in assets is named after its content; the page itself is asked for anew each time
      setHeaders: (response, path) => {
        response.header('cache-control', path.includes('/assets/') ? FOR_EVER : 'no-cache');
        // pages elsewhere carry the chat
        if (/[\\/]chat\.js(\.\w+)?$/.test(path)) response.header('cross-origin-resource-policy', 'cross-origin');
      },
    });
    server.get('/*', (request, reply) => {
      // sent when it is read: a reply that is given back is listened to once more
      reply.sendFile(request.url.split('?')[0]!);
    });
  }
  server.setNotFoundHandler((request, reply) => {
    const asksForScreen = web && request.method === 'GET' && !/^\/(api|assets)\//.test(request.url);
    if (asksForScreen) return reply.sendFile(ofCustomer.test(request.url) ? 'customer.html' : 'index.html');
    return reply.status(404).send({ code: 'route.unknown', message: 'There is nothing at this address.', params: {} });
  });
}
