import { ACCOUNT_SIDES } from '../../../src/accounts/accounts.ts';
import { stretchWords } from '../../matter/stretch.ts';
import { moneyWords } from '../../ui/money.ts';
import { dateOf } from '../../ui/time.ts';
import { t } from '../../words/words.ts';
import type { AccountsPage } from './budget-data.ts';
import styles from './budget.module.css';

/** The notice as it hangs on the board of the estate. */
export function AccountsNotice({ accounts, organisation }: { accounts: AccountsPage; organisation: string }) {
  const { lines, totals, currency, publishedAt, publishedBy, version } = accounts;
  const money = (amount: number) => moneyWords(amount, currency);
  return (
    <article className={styles['notice']}>
      <p>{organisation}</p>
      <h1>{t('accounts.title_of', { period: stretchWords(accounts.period, accounts.begins) })}</h1>
      {version > 1 ? (
        <p>
          <strong>{t('accounts.corrected', { n: version })}</strong> {accounts.correctsBecause}
        </p>
      ) : null}
      <table>
        {ACCOUNT_SIDES.map((side) => (
          <tbody key={side}>
            <tr>
              <th colSpan={2} scope="rowgroup">
                {t(`accounts.${side}`)}
              </th>
            </tr>
            {lines
              .filter((one) => one.side === side)
              .map((one) => (
                <tr key={one.id}>
                  <td>
                    {one.name}
                    {one.note ? <small> {one.note}</small> : null}
                  </td>
                  <td>{money(one.amount)}</td>
                </tr>
              ))}
            <tr>
              <td>{t('budget.total')}</td>
              <td>{money(totals[side])}</td>
            </tr>
          </tbody>
        ))}
        <tfoot>
          <tr>
            <th scope="row">{t('accounts.result')}</th>
            <td>{money(totals.result)}</td>
          </tr>
        </tfoot>
      </table>
      {accounts.remark ? <p>{accounts.remark}</p> : null}
      <p>
        {publishedAt
          ? t('accounts.published_by', { name: publishedBy?.name ?? '', when: dateOf(publishedAt) })
          : t('accounts.not_yet')}
      </p>
    </article>
  );
}
