import { workActs } from '../ticket/acts/all.ts';
import { RowAct } from './row-acts.tsx';

type PromiseOnRowProps = { ticketId: string; close: () => void };

/** The ticket's own promise dialog, over the list. */
export function PromiseOnRow({ ticketId, close }: PromiseOnRowProps) {
  const act = workActs().find(({ key }) => key === 'promise')!;
  return <RowAct acting={{ id: ticketId, act, next: false }} close={close} done={close} />;
}
