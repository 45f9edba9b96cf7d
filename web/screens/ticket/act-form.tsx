import type { UseFormReturnType } from '@mantine/form';
import type { ReactNode } from 'react';
import { ApiError } from '../../server/api.ts';
import { refresh } from '../../server/queries.ts';
import type { Known } from '../../ui/form/known.ts';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import type { TicketView } from './view.ts';
import { changedBy } from './view.ts';

type Options = { key: string };

type ActFormProps<Values> = {
  ticket: TicketView;
  /** Under this name what is half typed belongs to the ticket. */
  name: string;
  initial: Values;
  submit: string;
  check?: (values: Values) => Partial<Record<string, string | null>>;
  send: (values: Values, options: Options, known: Known<Values>) => Promise<unknown>;
  done: () => void;
  children: (form: UseFormReturnType<Values>) => ReactNode;
};

/** The form of one act on a ticket. What is half typed stays with the ticket; somebody else's change in between loses nothing. */
export function ActForm<Values extends Record<string, unknown>>(props: ActFormProps<Values>) {
  const { ticket, name, initial, check, send, done } = props;
  const draft = useDraftForm<Values, unknown>({
    subject: `ticket/${ticket.id}/${name}`,
    initial,
    version: ticket.version,
    ...(check ? { check } : {}),
    send: (values, options, known) =>
      send(values, options, known).catch((problem: unknown) => readAgain(ticket.id, problem)),
    changes: () => changedBy(ticket.id),
    done,
  });
  return (
    <FormFrame draft={draft} submit={props.submit}>
      {props.children(draft.form)}
    </FormFrame>
  );
}

/** Somebody else was faster: what is new is read, so that the same press goes through the next time. */
export async function readAgain(ticketId: string, problem: unknown): Promise<never> {
  if (problem instanceof ApiError && problem.status === 409) await refresh([`ticket/${ticketId}`]);
  throw problem;
}
