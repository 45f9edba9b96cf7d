import { normalisePhone } from './mask.ts';

const MOBILE = /^\+86(1[3-9][0-9]{9})$/;
const LANDLINE = /^\+86([2-9][0-9]{9,10}|10[0-9]{8})$/;

function local(form: string): string {
  const mobile = MOBILE.exec(form);
  if (mobile) return mobile[1]!;
  const landline = LANDLINE.exec(form);
  return landline ? `0${landline[1]!}` : form;
}

const onlyDigits = (text: string): string => text.normalize('NFKC').replace(/[^0-9]/g, '');

/**
 * A number, stored or typed, as people here write and dial it: 13812345678, 01062345678; from abroad with its plus. What says more than
 * the number (an extension) stays as it was typed.
 */
export function dialled(written: string): string {
  const form = normalisePhone(written);
  const national = onlyDigits(form).replace(/^86/, '');
  return national !== '' && onlyDigits(written).endsWith(national) ? local(form) : written;
}
