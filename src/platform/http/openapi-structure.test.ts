import assert from 'node:assert/strict';
import { test } from 'node:test';
import { everyRoute } from '../../wiring.ts';
import { describeApi } from './openapi.ts';

/** As it goes out. */
const { routes, house } = everyRoute();
const api = JSON.parse(JSON.stringify(describeApi(routes, house, '1.2.3'))) as Json;

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Check = (value: Json, path: string) => string[];

/** The document as the OpenAPI Specification 3.1.0 has it, as far as we use it: what is not named here has no place in it. */
const text: Check = (value, path) => (typeof value === 'string' && value.trim() !== '' ? [] : [`${path}: no text`]);
const flag: Check = (value, path) => (typeof value === 'boolean' ? [] : [`${path}: neither true nor false`]);
const amount: Check = (value, path) => (Number.isFinite(value) ? [] : [`${path}: no number`]);
const anything: Check = () => [];
const matching =
  (shape: RegExp): Check =>
  (value, path) =>
    typeof value === 'string' && shape.test(value) ? [] : [`${path}: ${JSON.stringify(value)} is not ${shape}`];
const oneOf =
  (...values: Json[]): Check =>
  (value, path) =>
    values.includes(value) ? [] : [`${path}: ${JSON.stringify(value)}`];
const list =
  (inner: Check): Check =>
  (value, path) =>
    Array.isArray(value) ? value.flatMap((one, at) => inner(one, `${path}/${at}`)) : [`${path}: no list`];

function isObject(value: Json): value is Record<string, Json> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const map =
  (key: RegExp, inner: Check): Check =>
  (value, path) =>
    isObject(value)
      ? Object.entries(value).flatMap(([name, one]) => [
          ...(key.test(name) ? [] : [`${path}: the key ${name}`]),
          ...inner(one, `${path}/${name}`),
        ])
      : [`${path}: no map`];

function object(required: Record<string, Check>, optional: Record<string, Check> = {}): Check {
  return (value, path) => {
    if (!isObject(value)) return [`${path}: no object`];
    const known = { ...required, ...optional };
    return [
      ...Object.keys(required)
        .filter((name) => !(name in value))
        .map((name) => `${path}: without ${name}`),
      ...Object.entries(value).flatMap(
        ([name, one]) => known[name]?.(one, `${path}/${name}`) ?? [`${path}: has ${name}`],
      ),
    ];
  };
}

