import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';

const root = join(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const DOCUMENTS = globSync(['*.md', 'docs/**/*.md'], { cwd: root }).toSorted();
const SOURCES = globSync('{src,web,packs,scripts,test,bin,migrations}/**/*.{ts,tsx,mjs,sql}', { cwd: root })
  .map(read)
  .join('\n');
const names = new Set(SOURCES.match(/\w+/g));

const withoutBlocks = (text: string): string => text.replace(/^```[^]*?^```$/gm, '');
const matches = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map((match) => match[1]!);
const quoted = (text: string): string[] => matches(withoutBlocks(text), /`([^`\n]+)`/g);

/** How a page names its heading. */
function anchorsOf(text: string): Set<string> {
  const titles = matches(text, /^#+ +(.+)$/gm);
  return new Set(
    titles.map((title) =>
      title
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-'),
    ),
  );
}

function leadsNowhere(document: string, link: string): boolean {
  const [path = '', anchor] = link.split('#');
  const target = path === '' ? document : join(dirname(document), decodeURI(path));
  if (!existsSync(join(root, target))) return true;
  if (anchor === undefined) return false;
  const line = /^L(\d+)$/.exec(anchor)?.[1];
  return line ? Number(line) > read(target).split('\n').length : !anchorsOf(read(target)).has(anchor);
}

/** `web/words/{en,zh-hans}/errors-*.ts` and `packs/<industry>.ts` stand for what they match. */
const TREE = /^(src|web|packs|scripts|test|bin|migrations|docs)(\/[\w.*{},<>/-]*)?$/;
const isThere = (path: string): boolean =>
  globSync(path.replaceAll(/<\w+>/g, '*').replace(/\/$/, ''), { cwd: root }).length > 0;

test('every link of a document leads somewhere', () => {
  const dead = DOCUMENTS.flatMap((document) =>
    matches(withoutBlocks(read(document)), /\]\(([^)\s]+)\)/g)
      .filter((link) => !/^[a-z]+:/.test(link) && leadsNowhere(document, link))
      .map((link) => `${document}: ${link}`),
  );
  assert.deepEqual(dead, []);
});

test('every file and folder that a document names is there', () => {
  const missing = DOCUMENTS.flatMap((document) =>
    quoted(read(document))
      .filter((said) => TREE.test(said) && !isThere(said))
      .map((path) => `${document}: ${path}`),
  );
  assert.deepEqual(missing, []);
});

test('every npm script that a document names is there', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const missing = DOCUMENTS.flatMap((document) =>
    matches(read(document), /npm run ([\w-]+)/g)
      .filter((script) => !Object.hasOwn(scripts, script))
      .map((script) => `${document}: ${script}`),
  );
  assert.deepEqual(missing, []);
});

/** `nextFireAt`, `next_fire_at`, `HOUSE_TABLES`, `Effects.tell`, `urge(context)`; what begins with `pg_` is PostgreSQL's. */
const NAME = /^(?!pg_)([a-z]\w*(?:[A-Z]\w*|_\w+)|[A-Z][A-Z_]{4,})(?:\.(?!md$)\w+|\(.*)?$/;

test('every name of the code that a document quotes still stands in the code', () => {
  const gone = DOCUMENTS.flatMap((document) =>
    quoted(read(document))
      .flatMap((said) => NAME.exec(said)?.[1] ?? [])
      .filter((name) => !names.has(name))
      .map((name) => `${document}: ${name}`),
  );
  assert.deepEqual(gone, []);
});
