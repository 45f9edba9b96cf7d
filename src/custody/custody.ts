import type { Id } from '../kernel/id.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import type { Ladder, Limit } from '../commitment/rule.ts';
import type { CustodyAct, CustodySort, CustodyState } from './sorts.ts';
import { CUSTODY_ACTS } from './sorts.ts';

/** What somebody enters by hand: all but the first entry and a correction, which are acts of their own. */
export const ENTERED_ACTS = CUSTODY_ACTS.filter((act) => act !== 'received' && act !== 'corrected') as Exclude<
  CustodyAct,
  'received' | 'corrected'
>[];
export type EnteredAct = (typeof ENTERED_ACTS)[number];

export const CONDITIONS = ['good', 'worn', 'damaged'] as const;
export type Condition = (typeof CONDITIONS)[number];

export const HOLDER_KINDS = ['house', 'person', 'customer', 'outside', 'nobody'] as const;

/** Who has a thing: the house, one of ours, a customer, somebody outside by name; nobody where it is gone. */
export type Holder =
  | { kind: 'house' | 'nobody' }
  | { kind: 'person'; id: Id<'person'> }
  | { kind: 'customer'; id: Id<'customer'> }
  | { kind: 'outside'; name: string };

/** What is owed of a thing: that it comes back, and that a pass is renewed or recovered by its last day. */
export const BACK = 'custody_back';
export const RENEW = 'custody_renew';
/** What is owed of a count: that it is made, and that its differences are settled. */
export const COUNT = 'custody_count';
export const SETTLE = 'custody_settle';

/** Of a house whose settings are older than custody: back within a working day, and who is told. */
export const LADDER: Ladder = [
  { at: { share: 0.9 }, do: 'warn', to: 'owner' },
  { at: { share: 1 }, do: 'warn', to: 'owner' },
  { at: { after: 'PT4H', basis: 'working' }, do: 'warn', to: 'supervisor' },
  { at: { after: 'P2D', basis: 'working' }, do: 'warn', to: 'centre_manager' },
];
export const BRING_BACK: Limit = {
  allowance: { text: 'P1D', basis: 'working' },
  calendar: 'reception',
  ladder: LADDER,
};

type Move = {
  from: readonly CustodyState[];
  to: CustodyState | 'same';
  holder: 'house' | 'given' | 'nobody' | 'same';
  of: readonly CustodySort[];
};

const LENT: readonly CustodySort[] = ['key', 'asset', 'tool'];
const PAPERS: readonly CustodySort[] = ['pass', 'certificate'];
const ALL: readonly CustodySort[] = [...LENT, ...PAPERS];
const LIVE: readonly CustodyState[] = ['in_house', 'drawn', 'handed_out', 'issued'];

/** From which state each act leads to which, who has the thing then, and of what sort of things it is. */
export const MOVES: Record<EnteredAct, Move> = {
  drawn: { from: ['in_house'], to: 'drawn', holder: 'given', of: LENT },
  handed_over: { from: ['drawn', 'handed_out'], to: 'same', holder: 'given', of: LENT },
  returned: { from: ['drawn', 'handed_out'], to: 'in_house', holder: 'house', of: LENT },
  handed_out: { from: ['in_house'], to: 'handed_out', holder: 'given', of: LENT },
  issued: { from: ['in_house'], to: 'issued', holder: 'given', of: PAPERS },
  renewed: { from: ['issued'], to: 'same', holder: 'same', of: PAPERS },
  withdrawn: { from: ['issued'], to: 'in_house', holder: 'house', of: PAPERS },
  damaged: { from: LIVE, to: 'same', holder: 'same', of: ALL },
  mended: { from: ['in_house'], to: 'same', holder: 'same', of: LENT },
  lost: { from: LIVE, to: 'lost', holder: 'nobody', of: ALL },
  written_off: { from: ['in_house', 'lost'], to: 'written_off', holder: 'nobody', of: ALL },
  found: { from: ['drawn', 'handed_out', 'issued', 'lost'], to: 'in_house', holder: 'house', of: ALL },
};

