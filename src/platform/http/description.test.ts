import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { everyRoute } from '../../wiring.ts';
import { RIGHTS } from '../../organisation/rights.ts';
import { describeApi, type Operation } from './openapi.ts';
import { referencePage } from './reference-page.ts';
import { rightsTable } from './rights-table.ts';

const { routes, house } = everyRoute();
const api = describeApi(routes, house, '0');
const operations = Object.entries(api.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]): [string, Operation] => [`${method} ${path}`, operation]),
);

test('every route says who may call it, and is called by one name', () => {
  assert.ok(routes.length + house.length >= 8);
  for (const { name, admits } of routes)
    assert.ok(['signed-in', 'anyone', ...RIGHTS].includes(admits), `${name} admits ${String(admits)}`);
  for (const { name, admits } of house) assert.ok(['signed-in', 'anyone', 'operator'].includes(admits), name);
  const names = [...routes, ...house].map(({ name }) => name);
  assert.deepEqual(names, [...new Set(names)]);
  assert.equal(operations.length, names.length, 'no two routes share method and path');
});

test('the rights table in the documentation is the one that the routes make', () => {
  const written = readFileSync(new URL('../../../docs/rights.md', import.meta.url), 'utf8');
  assert.equal(written, rightsTable(routes, house), 'run npm run rights');
});

test('every operation has a name, a summary, a tag, its answer and its errors', () => {
  for (const [name, operation] of operations) {
    assert.match(operation.operationId, /^[a-z][A-Za-z]+$/, name);
    assert.ok(operation.summary.length > 5, `${name} has no summary`);
    assert.equal(operation.tags.length, 1, name);
    assert.ok(
      api.tags.some((tag) => tag.name === operation.tags[0]),
      name,
    );
    const statuses = Object.keys(operation.responses);
    assert.ok(
      statuses.some((status) => /^[123]\d\d$/.test(status)),
      `${name} answers nothing`,
    );
    assert.ok(statuses.includes('4XX') && statuses.includes('5XX'), `${name} never fails`);
    const placed = [...name.matchAll(/\{(\w+)\}/g)].map((found) => found[1]);
    const described = operation.parameters.filter((one) => one.in === 'path').map((one) => one.name);
    assert.deepEqual(described, placed, `${name}: parameters of the path`);
  }
});

/** An object that says nothing about itself: no type, no choice, no reference. */
function isEmpty(schema: Record<string, unknown>): boolean {
  return !['type', '$ref', 'anyOf', 'oneOf', 'allOf', 'const', 'enum', 'not'].some((word) => word in schema);
}

function* emptyIn(value: unknown, path: string): Generator<string> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, child] of Object.entries(value)) {
    const here = `${path}/${key}`;
    if (key === 'properties')
      for (const [name, property] of Object.entries(child as Record<string, Record<string, unknown>>))
        if (isEmpty(property)) yield `${here}/${name}`;
    if ((key === 'items' || key === 'schema') && isEmpty(child as Record<string, unknown>)) yield here;
    yield* emptyIn(child, here);
  }
}

test('no property and no shape of the description is empty', () => {
  const shapes = Object.entries(api.components.schemas).filter(([, schema]) => isEmpty(schema));
  assert.deepEqual(
    shapes.map(([name]) => name),
    [],
  );
  assert.deepEqual([...emptyIn(api, '')], []);
});

test('every reference leads somewhere, every shape is used, and a shape without a description of its use is named', () => {
  const text = JSON.stringify(api);
  const named = new Set(
    [...text.matchAll(/"#\/components\/(\w+)\/([\w.-]+)"/g)].map((found) => `${found[1]}/${found[2]}`),
  );
  for (const name of named) {
    const [kind, id] = name.split('/') as ['schemas' | 'responses', string];
    assert.ok(id in api.components[kind], name);
  }
  const unused = Object.keys(api.components.schemas).filter((id) => !named.has(`schemas/${id}`));
  assert.deepEqual(unused, []);
});

test('how to sign in is described', () => {
  assert.deepEqual(Object.keys(api.components.securitySchemes), ['session', 'token']);
  for (const [name, { security }] of operations)
    for (const scheme of security.flatMap((one) => Object.keys(one)))
      assert.ok(scheme in api.components.securitySchemes, name);
});

test('the page to read shows every route and runs nothing', () => {
  const page = referencePage(api);
  for (const [name, { operationId }] of operations) assert.ok(page.includes(`<article id="${operationId}" `), name);
  assert.doesNotMatch(page, /<script|javascript:|\son\w+=|(?:src|href|action)="?https?:|url\(/i);
});

test('the page shows only what is sought, and says how to call the API whatever is sought', () => {
  const page = referencePage(api, 'URGE ticket.ended');
  const shown = [...page.matchAll(/<article id="([a-z]\w+)"/g)]
    .map(([, name]) => name)
    .filter((name) => !name!.startsWith('shape'));
  assert.deepEqual(shown, ['urgeTicket']);
  assert.match(page, /id="signing-in"/);
  assert.doesNotMatch(referencePage(api, '"><b>'), /"><b>"/);
});

test('every link within the page leads somewhere', () => {
  const page = referencePage(api);
  const ids = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
  const dead = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id!).filter((id) => !ids.has(id));
  assert.deepEqual([...new Set(dead)], []);
});

test('every parameter says what it is', () => {
  const silent = operations.flatMap(([name, { parameters }]) =>
    parameters.filter(({ description }) => !description).map((one) => `${name} ${one.name}`),
  );
  assert.deepEqual(silent, []);
});
