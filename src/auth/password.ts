import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';

export const SHORTEST = 10;
export const LONGEST = 200;

/** What is tried first by whoever guesses; compared without capitals, signs, and digits around it. */
const COMMON = new Set(
  (
    'password passwort letmein welcome iloveyou sunshine princess football baseball superman batman ' +
    'trustno monkey dragon master shadow qwerty qwertyuiop qwertyui asdfghjkl asdfgh zxcvbnm zxcvbn qazwsx qazwsxedc ' +
    'qweasdzxc qweasd abc abcd abcdef abcdefg abcdefgh abcdefghij aaaaaaaaaa admin administrator root guest test tester ' +
    'changeme default secret login user huiyin woaini wodemima mima woshishui nihao zhongguo beijing shanghai ' +
    'taobao wangyi tencent aaaa passpass passwordpassword adminadmin rootroot computer internet whatever starwars ' +
    'company service servicecentre servicecenter customer customerservice hotel property'
  ).split(' '),
);

const LEET: Record<string, string> = { '@': 'a', '4': 'a', '3': 'e', '1': 'i', '0': 'o', '5': 's', $: 's', '7': 't' };

/** The word that somebody dressed up: `P@ssw0rd2026!!` is `password`. */
function core(password: string): string {
  const bare = password.toLowerCase().replaceAll(/^[^a-z]+|[^a-z]+$/g, '');
  return bare.replaceAll(/[@431057$]/g, (sign) => LEET[sign]!).replaceAll(/[^a-z]/g, '');
}

/** 1234567890, 9876543210, 1111111111, 1212121212: fewer than five different signs, or one straight run. */
function isMonotonous(password: string): boolean {
  if (new Set(password).size < 5) return true;
  const codes = [...password].map((sign) => sign.codePointAt(0)!);
  const steps = new Set(codes.slice(1).map((code, at) => (code - codes[at]! + 10) % 10));
  return /^\d+$/.test(password) && steps.size === 1;
}

const HAN = /\p{Script=Han}/u;

export type Holder = { username: string; name?: string | undefined };

/** What somebody is called, as far as it is long enough to be looked for: Latin words of three letters, or any Chinese name. */
function callings({ username, name = '' }: Holder): string[] {
  const words = name.toLowerCase().split(/[\s.·,]+/);
  const telling = words.filter((word) => word.length >= 3 || (word.length === 2 && HAN.test(word)));
  return [username.toLowerCase(), ...telling];
}

/** How many signs must stand besides a name; a Chinese one is short, and leaves room for more digits. */
function besides(name: string): number {
  return HAN.test(name) ? 8 : 6;
}

/**
 * Why this may not be that person's password: too short, a name with a few signs around it, or what is tried first. Length is
 * what counts (NIST 800-63B); no rules about kinds of signs.
 */
export function whyNotPassword(password: string, holder: Holder, least: number = SHORTEST): Refusal | null {
  const length = [...password].length;
  if (length < least) return refusal('password.too_short', { least });
  if (length > LONGEST) return refusal('password.too_long', { most: LONGEST });
  const plain = password.toLowerCase();
  if (callings(holder).some((name) => plain.includes(name) && plain.length - name.length < besides(name)))
    return refusal('password.is_username');
  if (COMMON.has(core(password)) || isMonotonous(password)) return refusal('password.too_common');
  return null;
}
