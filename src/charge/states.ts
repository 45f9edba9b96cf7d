/** How a charge stands: a fact of its entries and of the day. */
export const CHARGE_STATES = ['open', 'overdue', 'paid', 'waived', 'reversed'] as const;
export type ChargeState = (typeof CHARGE_STATES)[number];

export const PAY_WAYS = ['cash', 'card', 'transfer', 'wechat', 'alipay', 'cheque'] as const;

/** How somebody was told of his bill; dropped: the bill was revoked before he was. */
export const NOTICE_STATES = ['waiting', 'written', 'to_print', 'printed', 'dropped'] as const;
