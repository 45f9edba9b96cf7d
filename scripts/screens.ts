import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LANGUAGES } from '../src/kernel/words.ts';
import { runProgram, say } from '../src/platform/program.ts';
import { readArguments } from '../src/platform/usage.ts';
import { openDemo } from '../test/e2e/tour/demo-house.ts';
import { SCREENS } from '../test/e2e/tour/screens.ts';

const USAGE = `npm run screens -- [NAME ...]
Takes the pictures of docs/screens anew, of a demo centre made for it: every screen of the tour (test/e2e/tour/screens.ts)
in three languages, or those named. Look at them before they are committed.`;

const INTO = join(import.meta.dirname, '../docs/screens');

await runProgram(
  async (opened) => {
    const names = readArguments(
      { args: process.argv.slice(2), options: {}, allowPositionals: true },
      USAGE,
    ).positionals;
    const wanted = SCREENS.filter(({ name }) => names.length === 0 || names.includes(name));
    if (names.length === 0) rmSync(INTO, { recursive: true, force: true });
    const house = await openDemo(60, { pictures: true });
    opened.add(house.close);
    for (const language of LANGUAGES) {
      mkdirSync(join(INTO, language), { recursive: true });
      for (const screen of wanted) {
        const { page } = await house.stand(screen, language);
        writeFileSync(join(INTO, language, `${screen.name}.webp`), await house.picture(page));
      }
      say(`${language}: ${wanted.length} screens`);
    }
  },
  { usage: USAGE },
);
