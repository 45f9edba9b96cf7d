import type { ArchiveFigures } from '../../../src/customer-archive/view.ts';
import { useRead } from '../../server/queries.ts';
import { Stat } from '../../ui/stat.tsx';
import { said, t } from '../../words/words.ts';
import styles from './archives.module.css';

const STATES = [
  ['none', 'late'],
  ['incomplete', 'late'],
  ['stale', 'soon'],
  ['sound', 'run'],
] as const;

/** How many have no archive, how many lack a part, how many are stale; each leads to those behind it. */
export function ArchiveFiguresLine({ department }: { department: string | undefined }) {
  const { data } = useRead<ArchiveFigures>('customer-archives/figures', {
    about: ['customer_archive', 'customer', 'commitment'],
    query: { department },
    keep: true,
  });
  if (!data) return null;
  const also: Readonly<Record<string, string>> = department ? { department } : {};
  return (
    <div className={styles['figures']}>
      <Stat label={t('customer_archives.customers')} count={data.customers} to="/customer-archives" search={also} />
      {STATES.map(([state, tone]) => (
        <Stat
          key={state}
          label={t(`customer_archives.state_${state}`)}
          count={data[state]}
          to="/customer-archives"
          search={{ ...also, state }}
          tone={data[state] > 0 ? tone : 'plain'}
        />
      ))}
      {data.missing
        .filter(({ n }) => n > 0)
        .map(({ key, name, n }) => (
          <Stat
            key={key}
            label={t('customer_archives.lacks_part', { part: said(name) })}
            count={n}
            to="/customer-archives"
            search={{ ...also, part: key }}
          />
        ))}
    </div>
  );
}
