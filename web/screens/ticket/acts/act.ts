import type { ComponentType } from 'react';
import type { Refusal } from '../../../../src/kernel/refusal.ts';
import type { IconType } from '../../../ui/action-button.tsx';
import type { TicketView } from '../view.ts';

export type ActProps = { ticket: TicketView; done: () => void };

/** Something that can be done to a ticket, by a button, by a key, and from the list too. */
export type Act = {
  key: string;
  label: string;
  icon: IconType;
  hotkey?: string;
  /** Why not: null may, undefined is not offered here at all. */
  why: (ticket: TicketView) => Refusal | null | undefined;
  form: ComponentType<ActProps>;
};

export const ended: ReadonlySet<string> = new Set(['closed', 'cancelled']);

/** The verdict of the server for one action. */
export const can =
  (action: string) =>
  (ticket: TicketView): Refusal | null | undefined =>
    ticket.can[action];

/** The verdict, where something else makes it worth offering. */
export const canIf =
  (action: string, offered: (ticket: TicketView) => boolean) =>
  (ticket: TicketView): Refusal | null | undefined =>
    offered(ticket) ? ticket.can[action] : undefined;
