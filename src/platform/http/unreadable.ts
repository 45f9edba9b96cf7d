import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { answerError, type ErrorBody } from './errors.ts';

/** What is answered to something that never became a request, where no hook sets headers. */
const BARE = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
};

/** An address that cannot be read: in the one shape, with the guards of every other answer. */
export function answerUnreadable(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  answerError(error, request, reply.headers(BARE));
}

/** By Node's name for it. */
const WIRE: Record<string, { status: number; code: string }> = {
  HPE_HEADER_OVERFLOW: { status: 431, code: 'request.unusable' },
  ERR_HTTP_REQUEST_TIMEOUT: { status: 408, code: 'request.unusable' },
};

/** What is no HTTP at all, or more of it than a request may begin with. */
export function answerNoRequest(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const { status, code } = WIRE[error.code ?? ''] ?? { status: 400, code: 'request.unusable' };
  const body: ErrorBody = { code, message: STATUS_CODES[status]!, params: {} };
  const text = JSON.stringify(body);
  const headers = { ...BARE, 'content-type': 'application/json; charset=utf-8', 'content-length': String(text.length) };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  const head = [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines, 'connection: close'].join('\r\n');
  if (socket.writable) socket.write(`${head}\r\n\r\n${text}`);
  socket.destroySoon();
}
