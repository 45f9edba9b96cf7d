import type { z } from 'zod';
import type { Operation, Parameter } from './openapi.ts';
import type { KnownErrors } from './openapi-errors.ts';
import { houseRefusalsOf, refusalsOf } from './openapi-errors.ts';
import type { Admission, HouseRoute, Route } from './route.ts';

export type ShapeNames = Map<z.ZodType, string>;

/** What is known beside a route itself: the names of shapes, how they are written out, and what errors there are. */
export type Known = { names: ShapeNames; schemas: Schemas; errors: KnownErrors };

type Schema = Record<string, unknown>;
type Schemas = Record<string, Schema>;

/** What any route may say. */
const OTHERWISE = {
  '4XX': { $ref: '#/components/responses/Refused' },
  '5XX': { $ref: '#/components/responses/Fault' },
};
const SIGNED_IN: Operation['security'] = [{ session: [] }, { token: [] }];

export function operationOf(route: Route, { names, schemas, errors }: Known): Operation {
  const body = bodyOf(route, names);
  return {
    operationId: route.name,
    summary: route.summary,
    description: [...(route.about ? [route.about] : []), admission(route.admits), ...tokens(route)].join(' '),
    tags: [route.tag],
    security: security(route),
    parameters: [
      ...parametersOf('path', route.params, names, schemas),
      ...parametersOf('query', route.query, names, schemas),
      ...(route.method === 'GET' ? [] : WRITE_HEADERS),
    ],
    ...(body ? { requestBody: body } : {}),
    responses: { [route.status ?? 200]: answerOf(route, names), ...refusalsOf(route, errors), ...OTHERWISE },
  };
}

export function houseOperationOf(route: HouseRoute, { names, errors }: Known): Operation {
  const { type, description, schema } = route.answer;
  const status = route.name === 'live' ? '101' : '200';
  return {
    operationId: route.name,
    summary: route.summary,
    description: admission(route.admits),
    tags: [route.tag],
    security: route.admits === 'anyone' ? [] : SIGNED_IN,
    parameters: [],
    responses: {
      [status]: {
        description,
        content: { [type]: { schema: schema ? reference(schema, names) : { type: 'string' } } },
      },
      ...houseRefusalsOf(route, errors),
      ...OTHERWISE,
    },
  };
}

function admission(admits: Admission | HouseRoute['admits']): string {
  if (admits === 'anyone') return 'Anyone may call this.';
  if (admits === 'signed-in') return 'Anyone signed in may call this.';
  if (admits === 'operator') return 'For whoever runs the server.';
  return `Needs the right \`${admits}\` on what it is called on.`;
}

/** What a token needs where a right does not already say it. */
function tokens({ admits, token }: Route): string[] {
  if (admits !== 'signed-in' || token === 'any') return [];
  if (token === undefined) return ['Not with a token.'];
  return [`A token needs ${token.map((right) => `\`${right}\``).join(' or ')}.`];
}

function security({ admits, token }: Route): Operation['security'] {
  if (admits === 'anyone') return [];
  return admits === 'signed-in' && token === undefined ? SIGNED_IN.slice(0, 1) : SIGNED_IN;
}

const WRITE_HEADERS: Parameter[] = [
  {
    name: 'Idempotency-Key',
    in: 'header',
    required: false,
    description: 'One key for one intent: sent again under it, a write happens once.',
    schema: { type: 'string', minLength: 8, maxLength: 200 },
  },
  {
    name: 'X-Huiyin',
    in: 'header',
    required: false,
    description: 'Any value; required with a session cookie, not with a token.',
    schema: { type: 'string' },
  },
];

function reference(shape: z.ZodType, names: ShapeNames): Schema {
  return { $ref: `#/components/schemas/${names.get(shape)!}` };
}

/** Parameters stand one by one, so their object is taken apart again. */
function parametersOf(
  place: 'path' | 'query',
  shape: z.ZodType | undefined,
  names: ShapeNames,
  schemas: Schemas,
): Parameter[] {
  if (!shape) return [];
  const object = schemas[names.get(shape)!]!;
  const required = new Set(object['required'] as string[] | undefined);
  return Object.entries((object['properties'] ?? {}) as Schemas).map(([name, { description, ...schema }]) => ({
    name,
    in: place,
    required: place === 'path' || required.has(name),
    ...(typeof description === 'string' ? { description } : {}),
    schema,
  }));
}

function bodyOf(route: Route, names: ShapeNames): Operation['requestBody'] | null {
  if (route.accepts) {
    const schema = { type: 'string', format: 'binary', description: `At most ${route.accepts.bytes} bytes` };
    return { required: true, content: { 'application/octet-stream': { schema } } };
  }
  if (!route.body) return null;
  const example = route.example === undefined ? {} : { example: route.example };
  return { required: true, content: { 'application/json': { schema: reference(route.body, names), ...example } } };
}

function answerOf(route: Route, names: ShapeNames): Operation['responses'][string] {
  if (route.sends)
    return {
      description: 'The file, under its own type',
      content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
    };
  return { description: 'Done', content: { 'application/json': { schema: reference(route.answer, names) } } };
}
