import type { OpenApi } from './openapi.ts';
import { sharedShapes } from './reference-fields.ts';
import { article, shape, type Placed } from './reference-operation.ts';
import { STYLE } from './reference-style.ts';
import { anchorOf, inline, markdown, text } from './reference-text.ts';

type Group = { name: string; operations: Placed[] };

/**
 * The description as one page: no scripts, nothing from elsewhere, readable on a phone and on paper. With `sought` only the
 * operations in which each of its words stands.
 */
export function referencePage(api: OpenApi, sought = ''): string {
  const groups = groupsOf(api, sought);
  const found = groups.reduce((sum, { operations }) => sum + operations.length, 0);
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text(api.info.title)} API ${text(api.info.version)}</title><style>${STYLE}</style></head><body>
<a class="skip" href="#operations">To the operations</a>
<nav aria-label="Contents">${search(sought)}
${contents(api, groups, sought !== '')}</nav>
<main><h1>${text(api.info.title)} API <small>${text(api.info.version)}</small></h1>
<p>As data: <a href="openapi.json">openapi.json</a> (OpenAPI ${text(api.openapi)}).</p>
<section id="how-to-call-it" aria-label="How to call it"><h2>How to call it</h2>
${markdown(api.info.description)}</section>
<section id="operations" aria-label="Operations"><p role="status">${sought ? `${found} operations with “${text(sought)}”. <a href="reference">All of them</a>` : `${found} operations.`}</p>
${groups.map(({ name, operations }) => `<h2 id="tag-${anchorOf(name)}">${text(name)}</h2>\n${operations.map((placed) => article(api, placed)).join('\n')}`).join('\n')}</section>
<section id="shapes" aria-label="Shapes"><h2>Shapes</h2><p>What answers and requests have in common, described once.</p>
${sharedShapes(api)
  .map(([name, schema]) => shapeArticle(api, name, schema))
  .join('\n')}</section></main></body></html>
`;
}

function groupsOf(api: OpenApi, sought: string): Group[] {
  const words = sought.toLowerCase().split(/\s+/).filter(Boolean);
  const all = Object.entries(api.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): Placed => ({ method: method.toUpperCase(), path, operation })),
  );
  const fitting = all.filter((placed) => {
    const said = words.length === 0 ? '' : searchedIn(placed);
    return words.every((word) => said.includes(word));
  });
  return api.tags
    .map(({ name }) => ({ name, operations: fitting.filter(({ operation }) => operation.tags[0] === name) }))
    .filter(({ operations }) => operations.length > 0);
}

/** Where a word is sought: in what an operation is called and says of itself, and in its codes. */
function searchedIn({ method, path, operation }: Placed): string {
  const { operationId, summary, description, tags, responses } = operation;
  const codes = Object.values(responses).map((one) => ('$ref' in one ? '' : one.description));
  return [method, path, operationId, summary, description, ...tags, ...codes].join(' ').toLowerCase();
}

function search(sought: string): string {
  return `<form action="reference#operations" role="search"><label for="q">Search operations</label>
<input id="q" name="q" type="search" value="${text(sought)}" maxlength="100"> <button>Search</button></form>`;
}

function contents(api: OpenApi, groups: Group[], unfolded: boolean): string {
  const chapters = [...api.info.description.matchAll(/^## (.+)$/gm)].map(([, title]) => title!);
  const links = (items: string[]) => `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;
  return [
    `<details open><summary>How to call it</summary>${links(chapters.map((title) => `<a href="#${anchorOf(title)}">${text(title)}</a>`))}</details>`,
    ...groups.map(
      ({ name, operations }) =>
        `<details${unfolded ? ' open' : ''}><summary>${text(name)}</summary>${links(
          operations.map(
            ({ method, operation }) =>
              `<a href="#${text(operation.operationId)}"><b>${method}</b> ${text(operation.summary)}</a>`,
          ),
        )}</details>`,
    ),
    `<details><summary>Shapes</summary>${links(sharedShapes(api).map(([name]) => `<a href="#shape-${name}">${name}</a>`))}</details>`,
  ].join('\n');
}

function shapeArticle(api: OpenApi, name: string, schema: Record<string, unknown>): string {
  const described = typeof schema['description'] === 'string' ? `<p>${inline(schema['description'])}</p>` : '';
  return `<article id="shape-${name}" aria-labelledby="shape-${name}-title"><h3 id="shape-${name}-title"><a href="#shape-${name}">${name}</a></h3>
${described}${shape(api, 'Fields', schema)}</article>`;
}
