import { IconPencil, IconPlus } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { ActionButton } from '../../ui/action-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Go } from '../../ui/go.tsx';
import { FilterSentence } from '../../ui/list/filter-sentence.tsx';
import { filtersOf } from '../../ui/list/filters-of.ts';
import { moneyWords } from '../../ui/money.ts';
import { EmptyState, ErrorState, LoadingLines } from '../../ui/states.tsx';
import type { TableColumn } from '../../ui/table.tsx';
import { Table } from '../../ui/table.tsx';
import { numberWords } from '../../ui/time.ts';
import { said, t } from '../../words/words.ts';
import { FiltersAndTakeOut } from '../exchange/filters-and-take-out.tsx';
import { departmentOptions } from '../budget/budget-data.ts';
import { MaterialForm } from './material-form.tsx';
import type { Material } from './materials-data.ts';
import { useMaterials, usePlan } from './materials-data.ts';
import styles from './materials.module.css';

const route = getRouteApi('/inside/materials');

/** What material there is, what lies in stock of it, and what is to be replenished. */
export function Stock() {
  const { department, low, q } = route.useSearch();
  const query = { department, low, q };
  const read = useMaterials(query);
  const [opened, open] = useState<Material | 'new' | null>(null);
  const { data } = read;
  if (read.isPending) return <LoadingLines count={10} />;
  if (!data) return <ErrorState problem={read.error} retry={() => void read.refetch()} />;
  const add = (
    <ActionButton
      label={t('materials.add')}
      icon={IconPlus}
      kind="primary"
      hotkey="n"
      can={data.can}
      action="add"
      onRun={() => open('new')}
    />
  );
  const close = () => open(null);
  return (
    <>
      <FiltersAndTakeOut list="materials" name={t('materials.view_stock')} query={query}>
        <div className={styles['bar']}>
          <Filters />
          {add}
        </div>
      </FiltersAndTakeOut>
      {data.items.length === 0 ? (
        <EmptyState title={t('materials.no_materials')} action={add}>
          {t('materials.no_materials_why')}
        </EmptyState>
      ) : (
        <Table
          label={t('materials.view_stock')}
          rows={data.items}
          rowId={(row) => row.id}
          columns={columns(department, open)}
        />
      )}
      <Dialog
        opened={opened !== null}
        close={close}
        title={opened === 'new' || opened === null ? t('materials.add') : opened.name}
      >
        {opened === null ? null : (
          <MaterialForm material={opened === 'new' ? null : opened} costKinds={data.costKinds} done={close} />
        )}
      </Dialog>
    </>
  );
}

function columns(department: string | undefined, open: (material: Material) => void): TableColumn<Material>[] {
  const entries = (id: string): Record<string, string> => ({
    view: 'entries',
    material: id,
    ...(department ? { department } : {}),
  });
  return [
    {
      key: 'name',
      label: t('materials.material'),
      cell: (row) => `${row.name}（${row.unit}）${row.closed ? ` · ${t('materials.closed')}` : ''}`,
    },
    {
      key: 'stock',
      label: t('materials.in_stock'),
      number: true,
      cell: (row) => (
        <Go to="/materials" search={entries(row.id)}>
          {numberWords(row.stock)}
        </Go>
      ),
    },
    {
      key: 'low',
      label: t('materials.keep_at_least'),
      number: true,
      cell: (row) => (
        <span className={styles['short']} data-state={row.low ? 'late' : 'covered'}>
          {row.low ? t('materials.is_low', { n: row.keepAtLeast }) : numberWords(row.keepAtLeast)}
        </span>
      ),
    },
    { key: 'price', label: t('materials.price'), number: true, cell: (row) => moneyWords(row.price, row.currency) },
    { key: 'line', label: t('budget.line'), cell: (row) => said(row.costKind.name) },
    {
      key: 'acts',
      label: t('materials.change'),
      acts: true,
      cell: (row) => (
        <ActionButton
          label={t('materials.change_of', { name: row.name })}
          icon={IconPencil}
          iconOnly
          can={row.can}
          action="change"
          onRun={() => open(row)}
        />
      ),
    },
  ];
}

function Filters() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data } = usePlan({});
  const filter = filtersOf(search, (to) => void navigate({ search: (before) => ({ ...before, ...to }) }));
  return (
    <FilterSentence
      subject={t('materials.view_stock')}
      filters={[
        filter('department', t('budget.department'), departmentOptions(data)),
        filter('low', t('materials.to_replenish'), [{ value: 'true', label: t('materials.to_replenish') }]),
      ]}
    />
  );
}
