import type { Generated } from 'kysely';
import type { Id } from '../kernel/id.ts';
import type { Json } from '../kernel/json.ts';
import type { Instant } from '../kernel/time.ts';
import type { Reckoning } from './charge.ts';
import type { NOTICE_STATES, PAY_WAYS } from './states.ts';
import type { CHARGE_PERIODS, ChargeItem, CLOSING_PERIODS } from './items.ts';

type Period = (typeof CHARGE_PERIODS)[number];

export type ChargeBasisTable = {
  id: Id<'charge_basis'>;
  centre_id: Id<'centre'>;
  place_id: Id<'place'>;
  /** `area`, or the key of an item whose amount is agreed for the unit. */
  about: string;
  /** Hundredths of a square metre, or money; null: it holds no longer. */
  value: number | null;
  by_id: Id<'person'> | null;
  at: Instant;
};

export type ChargeRunTable = {
  id: Id<'charge_run'>;
  centre_id: Id<'centre'>;
  item_key: string;
  item: Json<ChargeItem>;
  period: Period;
  /** First day of the period, YYYY-MM-DD. */
  begins: string;
  due_day: string;
  by_id: Id<'person'>;
  at: Instant;
  revoked_at: Instant | null;
  revoked_by_id: Id<'person'> | null;
  revoked_because: string | null;
};

/** An entry, never changed: what is open of it is a sum. */
export type ChargeTable = {
  id: Id<'charge'>;
  centre_id: Id<'centre'>;
  customer_id: Id<'customer'>;
  place_id: Id<'place'> | null;
  item_key: string;
  /** As it stood when it was charged. */
  item: Json<ChargeItem>;
  reckoning: Json<Reckoning>;
  amount: number;
  begins: string | null;
  due_day: string;
  run_id: Id<'charge_run'> | null;
  ticket_id: Id<'ticket'> | null;
  work_order_id: Id<'work_order'> | null;
  note: Generated<string>;
  by_id: Id<'person'> | null;
  at: Instant;
};

export type ChargeClaimTable = {
  /** The unit or the work order. */
  about_id: string;
  item_key: string;
  /** Empty: of no period. */
  begins: string;
  charge_id: Id<'charge'>;
};

export type ChargeReceiptNumberTable = { centre_id: Id<'centre'>; year: number; last: number };

export type ChargeReceiptTable = {
  id: Id<'charge_receipt'>;
  centre_id: Id<'centre'>;
  year: number;
  number: number;
  customer_id: Id<'customer'>;
  amount: number;
  way: (typeof PAY_WAYS)[number];
  payer: Generated<string>;
  reference: Generated<string>;
  taken_by_id: Id<'person'>;
  at: Instant;
};

export type ChargeReceiptReversalTable = {
  receipt_id: Id<'charge_receipt'>;
  reason: string;
  by_id: Id<'person'>;
  at: Instant;
};

export type ChargeSettlementTable = {
  id: Id<'charge_settlement'>;
  charge_id: Id<'charge'>;
  sort: 'payment' | 'waiver' | 'reversal';
  amount: number;
  receipt_id: Id<'charge_receipt'> | null;
  reason: Generated<string>;
  by_id: Id<'person'> | null;
  at: Instant;
};

export type ChargeNoticeTable = {
  id: Id<'charge_notice'>;
  run_id: Id<'charge_run'> | null;
  charge_id: Id<'charge'> | null;
  customer_id: Id<'customer'>;
  state: (typeof NOTICE_STATES)[number];
  message_id: Id<'message'> | null;
  at: Instant | null;
  by_id: Id<'person'> | null;
};

export type DunningTable = {
  id: Id<'dunning'>;
  centre_id: Id<'centre'>;
  customer_id: Id<'customer'>;
  opened_at: Instant;
  closed_at: Instant | null;
};

export type DunningStepTable = {
  id: Id<'dunning_step'>;
  dunning_id: Id<'dunning'>;
  sort: 'notice' | 'contact';
  way: 'printed' | 'written' | 'phone' | 'visit' | 'counter';
  /** What was overdue then. */
  amount: number;
  reached: boolean;
  outcome: Generated<string>;
  next_day: string;
  message_id: Id<'message'> | null;
  contact_id: Id<'contact'> | null;
  by_id: Id<'person'>;
  at: Instant;
};

/** What paid service came to in a week. */
export type WeekLedger = { billed: number; paid: number; open: number };

export type ChargeDeliveryTable = {
  id: Id<'charge_delivery'>;
  centre_id: Id<'centre'>;
  period: (typeof CLOSING_PERIODS)[number];
  begins: string;
  from_at: Instant;
  until_at: Instant;
  computed: number | null;
  amount: number | null;
  because: string | null;
  ledger: Json<WeekLedger | null>;
  delivered_at: Instant | null;
  delivered_by_id: Id<'person'> | null;
  received: number | null;
  received_because: string | null;
  received_at: Instant | null;
  received_by_id: Id<'person'> | null;
};

export type ChargeDeliveredTable = {
  receipt_id: Id<'charge_receipt'>;
  /** given_back: its money was given back after it had been delivered. */
  sort: 'taken' | 'given_back';
  delivery_id: Id<'charge_delivery'>;
};
