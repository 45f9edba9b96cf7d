import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { test } from 'node:test';
import * as OpenCC from 'opencc-js';
import { RIGHTS } from '../../src/organisation/rights.ts';
import { HALF_WIDTH, ONE_REGION_ONLY, OTHER_WORD } from '../../test/chinese.ts';
import { catalogue as enFirst } from './en/catalogue.ts';
import { catalogue as enEntry } from './en/catalogue-entry.ts';
import { catalogue as enLater } from './en/catalogue-later.ts';
import { visitor as enVisitor } from './en/visitor.ts';
import { fill, gapsOf } from './format.ts';
import { languageFor } from './languages.ts';
import { catalogue as hansFirst } from './zh-hans/catalogue.ts';
import { catalogue as hansEntry } from './zh-hans/catalogue-entry.ts';
import { catalogue as hansLater } from './zh-hans/catalogue-later.ts';
import { visitor as hansVisitor } from './zh-hans/visitor.ts';
import { catalogue as hantFirst } from './zh-hant/catalogue.ts';
import { catalogue as hantEntry } from './zh-hant/catalogue-entry.ts';
import { catalogue as hantLater } from './zh-hant/catalogue-later.ts';
import { visitor as hantVisitor } from './zh-hant/visitor.ts';

type Flat = Map<string, string>;

const web = join(import.meta.dirname, '..');

function flat(...catalogues: Record<string, Record<string, string>>[]): Flat {
  const sections = catalogues.flatMap((catalogue) => Object.entries(catalogue));
  return new Map(
    sections.flatMap(([section, words]) =>
      Object.entries(words).map(([key, text]) => [`${section}.${key}`, text] as const),
    ),
  );
}

const english = flat(enFirst, enLater, enEntry, { visitor: enVisitor });
const chinese = {
  'zh-hans': flat(hansFirst, hansLater, hansEntry, { visitor: hansVisitor }),
  'zh-hant': flat(hantFirst, hantLater, hantEntry, { visitor: hantVisitor }),
};

/** Texts that are rightly the same everywhere: forms made of gaps and signs only, and names. */
const sameEverywhere = new Set<string>([]);

function sources(folder: string): string {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter(
      (entry) =>
        entry.isFile() &&
        /\.tsx?$/.test(entry.name) &&
        !/\.test\.ts$|[\\/]words[\\/](en|zh)/.test(join(entry.parentPath, entry.name)),
    )
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('\n');
}

test('the catalogues have the same keys in all three languages', () => {
  assert.ok(english.size > 100, 'the English catalogue was not read');
  for (const [language, words] of Object.entries(chinese)) {
    assert.deepEqual([...words.keys()].sort(), [...english.keys()].sort(), language);
  }
});

test('every text fills the same gaps in all three languages', () => {
  for (const [language, words] of Object.entries(chinese)) {
    for (const [key, text] of words)
      assert.deepEqual(gapsOf(text), gapsOf(english.get(key) ?? ''), `${language} ${key}: ${text}`);
  }
});

test('no Chinese text is the English one left as it was, or empty', () => {
  for (const [language, words] of Object.entries(chinese)) {
    for (const [key, text] of words) {
      assert.notEqual(text.trim(), '', `${language} ${key}`);
      const letters = text.replaceAll(/\{[^}]*\}/g, '');
      if (!/[a-z]/i.test(letters) || sameEverywhere.has(key)) continue;
      assert.notEqual(text, english.get(key), `${language} ${key} is not translated`);
    }
  }
});

