import { CloseButton, Menu } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { t } from '../../words/words.ts';
import styles from './filter-sentence.module.css';

export type FilterOption = { value: string; label: string };

export type Filter = {
  key: string;
  /** Its name where it can be added: `Department`. */
  name: string;
  /** What it says in the sentence once a value is chosen: `in Engineering`, `owned by Lin`. */
  says: (option: FilterOption) => string;
  options: readonly FilterOption[];
  value: string | null;
  set: (value: string | null) => void;
};

/** Chips that read as one sentence: "Tickets, open, in Engineering, late". Each can be changed or taken away. */
export function FilterSentence({ subject, filters }: { subject: string; filters: readonly Filter[] }) {
  const chosen = filters.filter((filter) => filter.value !== null);
  const left = filters.filter((filter) => filter.value === null);
  return (
    <div className={styles['sentence']} role="group" aria-label={t('list.filters')}>
      <span>{subject}</span>
      {chosen.map((filter) => (
        <Chip key={filter.key} filter={filter} />
      ))}
      {left.length > 0 ? <AddFilter filters={left} /> : null}
    </div>
  );
}

function Chip({ filter }: { filter: Filter }) {
  const option = filter.options.find((one) => one.value === filter.value) ?? {
    value: filter.value ?? '',
    label: filter.value ?? '',
  };
  return (
    <span className={styles['chip']}>
      <Menu position="bottom-start">
        <Menu.Target>
          <button type="button" title={filter.name}>
            {filter.says(option)}
          </button>
        </Menu.Target>
        <Menu.Dropdown className={styles['options'] ?? ''}>
          {filter.options.map((one) => (
            <Menu.Item
              key={one.value}
              fw={one.value === filter.value ? 600 : 400}
              onClick={() => filter.set(one.value)}
            >
              {one.label}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <CloseButton
        size="sm"
        aria-label={t('list.remove_filter', { name: filter.says(option) })}
        onClick={() => filter.set(null)}
      />
    </span>
  );
}

/** Its one option says what it is: no heading says it again. */
const isYesOrNothing = ({ name, options }: Filter): boolean =>
  options.length === 1 && options[0]!.label.toLowerCase() === name.toLowerCase();

function AddFilter({ filters }: { filters: readonly Filter[] }) {
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <button type="button" className={styles['add']}>
          <IconPlus size={14} aria-hidden /> {t('list.filter')}
        </button>
      </Menu.Target>
      <Menu.Dropdown className={styles['options'] ?? ''}>
        {filters.map((filter) => (
          <div key={filter.key}>
            {isYesOrNothing(filter) ? null : <Menu.Label>{filter.name}</Menu.Label>}
            {filter.options.map((one) => (
              <Menu.Item key={one.value} onClick={() => filter.set(one.value)}>
                {one.label}
              </Menu.Item>
            ))}
          </div>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
