import type { FastifyRequest } from 'fastify';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { isSame } from '../../kernel/is-same.ts';
import { Forbidden } from '../../kernel/refusal.ts';
import type { HouseRoute } from './route.ts';
import type { ServerParts } from './server.ts';

export type Metrics = {
  observe: NonNullable<ServerParts['observe']>;
  /** A figure asked for whenever the metrics are read. */
  gauge(name: string, help: string, read: () => number | Promise<number>): void;
  route(token: string | null): HouseRoute;
};

/** The figures of this node, in the form Prometheus reads. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'huiyin_request_seconds',
    help: 'How long requests took, by route and how they ended',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  });
  return {
    observe: ({ method, route, status, seconds }) => requests.observe({ method, route, status }, seconds),
    gauge(name, help, read) {
      const figure = new Gauge({
        name,
        help,
        registers: [],
        async collect() {
          this.set(await read());
        },
      });
      registry.registerMetric(figure);
    },
    route: (token) => ({
      name: 'readMetrics',
      path: '/metrics',
      admits: 'operator',
      tag: 'Operation',
      summary: 'Figures of this node for Prometheus; from this machine, or with the metrics token',
      answer: { type: 'text/plain', description: 'Prometheus text format' },
      async handle(request, reply) {
        if (!isLoopback(request.ip) && !hasToken(request, token)) throw new Forbidden('metrics.not_from_here');
        return reply.type(registry.contentType).send(await registry.metrics());
      },
    }),
  };
}

function isLoopback(ip: string): boolean {
  return ip === '::1' || /^(::ffff:)?127\.\d+\.\d+\.\d+$/.test(ip);
}

function hasToken(request: FastifyRequest, token: string | null): boolean {
  const given = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
  return token !== null && given !== undefined && isSame(given, token);
}
