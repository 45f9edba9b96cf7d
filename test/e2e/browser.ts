import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import chromium from '@sparticuz/chromium';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { chromium as driver } from 'playwright-core';
import { buildWeb } from '../../scripts/build-web.ts';
import { holdInTurn } from '../../src/platform/single-start.ts';

const ROOT = join(import.meta.dirname, '../..');
export const WEB = join(ROOT, 'dist/web');

/** Where a system's own browser stands, for machines on which the packaged one does not run. */
const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Nothing that would make it another browser than people have: only what lets it run as root, and draw without a screen. */
const FLAGS = ['--no-sandbox', '--font-render-hinting=none'];
/** Without these a machine without a graphics card takes a picture now and then of nothing; with them it draws slowly. */
const FOR_PICTURES = ['--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--in-process-gpu'];

/** A real Chromium: the one inside the npm package on Linux x64, else an installed one. */
export async function openBrowser({ pictures = false } = {}): Promise<Browser> {
  await buildWeb();
  const packaged = process.platform === 'linux' && process.arch === 'x64';
  const executablePath = packaged ? await unpackedBrowser() : INSTALLED.find((path) => existsSync(path));
  if (!executablePath) throw new Error('No Chromium was found: install one.');
  return driver.launch({
    executablePath,
    args: [...FLAGS, ...(pictures ? FOR_PICTURES : ['--disable-gpu'])],
    headless: true,
  });
}

/** By one of those that start at once, for the package would start what another is still writing. */
async function unpackedBrowser(): Promise<string> {
  const hold = await holdInTurn(join(tmpdir(), 'unpacking'));
  try {
    return await chromium.executablePath();
  } finally {
    hold.release();
  }
}

export const wide: BrowserContextOptions = { viewport: { width: 1280, height: 800 } };
export const telephone: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  isMobile: true,
  hasTouch: true,
};

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * What hinders people with disabilities on the page as it is now: rule and element, none when all is well (WCAG 2.2 AA).
 * `colours` alone, where all else was asked already in the other scheme.
 */
export async function hindrances(page: Page, what: 'everything' | 'colours' = 'everything'): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe);
  return page.evaluate(async (asked) => {
    const { axe: run } = globalThis as unknown as { axe: typeof import('axe-core') };
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const { violations } = await run.run({
      runOnly: asked === 'colours' ? ['color-contrast'] : tags,
      resultTypes: ['violations'],
      // nothing of ours plays sounds: the style sheets need not be fetched once more
      preload: false,
    });
    return violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.target.join(' ')}`));
  }, what);
}

/** Errors that a page complains of: exceptions, and what the content security policy held back. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      complaints.push(message.text());
  });
  return complaints;
}
