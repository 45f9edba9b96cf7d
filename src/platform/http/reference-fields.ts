import type { OpenApi } from './openapi.ts';

export type Field = { name: string; type: string; required: boolean; description: string };

type Schema = Record<string, unknown>;

const DEEPEST = 4;

/** A shape as rows for a reader: nested fields are named by their path (`items[].number`). */
export function fieldsOf(api: OpenApi, schema: Schema): { type: string; fields: Field[] } {
  return { type: typeOf(api, schema), fields: rows(api, schema, '', 0) };
}

function rows(api: OpenApi, schema: Schema, path: string, depth: number): Field[] {
  const { inner, suffix } = unwrap(api, schema);
  const properties = inner['properties'] as Record<string, Schema> | undefined;
  if (!properties || depth > DEEPEST) return [];
  const required = new Set(inner['required'] as string[] | undefined);
  return Object.entries(properties).flatMap(([key, property]) => {
    const name = `${path}${suffix && path ? '' : suffix}${path ? '.' : ''}${key}`;
    const row = {
      name,
      type: typeOf(api, property),
      required: required.has(key),
      description: descriptionOf(api, property),
    };
    return [row, ...rows(api, property, `${name}${unwrap(api, property).suffix}`, depth + 1)];
  });
}

/** Past references, `or null` and lists, to the object whose fields are of interest. */
function unwrap(api: OpenApi, schema: Schema): { inner: Schema; suffix: string } {
  const known = resolve(api, schema);
  if (known['type'] === 'array' && known['items']) {
    const { inner, suffix } = unwrap(api, known['items'] as Schema);
    return { inner, suffix: `[]${suffix}` };
  }
  const choices = (known['anyOf'] as Schema[] | undefined)?.filter((choice) => choice['type'] !== 'null');
  return choices?.length === 1 ? unwrap(api, choices[0]!) : { inner: known, suffix: '' };
}

function resolve(api: OpenApi, schema: Schema): Schema {
  const reference = schema['$ref'];
  if (typeof reference !== 'string') return schema;
  return api.components.schemas[reference.split('/').at(-1)!] ?? {};
}

function descriptionOf(api: OpenApi, schema: Schema): string {
  return String(schema['description'] ?? resolve(api, schema)['description'] ?? '');
}

function typeOf(api: OpenApi, schema: Schema): string {
  const known = resolve(api, schema);
  const choices = (known['anyOf'] ?? known['oneOf']) as Schema[] | undefined;
  if (choices) return choices.map((choice) => typeOf(api, choice)).join(' or ');
  if (Array.isArray(known['enum'])) return known['enum'].map((value) => JSON.stringify(value)).join(' | ');
  if ('const' in known) return JSON.stringify(known['const']);
  if (known['type'] === 'array') return `list of ${typeOf(api, (known['items'] ?? {}) as Schema)}`;
  const format = typeof known['format'] === 'string' ? ` (${known['format']})` : '';
  return `${String(known['type'] ?? 'any')}${format}`;
}
