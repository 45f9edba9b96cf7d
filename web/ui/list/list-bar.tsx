import { ActionIcon, Popover } from '@mantine/core';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { Suspense, useState } from 'react';
import type { Refusal } from '../../../src/kernel/refusal.ts';
import { later } from '../../routes/later.ts';
import { t } from '../../words/words.ts';
import { ActionButton } from '../action-button.tsx';
import type { Layout } from './columns.ts';
import type { ListProps } from './list.tsx';
import styles from './list.module.css';
import type { RowAction } from './model.ts';
import type { Cursor } from './use-list.ts';

/** Comes when somebody opens it. */
const LayoutChoice = later(() => import('./layout-choice.tsx').then((file) => file.LayoutChoice));

type BarProps<Row> = Pick<ListProps<Row>, 'filters' | 'actions' | 'columns'> & {
  cursor: Cursor;
  layout: Layout<Row>;
  byId: (id: string) => Row | undefined;
  phone: boolean;
};

/** Over the rows: what narrows the list at the left, what can be done to the chosen rows at the right. It never changes its height. */
export function ListBar<Row>({ filters, actions = [], columns, cursor, layout, byId, phone }: BarProps<Row>) {
  const chosen = (cursor.selected.size > 0 ? [...cursor.selected] : cursor.at !== null ? [cursor.at] : [])
    .map(byId)
    .filter((row) => row !== undefined);
  if (phone) return filters ? <div className={styles['bar']}>{filters}</div> : null;
  return (
    <div className={styles['bar']}>
      <div className={styles['filters']}>{filters}</div>
      <div className={styles['actions']} role="toolbar" aria-label={t('list.actions')}>
        {cursor.selected.size > 0 ? (
          <span className={styles['chosen']}>{t('list.selected', { count: cursor.selected.size })}</span>
        ) : null}
        {actions.map((action) => (
          <ActionButton
            key={action.key}
            label={action.label}
            kind="quiet"
            iconOnly={(action.small && action.icon !== undefined) ?? false}
            onRun={() => action.run(chosen)}
            refused={whyNot(action, chosen)}
            {...(action.icon ? { icon: action.icon } : {})}
            {...(action.hotkey ? { hotkey: action.hotkey } : {})}
          />
        ))}
        <LayoutMenu layout={layout} columns={columns} />
      </div>
    </div>
  );
}

/** The first reason why an action cannot be done to these rows; one row that refuses refuses for all. */
function whyNot<Row>(action: RowAction<Row>, rows: Row[]): Refusal | string | null {
  if (rows.length === 0) return t('list.choose_first');
  if (action.single && rows.length > 1) return t('list.one_at_a_time');
  for (const row of rows) {
    const verdict = action.can?.(row)[action.key];
    if (verdict) return verdict;
    if (action.can && verdict === undefined) return t('list.not_for_this');
  }
  return null;
}

function LayoutMenu<Row>({ layout, columns }: { layout: Layout<Row>; columns: BarProps<Row>['columns'] }) {
  const [opened, setOpened] = useState(false);
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={t('list.columns')}
          title={t('list.columns')}
          onClick={() => setOpened(!opened)}
        >
          <IconAdjustmentsHorizontal size={18} stroke={1.7} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <Suspense fallback={null}>
          <LayoutChoice layout={layout} columns={columns} />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}