const STANDS_SO: Record<CustodyState, Refusal> = {
  in_house: refusal('custody.is_in_house'),
  drawn: refusal('custody.is_drawn'),
  handed_out: refusal('custody.is_handed_out'),
  issued: refusal('custody.is_issued'),
  lost: refusal('custody.is_lost'),
  written_off: refusal('custody.is_written_off'),
};

type Standing = { sort: CustodySort; state: CustodyState; condition: Condition };

/** Why an act cannot be done to a thing as it stands. */
export function whyNotEnter(one: Standing, act: EnteredAct): Refusal | null {
  const move = MOVES[act];
  if (!move.of.includes(one.sort)) return refusal('custody.not_of_its_sort', { act });
  if (!move.from.includes(one.state)) return STANDS_SO[one.state];
  if (act === 'mended' && one.condition !== 'damaged') return refusal('custody.not_damaged');
  if ((act === 'drawn' || act === 'issued') && one.condition === 'damaged') return refusal('custody.is_damaged');
  return null;
}

/** What the kind of a thing asks for, and it does not say. */
export function whyNotComplete(
  needs: readonly string[],
  said: { place: boolean; customer: boolean; worth: boolean },
): Refusal | null {
  if (needs.includes('place') && !said.place) return refusal('custody.needs_place', { path: 'placeId' });
  if (needs.includes('customer') && !said.customer) return refusal('custody.needs_customer', { path: 'customerId' });
  return needs.includes('worth') && !said.worth ? refusal('custody.needs_worth', { path: 'worth' }) : null;
}

/** What somebody says as he enters it, as far as something can be missing. */
export type Said = {
  act: EnteredAct;
  to: Holder | null;
  purpose: string;
  condition: Condition | null;
  dueBack: Instant | null;
  validUntil: string | null;
  whatHappened: string;
  remark: string;
};

/** What is missing of an entry: from whom to whom, why, in what state it came back, what happened to it. */
export function whyNotSaid(said: Said, needsValidity: boolean): Refusal | null {
  const { act } = said;
  if (MOVES[act].holder === 'given' && said.to === null) return refusal('custody.to_whom', { path: 'to' });
  if (['drawn', 'handed_over', 'handed_out'].includes(act) && said.purpose === '')
    return refusal('custody.what_for', { path: 'purpose' });
  if (act === 'returned' && said.condition === null) return refusal('custody.what_condition', { path: 'condition' });
  if (isReport(said) && said.whatHappened === '') return refusal('custody.what_happened', { path: 'whatHappened' });
  if (act === 'written_off' && said.remark === '') return refusal('custody.why', { path: 'remark' });
  const dated = act === 'renewed' || (act === 'issued' && needsValidity);
  return dated && said.validUntil === null ? refusal('custody.until_when', { path: 'validUntil' }) : null;
}

/** What broke or is gone is reported with the same entry, at once (ASST-04). */
function isReport({ act, condition }: Said): boolean {
  return act === 'damaged' || act === 'lost' || (act === 'returned' && condition === 'damaged');
}

export function sameHolder(one: Holder, other: Holder): boolean {
  if (one.kind !== other.kind) return false;
  if ('id' in one && 'id' in other) return one.id === other.id;
  return !('name' in one) || !('name' in other) || one.name === other.name;
}

/** In what state it is after an act: as said, whole again, broken, or as it was. */
export function conditionAfter(act: EnteredAct, said: Condition | null, before: Condition): Condition {
  if (act === 'damaged') return 'damaged';
  if (act === 'mended') return 'good';
  return said ?? before;
}

/** Its last entry alone is taken back, and never the first: a thing registered by mistake is written off. */
export function whyNotCorrect(last: { seq: number; act: CustodyAct }): Refusal | null {
  if (last.act === 'corrected') return refusal('custody.corrected');
  return last.seq === 1 ? refusal('custody.first_entry') : null;
}