test('every key of the screens is used by a screen', () => {
  const code = sources(web);
  const prefixes = [...code.matchAll(/`([a-z_]+\.[a-z_0-9]*)\$\{/g)].map((found) => found[1]!);
  const unused = [...english.keys()].filter(
    (key) =>
      !key.startsWith('errors.') && !code.includes(`'${key}'`) && !prefixes.some((prefix) => key.startsWith(prefix)),
  );
  assert.deepEqual(unused, []);
});

/** Files and all that they import at once, however far; what is fetched when it is wanted does not count. */
function comesWith(entries: readonly string[], seen = new Set<string>()): Set<string> {
  for (const entry of entries) {
    if (seen.has(entry) || entry.startsWith('words/')) continue;
    seen.add(entry);
    const code = readFileSync(join(web, entry), 'utf8');
    const imported = [...code.matchAll(/^(?:import|export) (?!type\b)[^;]*?from '(\.[^']+\.tsx?)';/gms)];
    const paths = imported.map((found) => relative(web, join(web, entry, '..', found[1]!)));
    comesWith(
      paths.filter((path) => !path.startsWith('..')),
      seen,
    );
  }
  return seen;
}

test('what is drawn before all words are there says nothing of the later ones', () => {
  const alone = ['my-work', 'problem'];
  const maps = readdirSync(join(web, 'routes')).map((map) => readFileSync(join(web, 'routes', map), 'utf8'));
  const withoutWords = [...maps.join('\n').matchAll(/lazyRouteComponent\(\(\) => import\('\.\.\/screens\/([a-z-]+)/g)];
  assert.deepEqual(withoutWords.map((found) => found[1]).sort(), ['my-work']);
  const early = [...comesWith(['main.tsx', 'frame/frame.tsx', ...alone.map((name) => `screens/${name}/${name}.tsx`)])];
  assert.ok(early.includes('frame/rail.tsx') && early.includes('screens/my-work/columns.tsx'));
  const later = Object.keys(enLater).filter((section) => section !== 'errors');
  const said = new RegExp(`(['\`])((?:${later.join('|')})\\.[a-z_0-9]+)(?![a-z_0-9]|':)`, 'g');
  const rights = new Set<string>(RIGHTS);
  const saidTooEarly = early.flatMap((path) =>
    [...readFileSync(join(web, path), 'utf8').matchAll(said)]
      .filter(([, quote, key]) =>
        quote === "'"
          ? english.has(key!) && !rights.has(key!)
          : [...english.keys()].some((known) => known.startsWith(key!)),
      )
      .map((found) => found[2]!)
      .map((key) => `${path}: ${key}`),
  );
  assert.deepEqual(saidTooEarly, []);
});

test('the customer’s page says nothing of which it did not bring the words', () => {
  const files = [...comesWith(['customer.tsx'])];
  assert.ok(
    files.includes('screens/entry/send-in.tsx') && files.includes('server/refusals.ts'),
    'its files were not found',
  );
  const brought = flat(enEntry);
  const keys = new RegExp(
    `['\`]((?:${Object.keys({ ...enFirst, ...enLater }).join('|')}|entry)\\.[a-z_0-9]+)['$]`,
    'g',
  );
  const said = files.flatMap((file) =>
    [...readFileSync(join(web, file), 'utf8').matchAll(keys)].map((found) => found[1]!),
  );
  assert.ok(said.includes('entry.send') && said.includes('problem.loading'));
  assert.deepEqual(
    said.filter((key) => english.has(key) && !brought.has(key)),
    [],
  );
});

test('every error code that the server may answer with has its words', () => {
  const code = sources(join(web, '../src'));
  const thrown =
    /(?:refusal|Refused|Stale|Invalid|NotFound|Forbidden|NotSignedIn|TooMany)\(\s*'([a-z_]+(?:\.[a-z_0-9]+)*)'/g;
  const written = /\bcode: '([a-z_]+(?:\.[a-z_0-9]+)*)'/g;
  const codes = [thrown, written].flatMap((form) => [...code.matchAll(form)].map((found) => found[1]!));
  const wordless = [...new Set(codes)].filter((one) => !english.has(`errors.${one}`));
  assert.deepEqual(wordless, []);
});

test('Simplified is written in simplified characters and Traditional in traditional ones', () => {
  const simplify = OpenCC.Converter({ from: 't', to: 'cn' });
  for (const [key, text] of chinese['zh-hans']) assert.equal(simplify(text), text, key);
  const traditional = OpenCC.Converter({ from: 'cn', to: 'tw' });
  // Characters that are good in both scripts: the converter would exchange them without need.
  const both = /[台只里后系面表准志卷升回游划范云岩制采于周]/g;
  for (const [key, text] of chinese['zh-hant']) {
    const converted = traditional(text);
    const changed = [...text].filter(
      (sign, at) => converted.length === text.length && sign !== converted[at] && !sign.match(both),
    );
    assert.deepEqual(changed, [], `${key}: ${text}`);
  }
});

/** What is said on the mainland only. Traditional is written in the usage of Taiwan and Hong Kong, not converted. */
const mainland =
  /軟件|硬件|打印|信息|網絡|默認|登錄|賬號|賬戶|視頻|短信|搜索|保存|屏幕|設置|添加|刷新|鏈接|反饋|質量|鼠標|服務器|數據|用戶名|郵箱|二維碼|掃碼|上傳文件|通過率|激活|撤銷|菜單|在線|導入|導出|優先級|工單號碼段/;

test('Traditional uses the words of Taiwan and Hong Kong', () => {
  for (const [key, text] of chinese['zh-hant']) assert.doesNotMatch(text, mainland, `${key}: ${text}`);
});

test('Traditional is understood in Taiwan and in Hong Kong alike', () => {
  for (const [key, text] of chinese['zh-hant']) assert.doesNotMatch(text, ONE_REGION_ONLY, `${key}: ${text}`);
});

test('resolved and closed have one word each, and the customer is one in both scripts', () => {
  for (const [language, words] of Object.entries(chinese))
    for (const [key, text] of words) assert.doesNotMatch(text, OTHER_WORD[language as keyof typeof chinese], key);
  const customers = (words: Flat, word: string) =>
    [...words].filter(([, text]) => text.includes(word)).map(([key]) => key);
  assert.deepEqual(customers(chinese['zh-hant'], '客戶').sort(), customers(chinese['zh-hans'], '客户').sort());
});

test('Chinese sentences have Chinese punctuation', () => {
  for (const [language, words] of Object.entries(chinese)) {
    for (const [key, text] of words) assert.doesNotMatch(text, HALF_WIDTH, `${language} ${key}: ${text}`);
  }
});

test('screens do not beg: no "please"', () => {
  for (const [key, text] of english) assert.doesNotMatch(text, /\bplease\b/i, key);
});

test('a gap chooses between one and several', () => {
  assert.equal(fill('{n|1 row|# rows} of {all}', { n: 1, all: 9 }, 'en-GB'), '1 row of 9');
  assert.equal(fill('{n|1 row|# rows} of {all}', { n: 1204, all: 'x' }, 'en-GB'), '1,204 rows of x');
  assert.equal(fill('{n} 行', { n: 1 }, 'zh-CN'), '1 行');
  assert.equal(fill('{missing}', {}, 'en-GB'), '{missing}');
});

test('the browser language decides before anybody has signed in', () => {
  assert.equal(languageFor(['zh-HK', 'en']), 'zh-hant');
  assert.equal(languageFor(['zh-Hans-HK']), 'zh-hans');
  assert.equal(languageFor(['zh']), 'zh-hans');
  assert.equal(languageFor(['fr-FR', 'zh-TW']), 'zh-hant');
  assert.equal(languageFor(['fr-FR']), 'en');
});
