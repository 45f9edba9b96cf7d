import type { OpenApi, Operation } from './openapi.ts';
import { fieldsOf, type Field } from './reference-fields.ts';

type Placed = { method: string; path: string; operation: Operation };

/** The description as one page: no scripts, nothing from elsewhere, readable on a phone and on paper. */
export function referencePage(api: OpenApi): string {
  const operations = Object.entries(api.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  );
  const groups = api.tags.map(({ name }) => ({
    name,
    operations: operations.filter((one) => one.operation.tags[0] === name),
  }));
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text(api.info.title)} API ${text(api.info.version)}</title><style>${STYLE}</style></head><body>
<nav aria-label="Routes"><h1>${text(api.info.title)}</h1><p>API ${text(api.info.version)} · <a href="openapi.json">openapi.json</a></p>
${groups.map(navigation).join('\n')}</nav>
<main><p>${text(api.info.description)}</p>
${groups.map((group) => section(api, group.name, group.operations)).join('\n')}</main></body></html>
`;
}

function navigation({ name, operations }: { name: string; operations: Placed[] }): string {
  const links = operations.map(
    ({ method, operation }) =>
      `<li><a href="#${text(operation.operationId)}"><b>${method}</b> ${text(operation.summary)}</a></li>`,
  );
  return `<details open><summary>${text(name)}</summary><ul>${links.join('')}</ul></details>`;
}

function section(api: OpenApi, name: string, operations: Placed[]): string {
  return `<h2 id="tag-${text(name)}">${text(name)}</h2>\n${operations.map((placed) => article(api, placed)).join('\n')}`;
}

function article(api: OpenApi, { method, path, operation }: Placed): string {
  const parameters = operation.parameters.map((one) => ({
    name: `${one.name} (${one.in})`,
    type: fieldsOf(api, one.schema).type,
    required: one.required,
    description: one.description ?? '',
  }));
  const body = Object.entries(operation.requestBody?.content ?? {});
  const answers = Object.entries(operation.responses).filter(([status]) => !status.endsWith('XX'));
  return `<article id="${text(operation.operationId)}"><h3>${text(operation.summary)}</h3>
<p><code class="route"><b class="${method}">${method}</b> ${text(path)}</code></p>
<p>${text(operation.description).replace(/`([^`]+)`/g, '<code>$1</code>')}</p>
${table('Parameters', parameters)}
${body.map(([type, { schema }]) => table(`Body (${type})`, fieldsOf(api, schema).fields)).join('')}
${answers.map(([status, answer]) => answerTable(api, status, answer)).join('')}</article>`;
}

function answerTable(api: OpenApi, status: string, answer: Operation['responses'][string]): string {
  if ('$ref' in answer) return '';
  const [type, content] = Object.entries(answer.content ?? {})[0] ?? ['', undefined];
  const fields = content ? fieldsOf(api, content.schema).fields : [];
  const title = `Answer ${status}${type ? ` (${type})` : ''}`;
  return fields.length > 0 ? table(title, fields) : `<h4>${text(title)}</h4><p>${text(answer.description)}</p>`;
}

function table(title: string, fields: Field[]): string {
  if (fields.length === 0) return '';
  const rows = fields.map(
    (field) =>
      `<tr><td><code>${text(field.name)}</code>${field.required ? '' : ' <i>optional</i>'}</td><td>${text(field.type)}</td><td>${text(field.description)}</td></tr>`,
  );
  return `<h4>${text(title)}</h4><table><thead><tr><th>Name</th><th>Type</th><th>Meaning</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function text(raw: string): string {
  return raw.replace(/[&<>"']/g, (sign) => SIGNS[sign]!);
}

const STYLE = `:root{color-scheme:light dark;font:15px/1.5 system-ui,sans-serif}
body{margin:0;display:grid;grid-template-columns:19rem minmax(0,1fr)}
nav{position:sticky;top:0;height:100vh;overflow:auto;padding:1rem;box-sizing:border-box;border-right:1px solid #8884}
nav h1{font-size:1.2rem;margin:0}nav ul{list-style:none;padding:0;margin:.2rem 0 .8rem}nav li{margin:.15rem 0;font-size:.85rem}
nav a{color:inherit;text-decoration:none}nav a:hover,nav a:focus{text-decoration:underline}nav b{font-size:.7rem;opacity:.7}
summary{font-weight:600;cursor:pointer}main{padding:1.5rem 2rem;max-width:60rem}
h2{border-bottom:1px solid #8884;margin-top:2.5rem}article{margin:2rem 0;scroll-margin-top:1rem}
.route{font-size:1rem;overflow-wrap:anywhere}.GET{color:#0a7}.POST{color:#06c}.PUT,.PATCH{color:#b60}.DELETE{color:#c33}
table{border-collapse:collapse;width:100%;font-size:.9rem}th,td{text-align:left;vertical-align:top;padding:.3rem .6rem .3rem 0;border-bottom:1px solid #8883;overflow-wrap:anywhere}
h4{margin:1rem 0 .2rem}i{opacity:.65;font-size:.8rem}
@media(max-width:50rem){body{display:block}nav{position:static;height:auto;border:0}main{padding:1rem}}
@media print{nav{display:none}body{display:block}}`;
