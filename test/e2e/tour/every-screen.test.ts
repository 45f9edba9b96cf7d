import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { LANGUAGES } from '../../../src/kernel/words.ts';
import { hindrances } from '../browser.ts';
import type { DemoHouse } from './demo-house.ts';
import { openDemo } from './demo-house.ts';
import { SCREENS } from './screens.ts';

const WEB_ROOT = join(import.meta.dirname, '../../../web');
/** Redirections, what is shown where nothing is, and screens that no demo has: their own stories look at them. */
const NOT_IN_A_DEMO = [
  '/',
  '$',
  '/administration',
  '/administration/webhooks/$id',
  '/administration/channels/$id',
  '/imports/$id',
  '/setup',
  '/sign-in/returned',
];
const DAYS = 12;

test('every address of the map is in the tour, and nothing else', () => {
  const maps = readdirSync(join(WEB_ROOT, 'routes')).filter((file) => file.endsWith('.tsx'));
  const text = maps.map((file) => readFileSync(join(WEB_ROOT, 'routes', file), 'utf8')).join('\n');
  const addresses = [...text.matchAll(/(?:path: |\b(?:screen|searched)\(\s*)'([^']+)'/g)].map((found) => found[1]!);
  assert.ok(addresses.length > 30, 'the map was not read');
  const shown = addresses.filter((address) => !NOT_IN_A_DEMO.includes(address));
  assert.deepEqual([...new Set(SCREENS.map((screen) => screen.of))].sort(), shown.sort());
});

test('each screen has its picture in three languages, and no picture is of none', () => {
  const names = SCREENS.map((screen) => `${screen.name}.webp`).sort();
  assert.equal(new Set(names).size, names.length, 'two screens have one name');
  for (const language of LANGUAGES)
    assert.deepEqual(readdirSync(join(WEB_ROOT, '../docs/screens', language)).sort(), names, language);
});

describe('each screen, in light and in dark', () => {
  let house: DemoHouse;
  before(async () => {
    house = await openDemo(DAYS);
  });
  after(() => house?.close());

  for (const screen of SCREENS) {
    test(`${screen.name} hinders nobody, and complains of nothing`, async () => {
      const { page, complaints } = await house.stand(screen, 'en');
      assert.deepEqual(await hindrances(page), []);
      await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
      assert.deepEqual(await hindrances(page, 'colours'), [], 'in dark');
      assert.deepEqual(complaints, []);
    });
  }
});
