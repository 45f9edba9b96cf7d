import { parseSync } from 'vite';

/** A node of the syntax tree (ESTree with TypeScript), as far as our checks need to know it. */
export type Node = { type: string; start: number; end: number; [property: string]: unknown };

export type Comment = { value: string; start: number; end: number };

export type Parsed = { program: Node; comments: Comment[]; faults: { what: string; start: number }[] };

/** Parses with the parser that builds the screens, so there is nothing it takes for code that we do not see. */
export function parse(path: string, text: string): Parsed {
  const { program, comments, errors } = parseSync(path, text);
  return {
    program: program as unknown as Node,
    comments: comments as unknown as Comment[],
    faults: errors.map(({ message, labels }) => ({ what: message, start: labels[0]?.start ?? 0 })),
  };
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
}

export type Placed = [node: Node, within: Node | null];

const walked = new WeakMap<Node, Placed[]>();

/** Every node of a file with the one it stands in. Walked once, because a dozen rules look at each. */
export function nodes(program: Node): Placed[] {
  const known = walked.get(program);
  if (known) return known;
  const found: Placed[] = [[program, null]];
  for (const [node] of found) {
    for (const key in node) {
      const value = node[key];
      if (!Array.isArray(value)) {
        if (isNode(value)) found.push([value, node]);
        continue;
      }
      for (const child of value) if (isNode(child)) found.push([child, node]);
    }
  }
  walked.set(program, found);
  return found;
}

/** The text of a string or of a template without gaps; null for anything that is only known when it runs. */
export function textOf(node: unknown): string | null {
  if (!isNode(node)) return null;
  if (node.type === 'Literal') return typeof node['value'] === 'string' ? node['value'] : null;
  if (node.type !== 'TemplateLiteral' || (node['expressions'] as Node[]).length > 0) return null;
  return templateText(node);
}

/** A template's text with a `?` in each gap. */
export function templateText(template: Node): string {
  const parts = template['quasis'] as { value: { raw: string; cooked: string | null } }[];
  return parts.map(({ value }) => value.cooked ?? value.raw).join('?');
}

/** The name of an identifier, or of `['name']`; null for anything else. */
export function nameOf(node: unknown): string | null {
  if (!isNode(node)) return null;
  return node.type === 'Identifier' ? (node['name'] as string) : textOf(node);
}

/** `object.name` or `object['name']`: the name; null where it is not written down. */
export function memberOf(node: Node): { object: Node; name: string | null } | null {
  if (node.type !== 'MemberExpression') return null;
  const property = node['property'] as Node;
  const name = node['computed'] ? textOf(property) : nameOf(property);
  return { object: node['object'] as Node, name };
}

/** Every string and template of a file that could hold SQL, with where it begins. */
export function* strings(program: Node): Generator<{ text: string; start: number }> {
  for (const [node] of nodes(program)) {
    if (node.type === 'TemplateLiteral') yield { text: templateText(node), start: node.start };
    else if (node.type === 'Literal' && typeof node['value'] === 'string')
      yield { text: node['value'], start: node.start };
  }
}
