import { Link } from '@tanstack/react-router';
import { t } from '../../words/words.ts';
import styles from './day-plan.module.css';

const tabs = [
  { key: 'board', to: '/day-plan', words: 'day.tab_board' },
  { key: 'plans', to: '/day-plan/plans', words: 'day.tab_plans' },
  { key: 'duties', to: '/day-plan/duties', words: 'day.tab_duties' },
] as const;
export type Tab = (typeof tabs)[number]['key'];

/** The three parts of the day plan, each with its own address. */
export function DayTabs({ tab }: { tab: Tab }) {
  return (
    <nav className={styles['tabs']} aria-label={t('day.tabs')}>
      {tabs.map(({ key, to, words }) => (
        <Link
          key={key}
          to={to}
          activeOptions={{ exact: true }}
          className={styles['tab']}
          aria-current={key === tab ? 'page' : undefined}
        >
          {t(words)}
        </Link>
      ))}
    </nav>
  );
}