const referable =
  (inner: Check): Check =>
  (value, path) => {
    if (!isObject(value) || !('$ref' in value)) return inner(value, path);
    const target = String(value['$ref']);
    let at: Json | undefined = api;
    for (const step of target.replace(/^#\//, '').split('/')) at = isObject(at!) ? at[step] : undefined;
    return target.startsWith('#/') && at !== undefined ? [] : [`${path}: ${target} leads nowhere`];
  };

const compiles: Check = (value, path) => {
  try {
    void new RegExp(String(value), 'u');
    return text(value, path);
  } catch (fault) {
    return [`${path}: ${(fault as Error).message}`];
  }
};

const TYPES = ['null', 'boolean', 'object', 'array', 'number', 'string', 'integer'];

/** JSON Schema 2020-12: a schema may stand beside `$ref`, and may be no more than true or false. */
const schema: Check = (value, path) => {
  if (typeof value === 'boolean') return [];
  const inner = object(
    {},
    {
      $ref: (ref, at) => referable(anything)({ $ref: ref }, at),
      type: (type, at) => (Array.isArray(type) ? list(oneOf(...TYPES))(type, at) : oneOf(...TYPES)(type, at)),
      title: text,
      description: text,
      default: anything,
      const: anything,
      enum: (values, at) => (Array.isArray(values) && values.length > 0 ? [] : [`${at}: no choice`]),
      anyOf: list((one, at) => schema(one, at)),
      oneOf: list((one, at) => schema(one, at)),
      allOf: list((one, at) => schema(one, at)),
      not: (one, at) => schema(one, at),
      properties: map(/./, (one, at) => schema(one, at)),
      required: list(text),
      additionalProperties: (one, at) => schema(one, at),
      propertyNames: (one, at) => schema(one, at),
      items: (one, at) => schema(one, at),
      prefixItems: list((one, at) => schema(one, at)),
      minItems: amount,
      maxItems: amount,
      minProperties: amount,
      maxProperties: amount,
      minLength: amount,
      maxLength: amount,
      minimum: amount,
      maximum: amount,
      exclusiveMinimum: amount,
      exclusiveMaximum: amount,
      multipleOf: amount,
      format: text,
      pattern: compiles,
    },
  )(value, path);
  const { properties, required } = isObject(value) ? value : {};
  const missing = (Array.isArray(required) ? required : []).filter(
    (name) => !isObject(properties ?? null) || !(String(name) in (properties as Record<string, Json>)),
  );
  return [...inner, ...missing.map((name) => `${path}: requires ${String(name)}, which it does not describe`)];
};

const content = map(/^[a-z]+\/[a-z0-9.+-]+/, object({ schema }, { example: anything }));
const response = referable(object({ description: text }, { content }));
const security = list(map(/^(session|token)$/, list(text)));
const parameter = object(
  { name: text, in: oneOf('path', 'query', 'header', 'cookie'), required: flag, schema },
  { description: text },
);
const operation = object(
  {
    operationId: matching(/^[a-z][A-Za-z]+$/),
    summary: text,
    description: text,
    tags: list(text),
    security,
    parameters: list(parameter),
    responses: map(/^([1-5]\d\d|[1-5]XX)$/, response),
  },
  { requestBody: object({ required: flag, content }) },
);

test('the description is an OpenAPI 3.1 document, with nothing in it that the specification does not know', () => {
  const document = object({
    openapi: matching(/^3\.1\.\d+$/),
    info: object({ title: text, version: text, description: text }),
    servers: list(object({ url: text, description: text })),
    tags: list(object({ name: text })),
    paths: map(/^\//, map(/^(get|put|post|patch|delete)$/, operation)),
    components: object({
      schemas: map(/^[A-Za-z0-9._-]+$/, schema),
      responses: map(/^[A-Za-z0-9._-]+$/, response),
      securitySchemes: map(
        /^[a-z]+$/,
        object({ type: oneOf('apiKey', 'http'), description: text }, { in: text, name: text, scheme: text }),
      ),
    }),
  });
  assert.deepEqual(document(api, '#'), []);
});

test('a path names each of its parameters once, and none twice in one operation', () => {
  const { paths } = api as { paths: Record<string, Record<string, { parameters: { name: string; in: string }[] }>> };
  for (const [path, methods] of Object.entries(paths))
    for (const [method, { parameters }] of Object.entries(methods)) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      assert.deepEqual(
        parameters.filter((one) => one.in === 'path').map(({ name }) => name),
        named,
        `${method} ${path}`,
      );
      const all = parameters.map((one) => `${one.in} ${one.name}`);
      assert.deepEqual(all, [...new Set(all)], `${method} ${path}`);
    }
});

test('two paths that a request could not tell apart are not both there', () => {
  const shapes = Object.keys((api as { paths: object }).paths).map((path) => path.replaceAll(/\{\w+\}/g, '{}'));
  assert.deepEqual(shapes, [...new Set(shapes)]);
});

type Schema = { [key: string]: Json };

/** What is said of a property: by itself, or by the shape that it refers to. */
function saidOf(one: Schema): string {
  const shapes = (api as { components: { schemas: Record<string, Schema> } }).components.schemas;
  const referred = typeof one['$ref'] === 'string' ? shapes[one['$ref'].split('/').at(-1)!] : undefined;
  const said = one['description'] ?? referred?.['description'];
  return typeof said === 'string' ? said : '';
}

const FILLERS = new Set(['a', 'an', 'the', 'of', 'its', 'is', 'this', 'when', 'for', 'or', 'and', 'to', 'null']);

/** `openedAt`: "When it was opened" says more, "The opened at" does not. */
function repeats(name: string, said: string): boolean {
  const wordsIn = (text: string) =>
    text
      .replaceAll(/([A-Z])/g, ' $1')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [];
  const known = new Set(wordsIn(name));
  return wordsIn(said).every((word) => known.has(word) || FILLERS.has(word));
}

/** Every property anywhere in the document, each with where it stands. */
function* propertiesIn(value: Json, path: string): Generator<[path: string, name: string, schema: Schema]> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, child] of Object.entries(value)) {
    if (key === 'example') continue;
    if (key === 'properties' && isObject(child))
      for (const [name, one] of Object.entries(child)) yield [`${path}/${name}`, name, one as Schema];
    yield* propertiesIn(child as Json, key === 'properties' ? path : `${path}/${key}`);
  }
}

test('every property says what it is, and not only its name again', () => {
  assert.ok(repeats('openedAt', 'The opened at') && repeats('name', 'Name') && repeats('id', ''));
  assert.ok(!repeats('openedAt', 'When it was taken in'));
  const silent = [...propertiesIn(api, '')].filter(([, name, one]) => repeats(name, saidOf(one)));
  assert.deepEqual(
    silent.map(([path]) => path),
    [],
  );
});

test('every example is a body that its operation takes', () => {
  const examples = routes.filter(({ example }) => example !== undefined);
  assert.ok(examples.length > 10);
  for (const { name, body, example } of examples) assert.deepEqual(body!.safeParse(example).error, undefined, name);
});

test('an operation says by status which codes it refuses with, each with its meaning', () => {
  const { paths } = api as { paths: Record<string, Record<string, { responses: Record<string, Schema> }>> };
  const urging = paths['/api/tickets/{id}/urgings']!['post']!.responses;
  assert.match(String(urging['409']?.['description']), /^- `ticket\.ended`: \S/m);
  assert.match(String(urging['404']?.['description']), /`ticket\.unknown`/);
  const wordless = Object.values(paths)
    .flatMap((methods) => Object.values(methods))
    .flatMap(({ responses }) => Object.values(responses))
    .flatMap(({ description = '' }) => String(description).match(/^- `.*`: ?$/gm) ?? []);
  assert.deepEqual(wordless, []);
});
