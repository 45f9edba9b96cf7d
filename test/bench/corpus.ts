import type { Instant } from '../../src/kernel/time.ts';
import { instantOf } from '../../src/kernel/time.ts';

/** Numbers that look random and are the same in every run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export type Random = () => number;

export function pick<Item>(random: Random, from: readonly Item[]): Item {
  return from[Math.floor(random() * from.length)]!;
}

/** The first few often, the last ones seldom: the way words are used (Zipf, exponent about 1). */
export function pickOften<Item>(random: Random, from: readonly Item[]): Item {
  return from[Math.floor(from.length ** random()) - 1] ?? from[0]!;
}

const split = (words: string): string[] => words.trim().split(/\s+/);

const ROOMS =
  split(`厨房 卫生间 阳台 客厅 主卧 次卧 书房 走廊 楼道 电梯间 地下车库 大堂 天台 水表井 配电房 消防通道 会所 儿童乐园
  门厅 储藏室 空调机位 排水沟 垃圾房 门卫室 单元门 围墙 泳池 篮球场 自行车棚 幼儿园门口`);
const THINGS =
  split(`水管 天花板 墙面 下水道 马桶 地漏 水龙头 电灯 插座 空气开关 门锁 窗户 玻璃 对讲机 门禁 电梯 热水器 排风扇 空调
  暖气 煤气表 水表 电表 消防栓 烟感 监控 路灯 道闸 水泵 管井 瓷砖 地板 防盗门 晾衣架 百叶窗 燃气灶 浴缸 花洒 洗手盆 阀门`);
const TROUBLES =
  split(`漏水 渗水 堵塞 坏了 不亮 跳闸 异响 松动 破裂 脱落 没有水 打不开 关不上 停了 漏电 有异味 反水 短路 生锈 结冰
  开裂 发霉 抖动 卡住 掉漆 冒烟 报警 失灵 漏气 鼓包`);
const MANNERS =
  split(`昨晚开始 今天早上 已经三天 一直 突然 断断续续 下雨以后 装修之后 第二次 又 上周报过 邻居也说 有点 非常严重 晚上
  周末 停电以后 换过一次 保修期内 搬进来就`);
const WISHES =
  split(`请尽快派人 希望下午来 家里有老人 白天没人在家 来之前打电话 要求当天处理 已经拍照 想知道多少钱 请回电话 急
  要求解释 希望道歉 请周六上午来 请带材料 不接受推迟 要求经理回复 已向居委会反映 需要发票`);
const THINGS_EN =
  split(`pipe ceiling faucet toilet drain lamp socket lock window glass intercom lift heater fan meter hydrant camera
  barrier pump valve tile floor door shower sink basement lobby garage corridor rooftop parking noise deposit parcel refund`);
const TROUBLES_EN =
  split(`leaking blocked broken flickering noisy loose cracked stuck overflowing dripping rusty smelly frozen missing
  unsafe dark jammed late lost wet`);
const WISHES_EN =
  split(`please come today again since yesterday after the storm call before visiting tenant at home owner abroad urgent second
  report invoice needed explain manager reply weekend morning evening elderly child asleep photo attached`);
const SURNAMES =
  split(`王 李 张 刘 陈 杨 黄 赵 吴 周 徐 孙 马 朱 胡 郭 何 林 高 罗 郑 梁 谢 宋 唐 许 韩 冯 邓 曹 彭 曾 肖 田 董 袁 潘
  于 蒋 蔡 余 杜 叶 程 苏 魏 吕 丁 任 沈 姚 卢 姜 崔 钟 谭 陆 汪 范 金 石 廖 贾 夏 韦 付 方 白 邹 孟 熊 秦 邱 江 尹 薛 闫 段 雷 侯 龙 史 陶 黎`);
const GIVEN =
  `伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红春梅建国文辉鑫宇浩然子轩梓涵欣怡诗雨佳琪俊豪思远嘉怡晨曦美玲志
  强晓东海燕雪松立新永康家豪泽宇博文婉清若曦锦程云飞天佑婷倩莹洁琳颖慧珊珍凤莲荣贵福生财旺`.replace(/\s/g, '');
const RARE =
  `的一是不了人我在有他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可她里后小么心多天而能好都然没日于起还
  发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两长知民样现分将外但身些与高意进把法此实回二理美点月明其种声全工己话儿
  者向情部正名定女问力机给等几很业最间新什打便位因重被走电四第门相次东政海口使教西再平真听世气信北少关并内加化由却代军产入先山五太水万市眼
  体别处总才场师书比住员九笑性通目华报立马命张活难神数件安表原车白应路期叫死常提感金何更反合放做系计或司利受光王果亲界及今京务制解各任至清
  物台象记边共风战干接它许八特觉望直服毛林题建南度统色字请交爱让认算论百吃义科怎元社术结六功指思非流每青管夫连远资队跟带花快条院变联言权往展`.replace(
    /\s/g,
    '',
  );
const SYLLABLES = split(
  `ba ber cal dan del en fer gar hol in jor ka lan mer nor ol pen quin ras sal tor un ver wil xan yor zel mon ri ta shu lo`,
);

/** A word seldom seen: a shop, a firm, a nickname. */
function rareWord(random: Random): string {
  if (random() < 0.3) return pick(random, SYLLABLES) + pick(random, SYLLABLES) + pick(random, SYLLABLES);
  return (
    pick(random, RARE as unknown as string[]) +
    pick(random, RARE as unknown as string[]) +
    (random() < 0.4 ? pick(random, RARE as unknown as string[]) : '')
  );
}

export function personName(random: Random): string {
  if (random() < 0.12)
    return `${capital(pick(random, SYLLABLES) + pick(random, SYLLABLES))} ${capital(pick(random, SYLLABLES))}son`;
  const given =
    pick(random, GIVEN as unknown as string[]) + (random() < 0.75 ? pick(random, GIVEN as unknown as string[]) : '');
  return pickOften(random, SURNAMES) + given;
}

function capital(word: string): string {
  return word[0]!.toUpperCase() + word.slice(1);
}

export function mobile(random: Random): string {
  return `1${pick(random, ['38', '39', '35', '50', '86', '77', '91'])}${String(Math.floor(random() * 1e8)).padStart(8, '0')}`;
}

/** What a ticket says, one in five in English; one in twelve names something rare. */
export function matter(random: Random): { title: string; need: string } {
  const tail = random() < 0.08 ? rareWord(random) : '';
  if (random() < 0.2) {
    const title = `${capital(pickOften(random, TROUBLES_EN))} ${pickOften(random, THINGS_EN)}`;
    const wishes = Array.from({ length: 5 }, () => pickOften(random, WISHES_EN)).join(' ');
    return {
      title,
      need: `The ${pickOften(random, THINGS_EN)} is ${pickOften(random, TROUBLES_EN)}, ${wishes} ${tail}`,
    };
  }
  const what = `${pickOften(random, ROOMS)}${pickOften(random, THINGS)}${pickOften(random, TROUBLES)}`;
  const need = `${pickOften(random, MANNERS)}${pickOften(random, ROOMS)}${pickOften(random, THINGS)}${pickOften(random, TROUBLES)}，${pickOften(random, WISHES)}，${pickOften(random, WISHES)}${tail && `，${tail}`}`;
  return { title: what, need };
}

/** Moments spread evenly over the years before `until`; the newest last. */
export function moments(count: number, until: number, span: number): (nth: number) => Instant {
  return (nth) => instantOf(Math.floor(until - span + (span * nth) / count));
}
