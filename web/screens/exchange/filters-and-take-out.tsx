import type { ReactNode } from 'react';
import type { Query } from '../../server/api.ts';
import { TakeOut } from './take-out.tsx';
import styles from './take-out.module.css';

type Props = { list: string; name: string; query: Query; children: ReactNode };

/** What narrows a list, and beside it the way to take out what it then shows. */
export function FiltersAndTakeOut({ children, ...list }: Props) {
  return (
    <div className={styles['filters']}>
      {children}
      <TakeOut {...list} />
    </div>
  );
}
