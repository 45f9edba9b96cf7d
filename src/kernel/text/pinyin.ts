import { createRequire } from 'node:module';

type Library = typeof import('pinyin-pro');

let library: Library | undefined;

/** Loaded at the first name: its dictionaries take 150 ms and 9 MB, which a process that indexes no names need not pay. */
function load(): Library {
  library ??= createRequire(import.meta.url)('pinyin-pro') as Library;
  return library;
}

/** A name of more characters is a firm's, and nobody types all of it. */
const LONGEST_NAME = 12;
/** Readings tried per name: the likeliest and a few others (王乐: wang le, wang yue). */
const MOST_READINGS = 4;

/** The likely reading of each character first, then the name with one character read otherwise. ü is written v. */
function readingsOf(han: string): string[][] {
  const { pinyin, polyphonic } = load();
  // `surname: head` knows that 单 is Shan, 仇 Qiu and 尉迟 Yuchi at the head of a name.
  const likely = pinyin(han, { surname: 'head', toneType: 'none', type: 'array', v: true });
  const readings = [likely];
  const others = polyphonic(han, { toneType: 'none', type: 'array' });
  for (let at = 1; at < likely.length; at += 1) {
    for (const spelt of others[at] ?? []) {
      const other = spelt.replace('ü', 'v');
      if (other !== likely[at]) readings.push(likely.with(at, other));
    }
  }
  return readings.slice(0, MOST_READINGS);
}

function spell(syllables: string[], into: Set<string>): void {
  for (let from = 0; from < syllables.length; from += 1) {
    const part = syllables.slice(from);
    into.add(part.join(''));
    into.add(part.map((syllable) => syllable[0]).join(''));
  }
  into.add(
    syllables[0]! +
      syllables
        .slice(1)
        .map((syllable) => syllable[0])
        .join(''),
  );
}

/**
 * What people type for a Chinese name (simplified characters): `wangxiaoming`, `wxm`, `wangxm`, and the same from every later character on
 * (`xiaoming`, `xm`), for a search by prefix. ü is spelt both v and u. Characters without a reading (rare ones) end the name.
 */
export function pinyinForms(han: string): string[] {
  const name = /^\p{Script=Han}+/u.exec(han)?.[0] ?? '';
  const characters = Array.from(name).slice(0, LONGEST_NAME);
  if (characters.length === 0) return [];
  const forms = new Set<string>();
  for (const reading of readingsOf(characters.join(''))) {
    const known = reading.findIndex((syllable) => !/^[a-z]+$/.test(syllable));
    const syllables = known === -1 ? reading : reading.slice(0, known);
    if (syllables.length === 0) continue;
    spell(syllables, forms);
    if (syllables.some((syllable) => syllable.includes('v'))) {
      spell(
        syllables.map((syllable) => syllable.replace('v', 'u')),
        forms,
      );
    }
  }
  return [...forms];
}
