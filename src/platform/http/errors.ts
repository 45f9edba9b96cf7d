import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { isPassing } from '../passing-fault.ts';
import { Forbidden, Invalid, NotFound, NotSignedIn, Refused, Stale, TooMany } from '../../kernel/refusal.ts';

export const errorOut = z
  .object({
    code: z.string().describe('Stable; screens translate it'),
    message: z.string().describe('For developers, in English'),
    params: z.record(z.string(), z.unknown()).describe('What the code speaks of'),
    fields: z.record(z.string(), z.string()).optional().describe('Per field of what was sent: what is wrong with it'),
  })
  .meta({ id: 'Error' });

export type ErrorBody = z.infer<typeof errorOut>;

const STATUS = [
  [Refused, 409],
  [Stale, 409],
  [Invalid, 422],
  [NotFound, 404],
  [Forbidden, 403],
  [NotSignedIn, 401],
  [TooMany, 429],
] as const;

/** PostgreSQL's words for "your input does not fit", by SQLSTATE: the caller's fault, never ours. */
const UNFIT: Record<string, { status: number; code: string }> = {
  '23505': { status: 409, code: 'already_there' },
  '23503': { status: 422, code: 'refers_to_nothing' },
  '23514': { status: 422, code: 'against_a_rule' },
  '23P01': { status: 409, code: 'appointment.clash' },
  '22P05': { status: 422, code: 'text.unstorable' },
  // half a character inside of JSON
  '22P02': { status: 422, code: 'text.unstorable' },
  '22021': { status: 422, code: 'text.unstorable' },
  '22003': { status: 422, code: 'number.out_of_range' },
  // a date that no calendar has, out of a text that only looks like one
  '22007': { status: 422, code: 'number.out_of_range' },
  '22008': { status: 422, code: 'number.out_of_range' },
  '40001': { status: 409, code: 'stale' },
  '40P01': { status: 409, code: 'stale' },
  '55P03': { status: 409, code: 'stale' },
};

function fromFailure(error: unknown): { status: number; body: ErrorBody } | null {
  for (const [type, status] of STATUS) {
    if (error instanceof type)
      return { status, body: { code: error.code, message: error.message, params: error.params } };
  }
  const state = (error as { code?: unknown }).code;
  const unfit = typeof state === 'string' ? UNFIT[state] : undefined;
  return unfit ? { status: unfit.status, body: { code: unfit.code, message: unfit.code, params: {} } } : null;
}

function fromValidation(error: FastifyError): ErrorBody | null {
  if (!hasZodFastifySchemaValidationErrors(error)) return null;
  const fields: Record<string, string> = {};
  for (const issue of error.validation) {
    const path = issue.instancePath.split('/').filter(Boolean).join('.');
    fields[path || '.'] ??=
      issue.params?.issue && typeof issue.params.issue === 'object' && 'code' in issue.params.issue
        ? String(issue.params.issue.code)
        : issue.keyword;
  }
  return {
    code: 'input.malformed',
    message: 'Some of what was sent does not have the right form.',
    params: {},
    fields,
  };
}

const MEGABYTE = 1024 * 1024;

/** What the server itself would not take; how much it takes depends on the route. */
function unusable(error: FastifyError, request: FastifyRequest): ErrorBody {
  if (error.code !== 'FST_ERR_CTP_BODY_TOO_LARGE')
    return { code: 'request.unusable', message: error.message, params: {} };
  const megabytes = (request.routeOptions.bodyLimit ?? MEGABYTE) / MEGABYTE;
  return { code: 'body.too_large', message: `At most ${megabytes} MB.`, params: { megabytes } };
}

/** PostgreSQL's disk_full. */
const isFull = (error: unknown): boolean => error instanceof pg.DatabaseError && error.code === '53100';

/** Turns whatever was thrown into the one error shape. A fault is logged under an id and never shown raw. */
export function answerError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  const malformed = fromValidation(error);
  if (malformed) return void reply.status(422).send(malformed);
  if (error instanceof TooMany) void reply.header('retry-after', error.params['retryAfter']);
  const known = fromFailure(error);
  if (known) return void reply.status(known.status).send(known.body);
  const status = error.statusCode ?? 500;
  if (status < 500) return void reply.status(status).send(unusable(error, request));
  const fault = randomUUID();
  request.log.error({ fault, err: { type: error.name, message: error.message, stack: error.stack } }, 'fault');
  // not to be sent again and again: somebody has to make room
  if (isFull(error))
    return void reply.status(507).send({
      code: 'database.full',
      message: 'No room is left on the disk of the database; nothing was changed.',
      params: { fault },
    });
  // it may have gone between a commit and its answer: whether anything was changed, only the same key sent again can tell
  if (isPassing(error))
    return void reply.status(503).header('retry-after', 1).send({
      code: 'database.away',
      message: 'The database is out of reach just now. Send it again.',
      params: { fault },
    });
  reply
    .status(500)
    .send({ code: 'fault', message: 'Something broke on our side; nothing was changed.', params: { fault } });
}
