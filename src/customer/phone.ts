import type { Refusal } from '../kernel/refusal.ts';
import { dialled } from '../kernel/text/dialled.ts';
import { maskPhone } from '../kernel/text/mask.ts';
import type { Thing } from '../organisation/can.ts';
import { can } from '../organisation/can.ts';
import type { Context } from '../platform/context.ts';

/** `w***@example.com`: enough to recognise, not enough to write to. */
export function maskEmail(address: string): string {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, 1)}***${at < 0 ? '' : address.slice(at)}`;
}

/** Why this actor may not see phones and mails whole, or null if he may. */
export function whyMasked(context: Context, thing: Thing): Refusal | null {
  return can(context.actor, 'customer.see_phone', thing);
}

/** Numbers as this actor may see them. */
export function shownPhones(context: Context, thing: Thing, stored: readonly string[]): string[] {
  const whole = whyMasked(context, thing) === null;
  return stored.map((digits) => (whole ? dialled(digits) : maskPhone(dialled(digits))));
}
