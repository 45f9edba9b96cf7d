import { IconPrinter } from '@tabler/icons-react';
import { useRead } from '../../server/queries.ts';
import { problemWords } from '../../server/refusals.ts';
import { useSession } from '../../session/session.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { printSlip } from '../../ui/print.tsx';
import { say } from '../../ui/toast.ts';
import { t } from '../../words/words.ts';
import type { HandlingFormAnswer } from './handling-form-paper.tsx';
import type { TicketView } from './view.ts';

/** The handling form for the file and for the return visit (COMP-04), printed as far as it is filled in. */
export function PrintHandlingForm({ ticket }: { ticket: TicketView }) {
  const { organisation } = useSession();
  const read = useRead<HandlingFormAnswer>(`tickets/${ticket.id}/handling-form`, {
    about: [`ticket/${ticket.id}`],
    enabled: false,
  });
  const print = async () => {
    const { data, error } = await read.refetch();
    if (error) return say(problemWords(error), 'problem');
    // the paper comes when it is printed: the ticket's screen does without
    const { HandlingForm } = await import('./handling-form-paper.tsx');
    if (data) printSlip(<HandlingForm form={data} organisation={organisation.name} />);
  };
  return (
    <ActionButton
      label={t('ticket.print_form')}
      icon={IconPrinter}
      kind="quiet"
      busy={read.isFetching}
      onRun={() => void print()}
    />
  );
}
