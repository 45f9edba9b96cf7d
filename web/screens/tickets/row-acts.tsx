import { useEffect } from 'react';
import { refusalWords } from '../../server/refusals.ts';
import { say } from '../../ui/toast.ts';
import { t } from '../../words/words.ts';
import type { Act } from '../ticket/acts/act.ts';
import { ActDialog, openedAct } from '../ticket/dialogs.tsx';
import { useTicket } from '../ticket/view.ts';

export type Acting = { id: string; act: Act; next: boolean };

type RowActProps = { acting: Acting; close: () => void; done: (acting: Acting) => void };

/** One act on one row, without leaving the list: the same form as on the ticket, asked of the same rule. */
export function RowAct({ acting, close, done }: RowActProps) {
  const { data: ticket, error } = useTicket(acting.id);
  const why = ticket ? acting.act.why(ticket) : null;
  const refused = ticket !== undefined && why !== null;
  useEffect(() => {
    if (!refused && !error) return;
    const reason = why ? refusalWords(why) : t('list.not_for_this');
    say(t('action.refused', { label: acting.act.label, reason }), 'news');
    close();
    // Said once for each try.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [refused, error]);
  if (!ticket || refused) return null;
  return <ActDialog ticket={ticket} opened={openedAct(acting.act)} close={close} done={() => done(acting)} />;
}
