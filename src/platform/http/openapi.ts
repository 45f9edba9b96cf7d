import { z } from 'zod';
import { errorOut } from './errors.ts';
import { ERROR_CONTENT, knownErrors } from './openapi-errors.ts';
import { operationOf, houseOperationOf } from './openapi-operation.ts';
import type { ShapeNames } from './openapi-operation.ts';
import { ABOUT } from './reference-about.ts';
import type { HouseRoute, Route } from './route.ts';

type Schema = Record<string, unknown>;
type Schemas = Record<string, Schema>;

export type OpenApi = {
  openapi: string;
  info: { title: string; version: string; description: string };
  servers: { url: string; description: string }[];
  tags: { name: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema>; responses: Schema; securitySchemes: Schema };
};

export type Operation = {
  operationId: string;
  summary: string;
  description: string;
  tags: string[];
  security: Record<string, never[]>[];
  parameters: Parameter[];
  requestBody?: { required: true; content: Record<string, { schema: Schema; example?: unknown }> };
  responses: Record<string, { description: string; content?: Record<string, { schema: Schema }> } | { $ref: string }>;
};

export type Parameter = { name: string; in: string; required: boolean; description?: string; schema: Schema };

/** The API's description, made from the same shapes that validate what comes in. */
export function describeApi(routes: readonly Route[], house: readonly HouseRoute[], version: string): OpenApi {
  const names = namesOf(routes, house);
  const [input, output] = [writtenOut(names, 'input'), writtenOut(names, 'output')];
  const known = { names, schemas: input, errors: knownErrors() };
  const paths: OpenApi['paths'] = {};
  for (const route of routes) at(paths, route.path)[route.method.toLowerCase()] = operationOf(route, known);
  for (const route of house) at(paths, route.path)['get'] = houseOperationOf(route, known);
  const operations = Object.values(paths).flatMap((methods) => Object.values(methods));
  const schemas: Schemas = {};
  reached([ERRORS, operations.map((operation) => operation.responses)], output, schemas);
  reached(operations, input, schemas);
  return {
    openapi: '3.1.0',
    info: { title: 'Huiyin 回音', version, description: ABOUT },
    servers: [{ url: '/', description: 'This server' }],
    tags: [...new Set([...routes, ...house].map((route) => route.tag))].toSorted().map((name) => ({ name })),
    paths,
    components: { schemas, responses: ERRORS, securitySchemes: SECURITY },
  };
}

function at(paths: OpenApi['paths'], path: string): Record<string, Operation> {
  const key = `/api${path.replace(/:([A-Za-z]+)/g, '{$1}')}`;
  return (paths[key] ??= {});
}

const SECURITY: Schema = {
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: 'hy-{organisation}.session_token',
    description: 'Set by signing in. Writes must also carry the header `X-Huiyin: 1`, which no foreign page can add.',
  },
  token: { type: 'http', scheme: 'bearer', description: 'A personal token; it may be allowed less than its person.' },
};

const ERRORS: Schema = {
  Refused: {
    description:
      'Any other refusal; `code` says which: 404 `route.unknown` · 409 somebody was faster (`stale`) · 415 and the rest `request.unusable`.',
    content: ERROR_CONTENT,
  },
  Fault: {
    description:
      '500 something broke on our side; nothing was changed · 503 the database is out of reach: send it again under the same key.',
    content: ERROR_CONTENT,
  },
};

/** Shared shapes keep the name they were given with `.meta({ id })`; the others are called after their route. */
function namesOf(routes: readonly Route[], house: readonly HouseRoute[]): ShapeNames {
  const names: ShapeNames = new Map();
  const name = (shape: z.ZodType | undefined, id: string): void => {
    if (shape && !names.has(shape)) names.set(shape, z.globalRegistry.get(shape)?.id ?? id);
  };
  name(errorOut, 'Error');
  // zod offers no other way to ask which shapes were named
  // oxlint-disable-next-line no-underscore-dangle
  for (const [id, shape] of z.globalRegistry._idmap) name(shape as z.ZodType, id);
  for (const route of routes) {
    const base = route.name[0]!.toUpperCase() + route.name.slice(1);
    name(route.params, `${base}Path`);
    name(route.query, `${base}Query`);
    name(route.body, `${base}Body`);
    if (!route.sends) name(route.answer, `${base}Answer`);
  }
  for (const route of house) name(route.answer.schema, route.name);
  return names;
}

/** Every named shape written out, as it is on its way in or on its way out. */
function writtenOut(names: ShapeNames, io: 'input' | 'output'): Schemas {
  const registry = z.registry<{ id: string }>();
  for (const [shape, id] of names) registry.add(shape, { id });
  const { schemas } = z.toJSONSchema(registry, {
    io,
    uri: (id) => `#/components/schemas/${id}`,
    metadata: z.globalRegistry,
    unrepresentable: 'any',
    reused: 'inline',
  });
  return Object.fromEntries(
    Object.entries(schemas as Schemas).map(([id, { $schema: _schema, $id: _id, id: _name, ...schema }]) => [
      id,
      schema,
    ]),
  );
}

/** The shapes that something refers to, directly or through another; what goes both ways is described as it goes out. */
function reached(roots: unknown, from: Schemas, into: Schemas): void {
  for (const [, id = ''] of JSON.stringify(roots).matchAll(/"#\/components\/schemas\/([\w.-]+)"/g)) {
    const schema = from[id];
    if (!schema || id in into) continue;
    into[id] = schema;
    reached(schema, from, into);
  }
}
