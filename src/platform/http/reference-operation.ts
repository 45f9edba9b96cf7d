import type { OpenApi, Operation } from './openapi.ts';
import { fieldsOf, nameOf, typeOf, type Field } from './reference-fields.ts';
import { inline, markdown, text } from './reference-text.ts';

/** An operation with where it is called. */
export type Placed = { method: string; path: string; operation: Operation };

type Schema = Record<string, unknown>;

export function article(api: OpenApi, placed: Placed): string {
  const { method, path, operation } = placed;
  const id = text(operation.operationId);
  const bodies = Object.entries(operation.requestBody?.content ?? {});
  return `<article id="${id}" aria-labelledby="${id}-title">
<h3 id="${id}-title"><a href="#${id}">${text(operation.summary)}</a></h3>
<p><code class="route"><b class="${method}">${method}</b> ${text(path)}</code></p>
${markdown(operation.description)}
${table('Parameters', parametersOf(operation))}
${bodies.map(([type, { schema }]) => shape(api, `Body (${type})`, schema)).join('')}
${answers(api, operation)}
${refusals(operation)}
<h4>Example</h4>
<pre tabindex="0"><code>${text(curlOf(placed))}</code></pre>
</article>`;
}

function parametersOf({ parameters }: Operation): Field[] {
  return parameters.map(({ name, in: place, schema, required, description }) => ({
    name: place === 'query' ? name : `${name} (${place})`,
    type: typeOf(schema),
    required,
    description: description ?? '',
  }));
}

function answers(api: OpenApi, { responses }: Operation): string {
  const good = Object.entries(responses).filter(([status]) => /^[123]\d\d$/.test(status));
  return good
    .map(([status, answer]) => {
      if ('$ref' in answer) return '';
      const [type, content] = Object.entries(answer.content ?? {})[0] ?? ['', undefined];
      const title = `Answer ${status}${type ? ` (${type})` : ''}`;
      return (content && shape(api, title, content.schema)) || `<h4>${text(title)}</h4>${markdown(answer.description)}`;
    })
    .join('');
}

/** By status, each code with its meaning; what any operation may say stands once, above. */
function refusals({ responses }: Operation): string {
  const own = Object.entries(responses).filter(([status]) => /^[45]\d\d$/.test(status));
  const rows = own.map(([status, answer]) =>
    '$ref' in answer ? '' : `<dt>${status}</dt><dd>${markdown(answer.description)}</dd>`,
  );
  if (rows.length === 0) return '';
  return `<details class="refusals"><summary>How it may refuse</summary><dl>${rows.join('')}</dl></details>`;
}

/** The fields of a shape; nothing where it has none. */
export function shape(api: OpenApi, title: string, schema: Schema): string {
  const fields = fieldsOf(api, schema);
  if (fields.length > 0) return table(title, fields);
  const named = nameOf(schema) === null ? schema : api.components.schemas[nameOf(schema)!]!;
  if (!['array', 'string', undefined].includes(named['type'] as string | undefined) || 'anyOf' in named)
    return `<h4>${text(title)}</h4><p>${linked(typeOf(named))}</p>`;
  return '';
}

function table(title: string, fields: Field[]): string {
  if (fields.length === 0) return '';
  const rows = fields.map(
    (field) =>
      `<tr><td><code>${text(field.name).replaceAll('.', '.<wbr>')}</code>${field.required ? '' : ' <i>optional</i>'}</td><td>${linked(field.type)}</td><td>${inline(field.description)}</td></tr>`,
  );
  return `<h4>${text(title)}</h4><table><thead><tr><th scope="col">Name</th><th scope="col">Type</th><th scope="col">Meaning</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

/** Named shapes lead to where they are described. */
function linked(written: string): string {
  return text(written)
    .replaceAll('|', '<wbr>|')
    .replace(/\{(\w+)\}/g, '<a href="#shape-$1">$1</a>');
}

/** The request as a terminal sends it. */
function curlOf({ method, path, operation }: Placed): string {
  const open = operation.security.length === 0;
  const token = operation.security.some((one) => 'token' in one);
  const address = `"$HUIYIN${path.replace(/\{(\w+)\}/g, (_, name: string) => `$${name.toUpperCase()}`)}"`;
  const sent = Object.entries(operation.requestBody?.content ?? {});
  const lines = [
    `curl ${method === 'GET' ? '' : `-X ${method} `}${address}`,
    ...(open ? [] : [token ? `-H "Authorization: Bearer $TOKEN"` : '-b cookies']),
    ...(method === 'GET' || token ? [] : ['-H "X-Huiyin: 1"']),
    ...sent.flatMap(([type, { example }]) => {
      if (type !== 'application/json') return [`-H "Content-Type: ${type}"`, '--data-binary @photo.jpg'];
      const body =
        example === undefined ? '@body.json' : `'${JSON.stringify(example, null, 2).replaceAll("'", "'\\''")}'`;
      return ['-H "Content-Type: application/json"', `-d ${body}`];
    }),
  ];
  return lines.join(' \\\n  ');
}
