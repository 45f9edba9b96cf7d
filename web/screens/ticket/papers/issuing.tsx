import { IconId } from '@tabler/icons-react';
import type { z } from 'zod';
import type { issuableOut } from '../../../../src/custody/view.ts';
import { later } from '../../../routes/later.ts';
import { useRead } from '../../../server/queries.ts';
import { ActionButton } from '../../../ui/action-button.tsx';
import { Go } from '../../../ui/go.tsx';
import { absoluteDay } from '../../../ui/time.ts';
import { said, t } from '../../../words/words.ts';
import type { ActProps } from '../acts/act.ts';
import type { PartProps } from '../matters-of.tsx';
import styles from '../side.module.css';

export type Issuable = z.output<typeof issuableOut>;

const Issue = later<ActProps>(() => import('./issue.tsx').then((file) => file.IssuePaper));

export function useIssuable(ticketId: string) {
  return useRead<Issuable>(`tickets/${ticketId}/issuable`, { about: [`ticket/${ticketId}`, 'custody_item'] });
}

/** What the application asks for: issued with its number, or the way to issue it; nothing where it asks for none. */
export function IssuingOf({ ticket, open }: PartProps) {
  const { data } = useIssuable(ticket.id);
  if (!data || data.items.length === 0) return null;
  return (
    <section>
      <h2>{t('formalities.issuing')}</h2>
      {data.items.map(({ kind, out }) => (
        <div key={kind.key} className={styles['item']} data-over={out ? true : undefined}>
          <header>
            <strong>{said(kind.name)}</strong>
            <span>{out ? <Go to={`/custody/${out.id}`}>{out.number}</Go> : t('formalities.not_issued')}</span>
          </header>
          {out?.validUntil ? (
            <p className="dim">
              {t('formalities.valid_until')} {absoluteDay(out.validUntil)}
            </p>
          ) : null}
        </div>
      ))}
      {data.items.some(({ out }) => out === null) ? (
        <div className={styles['buttons']}>
          <ActionButton
            label={t('formalities.issue')}
            icon={IconId}
            can={data.can}
            action="issue"
            onRun={() => open({ title: t('formalities.issue'), form: Issue })}
          />
        </div>
      ) : null}
    </section>
  );
}
