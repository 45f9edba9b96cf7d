import { Locale } from 'opencc-js/t2cn';

/**
 * Pairs that the dictionary settles by phrase or by region only, but that people mix in writing: 回覆/回复, 計畫/计划, 瞭解/了解,
 * 帳戶/账户, 傢俱/家具, 看著/看着. Merging them costs a few false neighbours (划船 = 画船) and finds what was meant.
 */
const MERGED =
  '瞭了 祇只 衹只 藉借 覆复 著着 妳你 牠它 帐账 枱台 粧妆 衞卫 敍叙 划画 甚什 俱具 彷仿 砲炮 汚污 痺痹 簷檐 隣邻 戸户 栢柏 鎻锁 淸清 靑青 糭粽 顎腭';

/**
 * Which UTF-16 unit stands for a traditional one (Taiwan, Hong Kong, common variants): 維 -> 维, 3,000 of them.
 *
 * Character by character and never by phrase: only then is the fold of a fragment a fragment of the fold, which every search
 * for a part of a text stands on. Characters outside the BMP keep their form: too rare to pay for.
 */
export function simplifiedUnits(): Map<number, number> {
  const next = new Map<number, number>();
  for (const dictionary of (Locale.to['cn'] ?? []).flat()) {
    for (const pair of String(dictionary).split('|')) {
      // One unit, a space, one unit: phrases and characters outside the BMP are longer.
      if (pair.length === 3 && pair[1] === ' ') next.set(pair.charCodeAt(0), pair.charCodeAt(2));
    }
  }
  for (const pair of MERGED.split(' ')) next.set(pair.charCodeAt(0), pair.charCodeAt(1));
  const ends = new Map<number, number>();
  for (const from of next.keys()) {
    let to = from;
    // Chains are followed to their end (帳 -> 帐 -> 账), so that simplifying twice changes nothing.
    for (let step = 0; step < 4 && next.has(to); step += 1) to = next.get(to)!;
    if (to !== from) ends.set(from, to);
  }
  return ends;
}
