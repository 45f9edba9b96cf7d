import { createServer } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { CannotStart } from '../cannot-start.ts';

/** Begins to listen; answers with the address to open in a browser. */
export async function listenOn(server: FastifyInstance, host: string, port: number): Promise<string> {
  try {
    await server.listen({ host, port });
  } catch (fault) {
    throw portInWords(fault, host, port);
  }
  const bound = server.server.address();
  const shown = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${shown}:${typeof bound === 'object' && bound ? bound.port : port}`;
}

/** Refuses a port that cannot be had before anything long is begun. */
export async function refuseUsedPort(host: string, port: number): Promise<void> {
  if (port === 0) return;
  await new Promise<void>((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (fault) => reject(portInWords(fault, host, port)));
    probe.listen({ host, port }, () => probe.close(() => resolve()));
  });
}

function portInWords(fault: unknown, host: string, port: number): unknown {
  const code = (fault as NodeJS.ErrnoException).code;
  if (code === 'EADDRINUSE')
    return new CannotStart(
      'start.port_in_use',
      `Port ${port} is in use by another program. Stop that one, or choose another: PORT=${port + 1} npm start`,
    );
  if (code === 'EACCES')
    return new CannotStart(
      'start.port_forbidden',
      `Port ${port} may not be used by this account. Choose one above 1023.`,
    );
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return new CannotStart('start.no_such_host', `This machine has no address ${host}. Correct HOST.`);
  return fault;
}
