import { Checkbox, SegmentedControl } from '@mantine/core';
import { t } from '../../words/words.ts';
import type { Density, Layout } from './columns.ts';
import styles from './list.module.css';
import type { Column } from './model.ts';

type LayoutChoiceProps = {
  layout: Pick<Layout<never>, 'density' | 'setDensity' | 'isShown' | 'toggle'>;
  columns: readonly Pick<Column<never>, 'key' | 'label' | 'always'>[];
};

/** How dense a list stands, and which of its columns are shown. */
export function LayoutChoice({ layout, columns }: LayoutChoiceProps) {
  return (
    <div className={styles['menu']}>
      <SegmentedControl
        size="xs"
        aria-label={t('list.density')}
        value={layout.density}
        onChange={(value) => layout.setDensity(value as Density)}
        data={[
          { value: 'compact', label: t('list.compact') },
          { value: 'comfortable', label: t('list.comfortable') },
        ]}
      />
      {columns.map((column) => (
        <Checkbox
          key={column.key}
          label={column.label}
          disabled={column.always ?? false}
          checked={layout.isShown(column.key)}
          onChange={() => layout.toggle(column.key)}
        />
      ))}
    </div>
  );
}
