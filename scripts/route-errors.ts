import { nameOf, nodes, textOf, type Node } from './check/syntax.ts';
import type { Tree } from './check/tree.ts';

/** By status, the codes with which a route may refuse. */
export type RouteErrors = Record<string, string[]>;

type Declared = { file: string; node: Node };
type File = { declared: Map<string, Node>; imported: Map<string, { file: string; name: string }> };

const FAILURES = new Map([
  ['Refused', '409'],
  ['Stale', '409'],
  ['Invalid', '422'],
  ['NotFound', '404'],
  ['Forbidden', '403'],
  ['NotSignedIn', '401'],
  ['TooMany', '429'],
]);
/** These throw the refusal that a rule answers with: whatever the rule may answer is thrown. */
const THROWERS = new Map([
  ['orForbid', '403'],
  ['orRefuse', '409'],
]);

/**
 * What each route may refuse with, read from the code: from its handler through every function it names, as far as the
 * source goes. What is thrown counts, and what a rule may answer where the answer is thrown; what a rule answers into
 * `can` does not. It says rather too much than too little: a branch that cannot be taken from here counts too.
 */
export function routeErrors(tree: Tree, codes: ReadonlySet<string>): Record<string, RouteErrors> {
  const files = new Map(
    [...tree.sources]
      .filter(([path]) => path.startsWith('src/'))
      .map(([path, { program, links }]) => [path, fileOf(program, links)]),
  );
  const look = lookInto(files, codes);
  const found: Record<string, RouteErrors> = {};
  for (const [path, { program }] of tree.sources) {
    if (!files.has(path) || path.endsWith('.test.ts')) continue;
    for (const [node] of nodes(program)) {
      const route = routeOf(node);
      if (route) found[route.name] = grouped(thrownFrom(look, { file: path, node: route.handler }));
    }
  }
  return Object.fromEntries(Object.entries(found).toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

function grouped(thrown: ReadonlySet<string>): RouteErrors {
  const errors: RouteErrors = {};
  for (const one of [...thrown].toSorted()) {
    const [status, code] = one.split(' ') as [string, string];
    (errors[status] ??= []).push(code);
  }
  return errors;
}

function routeOf(node: Node): { name: string; handler: Node } | null {
  if (node.type !== 'CallExpression' || !['route', 'edgeRoute'].includes(nameOf(node['callee']) ?? '')) return null;
  const [given] = node['arguments'] as Node[];
  const properties = new Map(
    ((given?.['properties'] as Node[] | undefined) ?? []).map((one) => [nameOf(one['key']), one['value'] as Node]),
  );
  const name = textOf(properties.get('name'));
  const handler = properties.get('atEdge') ?? properties.get('handle');
  return name && handler ? { name, handler } : null;
}

type Links = { target: object; names: string[]; start: number; typeOnly: boolean }[];

function fileOf(program: Node, links: Links): File {
  const declared = new Map<string, Node>();
  const imported: File['imported'] = new Map();
  for (const statement of program['body'] as Node[]) {
    const inner = (statement['declaration'] as Node | undefined) ?? statement;
    if (inner.type === 'VariableDeclaration')
      for (const one of inner['declarations'] as Node[]) if (nameOf(one['id'])) declared.set(nameOf(one['id'])!, one);
    if (inner.type === 'FunctionDeclaration') declared.set(nameOf(inner['id'])!, inner);
    const link = links.find((one) => one.start === statement.start);
    if (statement.type !== 'ImportDeclaration' || !link || !('file' in link.target)) continue;
    for (const one of statement['specifiers'] as Node[])
      imported.set(nameOf(one['local'])!, { file: String(link.target.file), name: nameOf(one['imported']) ?? '*' });
  }
  return { declared, imported };
}

/** `status code` of everything thrown by a handler and by what it calls. */
function thrownFrom(look: Look, handler: Declared): Set<string> {
  const thrown = new Set<string>();
  const seen = new Set<Seen>();
  const open = [look(handler, null)];
  for (let next = open.pop(); next; next = open.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    for (const one of next.thrown) thrown.add(one);
    for (const [at, throwing] of next.leadsTo) open.push(look(at, throwing));
  }
  return thrown;
}

type Seen = { thrown: string[]; leadsTo: [at: Declared, throwing: string | null][] };
type Look = (at: Declared, throwing: string | null) => Seen;

/** Looks at each piece of code once for each status with which what it answers may be thrown. */
function lookInto(files: Map<string, File>, codes: ReadonlySet<string>): Look {
  const known = new Map<Node, Map<string | null, Seen>>();
  const read = ({ file, node }: Declared, throwing: string | null): Seen => {
    const seen: Seen = { thrown: [], leadsTo: [] };
    for (const part of partsOf(node)) {
      const said = textOf(part) ?? '';
      if (throwing && codes.has(said)) seen.thrown.push(`${throwing} ${said}`);
      const called = calledBy(files, file, part);
      if (called) seen.leadsTo.push([called, throwing]);
      const thrower = throwerOf(part);
      for (const asked of thrower ? askedFor(thrower.argument, node) : [])
        seen.leadsTo.push([{ file, node: asked }, thrower!.status]);
    }
    return seen;
  };
  return (at, throwing) => {
    const modes = known.get(at.node) ?? new Map<string | null, Seen>();
    known.set(at.node, modes);
    const seen = modes.get(throwing) ?? read(at, throwing);
    modes.set(throwing, seen);
    return seen;
  };
}

/** What is thrown here, and with which status. */
function throwerOf(node: Node): { status: string; argument: Node } | null {
  const known = node.type === 'NewExpression' ? FAILURES : node.type === 'CallExpression' ? THROWERS : null;
  const status = known?.get(nameOf(node['callee']) ?? '');
  const [argument] = (node['arguments'] as Node[] | undefined) ?? [];
  return status && argument ? { status, argument } : null;
}

/** Where a code that is thrown comes from: it stands there, a rule is asked there, or it was asked before, into a name. */
function askedFor(argument: Node, within: Node): Node[] {
  if (textOf(argument) !== null || partsOf(argument).some((part) => part.type === 'CallExpression')) return [argument];
  const names = new Set(partsOf(argument).flatMap((part) => (part.type === 'Identifier' ? (nameOf(part) ?? []) : [])));
  const before = partsOf(within).filter(
    (part) =>
      part.type === 'VariableDeclarator' && partsOf(part['id'] as Node).some((id) => names.has(nameOf(id) ?? '')),
  );
  return [argument, ...(before.length > 0 ? before.map((one) => one['init'] as Node) : [within])];
}

/** A node and all in it that is code: no keys, no names of members, no types of events. */
function partsOf(node: Node): Node[] {
  return nodes(node)
    .filter(([part, within]) => {
      if (within?.type === 'MemberExpression' && within['property'] === part) return within['computed'] === true;
      if (within?.type !== 'Property') return true;
      return within['key'] === part ? within['shorthand'] === true : nameOf(within['key']) !== 'type';
    })
    .map(([part]) => part);
}

function calledBy(files: Map<string, File>, file: string, part: Node): Declared | null {
  const own = files.get(file)!;
  if (part.type === 'Identifier') return declaration(files, file, nameOf(part)!);
  if (part.type !== 'MemberExpression') return null;
  const space = own.imported.get(nameOf(part['object']) ?? '');
  return space?.name === '*' ? declaration(files, space.file, nameOf(part['property']) ?? '') : null;
}

function declaration(files: Map<string, File>, file: string, name: string): Declared | null {
  const own = files.get(file);
  const node = own?.declared.get(name);
  if (node) return { file, node };
  const link = own?.imported.get(name);
  return link && link.name !== '*' && link.file !== file ? declaration(files, link.file, link.name) : null;
}
