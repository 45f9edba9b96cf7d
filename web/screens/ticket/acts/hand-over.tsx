import { Textarea } from '@mantine/core';
import type { z } from 'zod';
import type { proposedOut } from '../../../../src/ticket/propose-owner.ts';
import { api } from '../../../server/api.ts';
import { useRead } from '../../../server/queries.ts';
import { problemWords } from '../../../server/refusals.ts';
import { Choices } from '../../../ui/form/choices.tsx';
import { LoadingLines } from '../../../ui/states.tsx';
import { t } from '../../../words/words.ts';
import { ActForm } from '../act-form.tsx';
import { needed } from '../needed.ts';
import type { ActProps } from './act.ts';
import { ReasonForm } from './reason-form.tsx';
import styles from './acts.module.css';

type Proposed = z.output<typeof proposedOut>;
type Way = 'over' | 'up' | 'given';

/** Offers it to a colleague; whoever has it stays accountable until it is accepted. */
export function HandOver({ ticket, done }: ActProps) {
  const ways: Way[] = [
    ...(ticket.can['offer'] === null ? (['over', 'up'] as const) : []),
    ...(ticket.can['assign'] === null ? (['given'] as const) : []),
  ];
  return <OfferForm ticket={ticket} done={done} ways={ways} name="offer" />;
}

/** Hands it up to a superior, and keeps it in sight. */
export function HandUp({ ticket, done }: ActProps) {
  return <OfferForm ticket={ticket} done={done} ways={['up']} name="hand-up" />;
}

function OfferForm({ ticket, done, ways, name }: ActProps & { ways: readonly Way[]; name: string }) {
  const initial = { toId: null as string | null, way: ways[0] ?? ('over' as Way), reason: '' };
  return (
    <ActForm
      ticket={ticket}
      name={name}
      initial={initial}
      submit={t('ticket.offer')}
      check={(values) => ({
        toId: needed(values.toId),
        reason: needed(values.reason),
      })}
      send={(values, options) =>
        api.post(`tickets/${ticket.id}/offer`, { version: ticket.version, ...values }, options)
      }
      done={done}
    >
      {(form) => (
        <>
          <WhoCould
            ticketId={ticket.id}
            up={form.values.way === 'up'}
            value={form.values.toId}
            onChange={(toId) => form.setFieldValue('toId', toId)}
            error={form.errors['toId']}
          />
          {ways.length > 1 ? (
            <Choices
              label={t('ticket.offer_way')}
              options={ways.map((way) => ({ value: way, label: t(`ticket.way_${way}`) }))}
              value={form.values.way}
              onChange={(way) => way && form.setFieldValue('way', way)}
            />
          ) : null}
          <Textarea
            label={t('ticket.reason')}
            autosize
            minRows={1}
            maxRows={4}
            required
            {...form.getInputProps('reason')}
          />
        </>
      )}
    </ActForm>
  );
}

type WhoCouldProps = {
  ticketId: string;
  /** Handed up, it goes to somebody who stands above. */
  up: boolean;
  value: string | null;
  onChange: (id: string) => void;
  error: React.ReactNode;
};

/** Who could take it: on duty, knowing this kind, least loaded first. */
function WhoCould({ ticketId, up, value, onChange, error }: WhoCouldProps) {
  const {
    data,
    isPending,
    error: problem,
  } = useRead<Proposed>(`tickets/${ticketId}/owners`, {
    about: ['person', 'duty', 'ticket'],
  });
  return (
    <fieldset className={styles['people']}>
      <legend>{t('ticket.offer_to')}</legend>
      {isPending ? <LoadingLines count={4} /> : null}
      {problem ? <p role="alert">{problemWords(problem)}</p> : null}
      {data?.items
        .filter((one) => !up || one.above)
        .map((one) => (
          <label key={one.id} data-chosen={one.id === value || undefined}>
            <input type="radio" name="to" checked={one.id === value} onChange={() => onChange(one.id)} />
            <span className={styles['name']}>{one.name}</span>
            <span className="dim">
              {[
                one.onDuty ? t('ticket.on_duty') : t('ticket.off_duty'),
                one.skilled ? t('ticket.skilled') : '',
                t('ticket.load', { count: one.open }),
                one.late > 0 ? t('ticket.load_late', { count: one.late }) : '',
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
            {one.proposed ? <span className={styles['proposed']}>{t('ticket.proposed')}</span> : null}
          </label>
        ))}
      {error ? <p className={styles['error']}>{error}</p> : null}
    </fieldset>
  );
}

/** No, and why: whoever offered it stays accountable. */
export function RefuseOffer({ ticket, done }: ActProps) {
  return (
    <ReasonForm
      ticket={ticket}
      name="refuse-offer"
      submit={t('ticket.refuse_offer')}
      send={(reason, options) => api.post(`tickets/${ticket.id}/offer/answer`, { accept: false, reason }, options)}
      done={done}
    />
  );
}
