import { memberOf, nameOf, nodes, textOf, type Node } from './syntax.ts';

/** One mention of another module, however it is written. */
export type Import = {
  /** As written; null where it is only known when it runs, which no check can follow. */
  specifier: string | null;
  start: number;
  /** Gone once the types are stripped. `import { type A }` is not: it still loads the module. */
  typeOnly: boolean;
  /** What is taken from it: names, `default`, or `*` for all. */
  names: string[];
  reExport: boolean;
};

/**
 * Everything a file imports: statements, re-exports, `import()`, `import('...')` types, `import.meta.glob`, and what
 * is loaded through `createRequire`.
 */
export function importsOf(program: Node): Import[] {
  const loaders = requireNames(program);
  const found: Import[] = [];
  for (const [node] of nodes(program)) {
    const one = readStatement(node) ?? readExpression(node) ?? readRequire(node, loaders);
    if (one) found.push(one);
  }
  return found;
}

function readStatement(node: Node): Import | null {
  const specifier = textOf(node['source']);
  const { start } = node;
  switch (node.type) {
    case 'ImportDeclaration':
      return { specifier, start, typeOnly: node['importKind'] === 'type', names: imported(node), reExport: false };
    case 'ExportAllDeclaration':
      return { specifier, start, typeOnly: node['exportKind'] === 'type', names: ['*'], reExport: true };
    case 'ExportNamedDeclaration':
      if (!node['source']) return null;
      return { specifier, start, typeOnly: node['exportKind'] === 'type', names: exported(node), reExport: true };
    default:
      return null;
  }
}

function readExpression(node: Node): Import | null {
  const { start } = node;
  if (node.type === 'TSImportType')
    return { specifier: textOf(node['source']), start, typeOnly: true, names: ['*'], reExport: false };
  if (node.type === 'ImportExpression')
    return { specifier: textOf(node['source']), start, typeOnly: false, names: ['*'], reExport: false };
  const member = memberOf(node);
  if (member?.object.type === 'MetaProperty' && member.name?.startsWith('glob'))
    return { specifier: null, start, typeOnly: false, names: ['*'], reExport: false };
  return null;
}

function imported(node: Node): string[] {
  return (node['specifiers'] as Node[]).map((one) => {
    if (one.type === 'ImportDefaultSpecifier') return 'default';
    return one.type === 'ImportNamespaceSpecifier' ? '*' : (nameOf(one['imported']) ?? '*');
  });
}

function exported(node: Node): string[] {
  return (node['specifiers'] as Node[]).map((one) => nameOf(one['local']) ?? '*');
}

function isCreateRequire(node: unknown): boolean {
  return (node as Node | null)?.type === 'CallExpression' && nameOf((node as Node)['callee']) === 'createRequire';
}

/** The names under which a file keeps what `createRequire` gave it. */
function requireNames(program: Node): Set<string> {
  const names = new Set(['require']);
  for (const [node] of nodes(program)) {
    const name = node.type === 'VariableDeclarator' && isCreateRequire(node['init']) ? nameOf(node['id']) : null;
    if (name) names.add(name);
  }
  return names;
}

function readRequire(node: Node, loaders: Set<string>): Import | null {
  if (node.type !== 'CallExpression') return null;
  const callee = node['callee'] as Node;
  if (!isCreateRequire(callee) && !(callee.type === 'Identifier' && loaders.has(nameOf(callee)!))) return null;
  const specifier = textOf((node['arguments'] as Node[])[0]);
  return { specifier, start: node.start, typeOnly: false, names: ['*'], reExport: false };
}
