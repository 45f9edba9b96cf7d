import { z } from 'zod';
import { settings } from '../../packs/property/settings.ts';
import { spotChecks } from '../../packs/property/spot-checks.ts';
import type { Route } from '../../src/platform/http/route.ts';
import { THINGS } from './ids.ts';

/** What JSON Schema says, as far as a sample needs it. */
export type Schema = {
  $ref?: string;
  $defs?: Record<string, Schema>;
  type?: string;
  const?: unknown;
  enum?: unknown[];
  default?: unknown;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  minItems?: number;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  exclusiveMinimum?: number;
  format?: string;
  pattern?: string;
  description?: string;
};

export type Ids = Record<string, string[]>;

export function schemaOf(shape: z.ZodType | undefined): Schema {
  if (!shape) return {};
  return z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' }) as Schema;
}

/** What is missing here or named otherwise: a real form, nothing of that id. */
export const NO_ONE = '01999999-9999-7999-8999-999999999999';

const NAMED: Record<string, string> = {
  owner: 'person',
  informed: 'person',
  successor: 'person',
  incident: 'ticket',
  duplicate_of: 'ticket',
  photo: 'file',
  signature: 'file',
  parent: 'place',
  superior_post: 'post',
};

/** What an id is of: as its shape says, as its name says, or in a path as the path says. */
export function thingOf(key: string, schema: Schema, route: Route): string {
  const said = /^Identifier of a (.*) \(UUID\)$/.exec(schema.description ?? '')?.[1]?.replaceAll(' ', '_');
  if (said) return said;
  const name = key.replace(/Ids?$/, '').replaceAll(/[A-Z]/g, (sign) => `_${sign.toLowerCase()}`);
  if (THINGS.includes(name)) return name;
  return NAMED[name] ?? (route.path.startsWith('/tickets') ? 'ticket' : 'person');
}

/** The smallest value that has the right form, with ids of things that are there. */
export function sample(schema: Schema, ids: Ids, route: Route, key = '', root: Schema = schema): unknown {
  const at = (inner: Schema, name = key) => sample(inner, ids, route, name, root);
  if (schema.$ref !== undefined) return at(root.$defs?.[schema.$ref.split('/').at(-1)!] ?? {});
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return at({ ...choices[0]!, ...(schema.description ? { description: schema.description } : {}) });
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map((part) => at(part)));
  if (schema.type === 'object') {
    const required = schema.required ?? [];
    return Object.fromEntries(
      Object.entries(schema.properties ?? {})
        .filter(([name, inner]) => required.includes(name) && inner.default === undefined)
        .map(([name, inner]) => [name, at(inner, name)]),
    );
  }
  if (schema.type === 'array') return Array.from({ length: schema.minItems ?? 0 }, () => at(schema.items ?? {}));
  if (schema.type === 'integer' || schema.type === 'number') return Math.max(schema.minimum ?? 1, 1);
  if (schema.type === 'boolean') return false;
  if (schema.type === 'null') return null;
  return text(schema, ids, route, key);
}

