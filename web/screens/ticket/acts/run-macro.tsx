import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { z } from 'zod';
import type { macrosOut, macroTriedOut } from '../../../../src/macro/view.ts';
import type { ApiError } from '../../../server/api.ts';
import { api } from '../../../server/api.ts';
import { useDesk } from '../../../matter/kinds.ts';
import { stepWords } from '../../../matter/macro-words.ts';
import { useRead } from '../../../server/queries.ts';
import { refusalWords } from '../../../server/refusals.ts';
import { Choices } from '../../../ui/form/choices.tsx';
import { EmptyState, ErrorState, LoadingLines } from '../../../ui/states.tsx';
import { t } from '../../../words/words.ts';
import { ActForm } from '../act-form.tsx';
import { factOf } from '../facts/facts.ts';
import { needed } from '../needed.ts';
import type { TicketView } from '../view.ts';
import type { ActProps } from './act.ts';
import styles from './merge.module.css';

type Macros = z.output<typeof macrosOut>;
type Tried = z.output<typeof macroTriedOut>;

/** Acts in a row: what exactly would happen is shown before it does; all of it, or nothing. */
export function RunMacro({ ticket, done }: ActProps) {
  const macros = useRead<Macros>('macros', { about: ['macro'] });
  if (macros.error) return <ErrorState problem={macros.error} retry={() => void macros.refetch()} />;
  if (!macros.data) return <LoadingLines count={4} />;
  const { items } = macros.data;
  const manage = <Link to="/macros">{t('macros.manage')}</Link>;
  if (items.length === 0)
    return (
      <EmptyState title={t('macros.none')} action={manage}>
        {t('macros.none_why')}
      </EmptyState>
    );
  return (
    <ActForm
      ticket={ticket}
      name="macro"
      initial={{ macroId: null as string | null }}
      submit={t('macros.run')}
      check={(values) => ({ macroId: needed(values.macroId) })}
      send={({ macroId }, options) => {
        const version = items.find((one) => one.id === macroId)?.version;
        return api.post(`tickets/${ticket.id}/macro`, { macroId, version }, options);
      }}
      done={done}
    >
      {(form) => {
        const chosen = items.find((one) => one.id === form.values.macroId);
        return (
          <>
            <Choices
              label={t('macros.which')}
              options={items.map((one) => ({ value: one.id, label: one.name }))}
              value={form.values.macroId}
              onChange={(macroId) => form.setFieldValue('macroId', macroId)}
              error={form.errors['macroId']}
            />
            {chosen ? <Preview ticket={ticket} macroId={chosen.id} version={chosen.version} /> : null}
            <p className="dim">{manage}</p>
          </>
        );
      }}
    </ActForm>
  );
}

type PreviewProps = { ticket: TicketView; macroId: string; version: number };

/** Each step with what would follow from it, or why it is refused. */
function Preview({ ticket, macroId, version }: PreviewProps) {
  const desk = useDesk();
  const tried = useQuery<Tried, ApiError>({
    queryKey: ['macro', ticket.id, ticket.version, macroId, version],
    queryFn: ({ signal }) => api.post<Tried>(`tickets/${ticket.id}/macro/preview`, { macroId, version }, { signal }),
    staleTime: 0,
  });
  if (tried.error) return <ErrorState problem={tried.error} retry={() => void tried.refetch()} />;
  if (!tried.data) return <LoadingLines count={4} />;
  const { steps, names, clocks, stages } = tried.data;
  const reader = { ticket, desk, names, clocks, stages };
  const refused = steps.filter((one) => one.why !== null).length;
  return (
    <section className={styles['preview']} aria-label={t('macros.preview')} aria-live="polite">
      {refused > 0 ? <p role="alert">{t('macros.refused', { count: refused })}</p> : null}
      <ol>
        {steps.map(({ step, why, entries }, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- steps have no other name than their place
          <li key={at}>
            <p>{stepWords(step, desk)}</p>
            {why ? <p role="alert">{refusalWords(why)}</p> : null}
            {entries.map((entry) => {
              const fact = factOf(entry, reader, false);
              return fact ? (
                <p key={entry.id} className="dim">
                  {fact.who} {fact.what}
                </p>
              ) : null;
            })}
          </li>
        ))}
      </ol>
    </section>
  );
}
