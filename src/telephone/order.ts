/** What is asked of an exchange, in the house's words; `ami-orders.ts` says it in Asterisk's. */
export type Order =
  | { do: 'dial'; endpoint: string; extension: string; number: string }
  | { do: 'pause'; endpoint: string; reason: string }
  | { do: 'ready'; endpoint: string }
  /** `live`: the name of what ARI records; null: the channel's file. */
  | { do: 'mute'; channel: string; live: string | null; on: boolean }
  | { do: 'hold'; channel: string; on: boolean }
  | { do: 'transfer'; kind: 'blind' | 'attended'; channel: string; to: string; reason: string | null }
  /** Of one whom he spoke with first: they are put together, or he comes back to the caller. */
  | { do: 'join'; channel: string }
  | { do: 'back'; channel: string };

export const ORDERS = ['dial', 'pause', 'ready', 'mute', 'hold', 'transfer', 'join', 'back'] as const;