function text(schema: Schema, ids: Ids, route: Route, key: string): string {
  if (schema.format === 'uuid') return ids[thingOf(key, schema, route)]?.[0] ?? NO_ONE;
  if (schema.format === 'date-time') return '2026-09-28T01:00:00.000Z';
  if (schema.format === 'email') return 'somebody@example.com';
  if (schema.format === 'date') return '2026-09-28';
  if (schema.pattern?.startsWith('^([01]')) return '09:30';
  if (/YYYY-MM-DD/.test(schema.description ?? '')) return '2026-09-28';
  if (/YYYY-MM/.test(schema.description ?? '') || key === 'month') return '2026-09';
  if (/\[0-9/.test(schema.pattern ?? '')) return '8001';
  if (schema.pattern?.includes('\\/[A-Za-z')) return 'PJSIP/8001';
  if (key === 'kind') return 'leak';
  if (key === 'zone') return 'Asia/Shanghai';
  if (/phone/i.test(key)) return '0755-88001234';
  if (key === 'text' && /duration/i.test(schema.description ?? '')) return '30 min';
  if (key === 'from' || key === 'until') return '2026-09-28';
  return 'abc'.padEnd(schema.minLength ?? 3, 'x');
}

/** The address of a route, its parameters filled in. */
export function addressOf(route: Route, ids: Ids, over: Record<string, string> = {}): string {
  const params = schemaOf(route.params).properties ?? {};
  return route.path.replaceAll(/:([A-Za-z]+)/g, (_, name: string) => {
    const given = over[name] ?? sample(params[name] ?? {}, ids, route, name);
    return over[name] ?? encodeURIComponent(String(given));
  });
}

export function queryOf(route: Route, ids: Ids, over: Record<string, unknown> = {}): string {
  const given = { ...(route.query ? (sample(schemaOf(route.query), ids, route) as object) : {}), ...over };
  const parts = Object.entries(given).map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`);
  return parts.length > 0 ? `?${parts.join('&')}` : '';
}

const OPEN = [{ from: '09:00', to: '17:00' }];
const RULES = {
  zone: 'Asia/Shanghai',
  weekly: { 1: OPEN, 2: OPEN, 3: OPEN, 4: OPEN, 5: OPEN, 6: [], 7: [] },
  exceptions: [],
};

/** What a form alone does not say: choices that belong together, and texts that are checked by more than their form. */
const SENSE: Record<string, (ids: Ids) => Record<string, unknown>> = {
  'POST /calls/:id/transfers': () => ({ toNumber: '8001' }),
  'POST /tickets/:id/explanations': () => ({ accepted: true }),
  'POST /notices': (ids) => ({ departmentId: ids['department']![0] }),
  'POST /notices/:id/verify': () => ({ accepted: true }),
  'POST /calendars': () => ({ rules: RULES }),
  'PUT /calendars/:id': () => ({ rules: RULES }),
  'POST /calendars/:id/preview': () => ({ rules: RULES }),
  'POST /settings/preview': () => ({ settings }),
  'PUT /settings': () => ({ settings }),
  'PUT /charging': () => ({ charging: settings.charging }),
  'PUT /staff/rules': () => ({ assessments: settings.assessments, personnel: settings.personnel }),
  'POST /spot-check-plans/:key/preview': () => ({ plan: spotChecks[0] }),
  'PUT /spot-check-plans/:key': () => ({ plan: spotChecks[0] }),
};

export function bodyOf(route: Route, ids: Ids): unknown {
  if (!route.body) return undefined;
  const made = sample(schemaOf(route.body), ids, route);
  return typeof made === 'object' ? { ...made, ...SENSE[`${route.method} ${route.path}`]?.(ids) } : made;
}

/** Where in a schema texts (or ids) may stand: paths of keys, `0` for the first of a list. */
export function leaves(
  schema: Schema,
  root: Schema = schema,
  path: string[] = [],
): { path: string[]; schema: Schema }[] {
  if (path.length > 4) return [];
  if (schema.$ref !== undefined) return leaves(root.$defs?.[schema.$ref.split('/').at(-1)!] ?? {}, root, path);
  const parts = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])];
  if (parts.length > 0) return parts.flatMap((part) => leaves(part, root, path));
  if (schema.properties)
    return Object.entries(schema.properties).flatMap(([key, inner]) => leaves(inner, root, [...path, key]));
  if (schema.type === 'array') return leaves(schema.items ?? {}, root, [...path, '0']);
  return path.length === 0 ? [] : [{ path, schema }];
}

/** A copy with one value put in its place, whatever stood on the way. */
export function put(value: unknown, path: string[], leaf: unknown): unknown {
  if (path.length === 0) return leaf;
  const [key, ...rest] = path as [string, ...string[]];
  if (key === '0') return [put(Array.isArray(value) ? value[0] : undefined, rest, leaf)];
  const before = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  return { ...before, [key]: put(before[key], rest, leaf) };
}
