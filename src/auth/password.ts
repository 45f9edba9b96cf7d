import { hash, verify } from '@node-rs/argon2';
import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';

/** argon2id, 19 MiB, two passes, one lane: OWASP's first choice. About 25 ms on one core, off the main thread. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export type PasswordHash = string & { readonly __passwordHash: never };

export async function hashPassword(password: string): Promise<PasswordHash> {
  return (await hash(password, COST)) as PasswordHash;
}

export async function passwordFits(hashed: string, password: string): Promise<boolean> {
  return verify(hashed, password);
}

export const SHORTEST = 10;
export const LONGEST = 200;

/** What is tried first by whoever guesses; compared without case, digits at the end, and signs. */
const COMMON = new Set(
  (
    'password passwort passw0rd p@ssword letmein welcome iloveyou sunshine princess football baseball superman batman ' +
    'trustno monkey dragon master shadow qwerty qwertyuiop qwertyui asdfghjkl asdfgh zxcvbnm zxcvbn qazwsx qazwsxedc ' +
    'qweasdzxc qweasd abc abcd abcdef abcdefg abcdefgh abcdefghij aaaaaaaaaa admin administrator root guest test tester ' +
    'changeme default secret login user huiyin woaini wodemima mima woshishui nihao zhongguo beijing shanghai ' +
    'taobao wangyi tencent aaaa passpass passwordpassword adminadmin rootroot computer internet whatever starwars ' +
    'company service servicecentre servicecenter customer customerservice hotel property'
  ).split(' '),
);

function core(password: string): string {
  return password
    .toLowerCase()
    .replaceAll(/[^a-z@0]/g, '')
    .replaceAll(/0+$/g, '');
}

/** 1234567890, 9876543210, 1111111111, 1212121212: fewer than five different signs, or one straight run. */
function isMonotonous(password: string): boolean {
  if (new Set(password).size < 5) return true;
  const codes = [...password].map((sign) => sign.codePointAt(0)!);
  const steps = new Set(codes.slice(1).map((code, at) => (code - codes[at]! + 10) % 10));
  return /^\d+$/.test(password) && steps.size === 1;
}

/** Why this may not be that person's password. Length is what counts (NIST 800-63B); no rules about kinds of signs. */
export function whyNotPassword(password: string, username: string): Refusal | null {
  const length = [...password].length;
  if (length < SHORTEST) return refusal('password.too_short', { least: SHORTEST });
  if (length > LONGEST) return refusal('password.too_long', { most: LONGEST });
  const name = username.toLowerCase();
  const plain = password.toLowerCase();
  if (plain.includes(name) && plain.length - name.length < 6) return refusal('password.is_username');
  if (COMMON.has(core(password)) || isMonotonous(password)) return refusal('password.too_common');
  return null;
}
