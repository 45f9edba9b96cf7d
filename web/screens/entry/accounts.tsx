import type { z } from 'zod';
import type { AccountSide } from '../../../src/accounts/accounts.ts';
import type { publishedAccountsOut } from '../../../src/accounts/view.ts';
import { useRead } from '../../server/queries.ts';
import { moneyWords } from '../../ui/money.ts';
import { Section } from '../../ui/section.tsx';
import { dateOf } from '../../ui/time.ts';
import { t } from '../../words/words.ts';
import styles from './entry.module.css';

type Published = z.output<typeof publishedAccountsOut>['items'][number];

const MONTHS = { month: 1, quarter: 3, year: 12 } as const;

/** What came in and what went out, period by period as published; nothing where nothing was. */
export function Accounts() {
  const { data } = useRead<z.output<typeof publishedAccountsOut>>('public/accounts', { about: [] });
  if (!data || data.items.length === 0) return null;
  return (
    <Section title={t('entry.accounts')}>
      {data.items.map((one) => (
        <OnePeriod key={one.id} accounts={one} />
      ))}
    </Section>
  );
}

function OnePeriod({ accounts }: { accounts: Published }) {
  const { corrects, version, publishedAt, publishedBy, remark, currency, totals } = accounts;
  return (
    <details>
      <summary>
        {periodOf(accounts)}{' '}
        <span className="dim">
          {t('entry.accounts_result')} {moneyWords(totals.result, currency)}
        </span>
      </summary>
      {corrects ? (
        <p className={styles['told']}>
          {t('entry.accounts_corrected', { n: version, when: dateOf(corrects.publishedAt), because: corrects.because })}
        </p>
      ) : null}
      <table className={styles['accounts']}>
        <Side side="income" accounts={accounts} />
        <Side side="expenditure" accounts={accounts} />
        <tfoot>
          <tr>
            <th scope="row">{t('entry.accounts_result')}</th>
            <td>{moneyWords(totals.result, currency)}</td>
          </tr>
        </tfoot>
      </table>
      {remark ? <p>{remark}</p> : null}
      <p className="dim">{t('entry.accounts_by', { name: publishedBy, when: dateOf(publishedAt) })}</p>
    </details>
  );
}

function Side({ side, accounts: { lines, totals, currency } }: { side: AccountSide; accounts: Published }) {
  return (
    <tbody>
      <tr>
        <th scope="rowgroup">{t(`entry.accounts_${side}`)}</th>
        <td>{moneyWords(totals[side], currency)}</td>
      </tr>
      {lines
        .filter((one) => one.side === side)
        .map(({ name, note, amount }) => (
          <tr key={name}>
            <td>
              {name} {note ? <span className="dim">{note}</span> : null}
            </td>
            <td>{moneyWords(amount, currency)}</td>
          </tr>
        ))}
    </tbody>
  );
}

function periodOf({ period, begins }: Published): string {
  const [year = '', month] = begins.split('-');
  return t(`entry.accounts_${period}`, { year, n: Math.ceil(Number(month) / MONTHS[period]) });
}
