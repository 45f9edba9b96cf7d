import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Plugin, Rolldown } from 'vite';

/** What somebody in the field needs without a connection, besides what the page itself loads. */
const SCREENS = [
  /\/web\/frame\/(frame|more-sheet|password-dialog)\.tsx$/,
  /\/web\/screens\/(my-work\/my-work|worker\/worker|worker\/order|unsent\/unsent|sign-in\/sign-in)\.tsx$/,
  /\/web\/words\/[a-z-]+\/catalogue(-later)?\.ts$/,
];

/** Nobody works on the customer's page: it is not kept for where there is no connection. */
const PAGE = /\/web\/index\.html$/;

/** What the page asks for beside its code. */
const PUBLIC = ['theme.js', 'favicon.svg'];

/** Writes `sw.js`: the service worker, told which files of this build to keep. */
export function shellPlugin(source: string): Plugin {
  return {
    name: 'shell',
    apply: 'build',
    generateBundle(_options, bundle) {
      const files = [...PUBLIC, ...filesOf(bundle)].map((name) => `/${name}`).toSorted();
      const text = readFileSync(source, 'utf8');
      const version = createHash('sha256').update(files.join('\n')).update(text).digest('hex').slice(0, 16);
      const shell = JSON.stringify({ version, files });
      this.emitFile({ type: 'asset', fileName: 'sw.js', source: `const shell = ${shell};\n${text}` });
    },
  };
}

/** The page's own code and that of the screens, with all that these import at once, and their styles. */
function filesOf(bundle: Rolldown.OutputBundle): Set<string> {
  const files = new Set<string>();
  const take = (name: string): void => {
    const chunk = bundle[name];
    if (files.has(name) || chunk?.type !== 'chunk') return;
    files.add(name);
    const { importedCss, importedAssets } = chunk.viteMetadata ?? { importedCss: [], importedAssets: [] };
    for (const asset of [...importedCss, ...importedAssets]) files.add(asset);
    for (const other of chunk.imports) take(other);
  };
  for (const chunk of Object.values(bundle)) {
    if (chunk.type !== 'chunk') continue;
    const id = chunk.facadeModuleId ?? '';
    if (PAGE.test(id) || SCREENS.some((screen) => screen.test(id))) take(chunk.fileName);
  }
  return files;
}
