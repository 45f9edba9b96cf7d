const DIGIT = /[0-9]/;
/** Nothing longer is a phone number. */
const LONGEST_WRITTEN = 48;

/** A mobile number of mainland China, with the 0 that some exchanges put before it. */
const MOBILE = /^0?(1[3-9][0-9]{9})$/;
/** An area code (010, 021, 0755) and seven or eight digits; the trunk 0 falls away behind the country code. */
const LANDLINE = /^0([1-9][0-9]{1,2}[0-9]{7,8})$/;

/** Behind 86 without a plus: a mobile, Beijing, or another area code of two or three digits and the local number. */
const WITH_CHINA = /^86(1[3-9][0-9]{9}|10[0-9]{8}|[2-9][0-9]{9,10})$/;

function inChina(digits: string): string {
  const full = MOBILE.exec(digits) ?? LANDLINE.exec(digits) ?? WITH_CHINA.exec(digits);
  return full ? `+86${full[1]!}` : digits;
}

/** Elsewhere: fewer than seven digits are a hotline or an extension, a leading 0 is the trunk prefix. */
function inCountry(digits: string, country: string): string {
  if (digits.length < 7) return digits;
  if (digits.startsWith(country) && digits.length >= Math.max(10, country.length + 7)) return `+${digits}`;
  return `+${country}${digits.replace(/^0/, '')}`;
}

/**
 * The form in which phone numbers are compared: `+8613812345678` where country and area are known, else bare digits (95588,
 * 4008208820, an extension, a local number without its area). Takes any punctuation, full-width digits, `+86`, `0086`, `(0)`, the
 * trunk 0 and extensions (转801, ext. 801), which are dropped. No digits give an empty string.
 *
 * @param defaultCountry the calling code that a number without one belongs to
 */
export function normalisePhone(text: string, defaultCountry = '86'): string {
  const plain = text.slice(0, LONGEST_WRITTEN).normalize('NFKC').toLowerCase();
  // The extension of a landline: behind a word, or as a third group behind area code and number (010-62345678-801).
  const main = plain
    .replace(/(?<=[0-9].*?)(?:转|轉|分机|分機|ext\.?|x|#)[^0-9]*[0-9]+\D*$/u, '')
    .replace(/^(\D*0[0-9]{2,3}[^0-9]+[0-9]{7,8})-[0-9]{1,5}\D*$/, '$1');
  const international = /^[^0-9+]*\+/.test(main);
  const digits = main.replace(/\(0\)/g, '').replace(/[^0-9]/g, '');
  if (digits === '') return '';
  const abroad = international ? digits : /^00[1-9]/.test(digits) ? digits.slice(2) : null;
  if (abroad === null) return defaultCountry === '86' ? inChina(digits) : inCountry(digits, defaultCountry);
  // +86 010... and +86 0138... are common slips: the trunk 0 does not belong there.
  return `+${abroad.replace(/^860/, '86')}`;
}

/** Each number once, in the first of the forms in which it was written. */
export function distinctPhones(phones: readonly string[]): string[] {
  const first = new Map<string, string>();
  for (const phone of phones) {
    const form = normalisePhone(phone) || phone;
    if (!first.has(form)) first.set(form, phone);
  }
  return [...first.values()];
}

/**
 * Whether two written numbers reach the same phone. In China a local number without its area (`62345678`) is taken for the landline
 * that ends with it, since the people of one centre live in one area. Two empty ones are not the same.
 */
export function samePhone(a: string, b: string, defaultCountry = '86'): boolean {
  const one = normalisePhone(a, defaultCountry);
  const other = normalisePhone(b, defaultCountry);
  if (one === '' || other === '') return false;
  return one === other || isLocalPart(one, other) || isLocalPart(other, one);
}

function isLocalPart(local: string, full: string): boolean {
  if (!/^[2-9][0-9]{6,7}$/.test(local) || !/^\+86(10|[2-9])/.test(full)) return false;
  const area = full.length - '+86'.length - local.length;
  return full.endsWith(local) && (area === 2 || area === 3);
}

/** How many digits at the end stay readable, and how many before them are hidden. */
function hiddenPart(count: number): { hidden: number; shown: number } {
  if (count >= 8) return { hidden: 4, shown: 4 };
  if (count >= 5) return { hidden: count - 2, shown: 2 };
  return { hidden: count, shown: 0 };
}

/**
 * A phone number for those who may not see it: `138****5678`, `010-****5678`, `****5678`, `****78`, `***`. The last four digits stay,
 * by which people recognise a number; punctuation stays where it was.
 */
export function maskPhone(phone: string): string {
  const written = Array.from(phone.normalize('NFKC'));
  const places = written.flatMap((character, at) => (DIGIT.test(character) ? [at] : []));
  const { hidden, shown } = hiddenPart(places.length);
  const end = places.length - shown;
  for (const at of places.slice(end - hidden, end)) written[at] = '*';
  return written.join('');
}
