import type { Id } from '../../kernel/id.ts';
import type { Clock, Instant } from '../../kernel/time.ts';
import type { Organisation } from '../context.ts';
import type { Caller } from './identify.ts';
import type { Route } from './route.ts';

/** That an answer shows somebody a customer's data, by which way, and whether his numbers are whole in it. */
type CustomerLook = {
  customerId: string;
  way: 'customer' | 'ticket' | 'desk' | 'found' | 'recording';
  whole: boolean;
};

/** The same of the file of somebody who works here. */
type MemberLook = { memberId: string };

export type Look = CustomerLook | MemberLook;

export type Looked = { schema: string; personId: Id<'person'>; at: Instant; looks: readonly Look[] };

/** Whether one of these numbers is shown whole. */
export function isWhole(phones: readonly (string | null)[]): boolean {
  return phones.some((phone) => phone !== null && !phone.includes('*'));
}

type Answered = { organisation: Organisation; caller: Caller | null; shown: unknown };

/** Who has just been shown whose data: handed to whoever keeps the book of it. Costs no statement. */
export function noteLooks(
  { looked, clock }: { looked?: ((looked: Looked) => void) | undefined; clock: Clock },
  route: Route,
  { organisation, caller, shown }: Answered,
): void {
  if (!looked || !route.looks || !caller) return;
  const looks = route.looks(shown);
  if (looks.length > 0) looked({ schema: organisation.schema, personId: caller.personId, at: clock.now(), looks });
}
