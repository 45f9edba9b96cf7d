import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** What a visitor of a page elsewhere shows instead of a cookie. */
export const CHAT_SECRET = 'x-huiyin-chat';

/** Any page may read the answer: no cookie goes with what it asks. */
export const READABLE_ELSEWHERE = {
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
} as const;

const PREFLIGHT = {
  ...READABLE_ELSEWHERE,
  'access-control-allow-methods': 'GET, POST',
  'access-control-allow-headers': `content-type, ${CHAT_SECRET}`,
  'access-control-max-age': '7200',
} as const;

async function openElsewhere(_request: FastifyRequest, reply: FastifyReply): Promise<void> {
  reply.headers(READABLE_ELSEWHERE);
}

export function hooksOf({ elsewhere }: { elsewhere?: true }) {
  return elsewhere ? { onRequest: openElsewhere } : {};
}

/** Browsers ask first whether a page elsewhere may send what it wants to. */
export function answerPreflights(server: FastifyInstance, routes: readonly { path: string; elsewhere?: true }[]): void {
  for (const path of new Set(routes.filter(({ elsewhere }) => elsewhere).map((route) => route.path)))
    server.options(`/api${path}`, (_request, reply) => reply.status(204).headers(PREFLIGHT).send());
}
