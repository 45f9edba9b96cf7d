import type { OpenApi } from './openapi.ts';

/** A row of a table: the type says `{Clock}` where it speaks of a shape that is described by itself. */
export type Field = { name: string; type: string; required: boolean; description: string };

type Schema = Record<string, unknown>;

/** A shape as rows for a reader: nested fields are named by their path (`items[].number`); shapes with a name stand by themselves. */
export function fieldsOf(api: OpenApi, schema: Schema): Field[] {
  return rows(api, resolve(api, schema), '');
}

function rows(api: OpenApi, schema: Schema, path: string): Field[] {
  return choicesOf(schema).flatMap(({ inner, suffix }) => {
    const properties = (inner['properties'] ?? {}) as Record<string, Schema>;
    const required = new Set(inner['required'] as string[] | undefined);
    return Object.entries(properties).flatMap(([key, property]) => {
      const name = `${path}${suffix}${path || suffix ? '.' : ''}${key}`;
      const row = {
        name,
        type: typeOf(property),
        required: required.has(key),
        description: descriptionOf(api, property),
      };
      return [row, ...rows(api, property, name)];
    });
  });
}

/** The objects whose fields are of interest: past lists, and each of several possible ones. */
function choicesOf(schema: Schema): { inner: Schema; suffix: string }[] {
  const inside = (inner: unknown, suffix: string) =>
    choicesOf(inner as Schema).map((one) => ({ inner: one.inner, suffix: `${suffix}${one.suffix}` }));
  if (schema['items']) return inside(schema['items'], '[]');
  if (typeof schema['additionalProperties'] === 'object') return inside(schema['additionalProperties'], '.*');
  const choices = (schema['anyOf'] ?? schema['oneOf']) as Schema[] | undefined;
  return choices ? choices.flatMap(choicesOf) : [{ inner: schema, suffix: '' }];
}

function resolve(api: OpenApi, schema: Schema): Schema {
  const name = nameOf(schema);
  return name === null ? schema : (api.components.schemas[name] ?? {});
}

/** Which named shape this refers to; null where it is written out. */
export function nameOf(schema: Schema): string | null {
  const reference = schema['$ref'];
  return typeof reference === 'string' ? reference.split('/').at(-1)! : null;
}

function descriptionOf(api: OpenApi, schema: Schema): string {
  return String(schema['description'] ?? resolve(api, schema)['description'] ?? '');
}

export function typeOf(schema: Schema): string {
  const name = nameOf(schema);
  if (name !== null) return `{${name}}`;
  const choices = (schema['anyOf'] ?? schema['oneOf']) as Schema[] | undefined;
  if (choices) return [...new Set(choices.map(typeOf))].join(' or ');
  if (Array.isArray(schema['enum'])) return schema['enum'].map((value) => JSON.stringify(value)).join(' | ');
  if ('const' in schema) return JSON.stringify(schema['const']);
  if (schema['type'] === 'array') return `list of ${typeOf((schema['items'] ?? {}) as Schema)}`;
  const values = schema['additionalProperties'];
  if (typeof values === 'object' && Object.keys(values ?? {}).length > 0) return `map to ${typeOf(values as Schema)}`;
  const types = [schema['type'] ?? 'any'].flat().join(' or ');
  return [types, ...limitsOf(schema)].join(', ');
}

/** What else holds for it, as far as a reader has to know before sending it. */
function limitsOf(schema: Schema): string[] {
  const { format, minLength, maxLength, minimum, maximum } = schema;
  const whole = (value: unknown) => typeof value === 'number' && Math.abs(value) < Number.MAX_SAFE_INTEGER;
  return [
    ...(typeof format === 'string' ? [format] : []),
    ...(typeof minLength === 'number' && minLength > 1 ? [`${minLength} characters at least`] : []),
    ...(typeof maxLength === 'number' ? [`${maxLength} at most`] : []),
    ...(whole(minimum) ? [`from ${String(minimum)}`] : []),
    ...(whole(maximum) ? [`to ${String(maximum)}`] : []),
    ...('default' in schema ? [`${JSON.stringify(schema['default'])} where left out`] : []),
  ];
}

/** The shapes that others refer to, by name: each is described once. */
export function sharedShapes(api: OpenApi): [name: string, schema: Schema][] {
  const { Error: error, ...schemas } = api.components.schemas;
  const inside = JSON.stringify(schemas);
  const shared = Object.entries(schemas).filter(([name]) => inside.includes(`"#/components/schemas/${name}"`));
  return [...shared, ['Error', error!] as [string, Schema]].toSorted(([one], [other]) => (one < other ? -1 : 1));
}
