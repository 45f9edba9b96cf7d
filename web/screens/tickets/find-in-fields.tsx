import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { t } from '../../words/words.ts';
import type { TicketFilters } from './filters.ts';
import styles from './tickets.module.css';

/** Words that stand in one of the fields of the kind looked at: product, symptom, what the customer said. */
export function FindInFields({ filters }: { filters: TicketFilters }) {
  const navigate = useNavigate();
  const [typed, setTyped] = useState(filters.says ?? '');
  const ask = useDebouncedCallback((text: string) => {
    const { says: _, ...rest } = filters;
    void navigate({ to: '/tickets', search: text === '' ? rest : { ...rest, says: text }, replace: true });
  }, 300);
  return (
    <TextInput
      type="search"
      size="xs"
      aria-label={t('tickets.says')}
      placeholder={t('tickets.says')}
      value={typed}
      maxLength={200}
      onChange={({ currentTarget: { value } }) => {
        setTyped(value);
        ask(value.trim());
      }}
      className={styles['find']}
    />
  );
}
