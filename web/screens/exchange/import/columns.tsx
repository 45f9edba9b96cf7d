import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { api } from '../../../server/api.ts';
import { useRead } from '../../../server/queries.ts';
import { ActionButton } from '../../../ui/action-button.tsx';
import { Section } from '../../../ui/section.tsx';
import { Table } from '../../../ui/table.tsx';
import { listWords } from '../../../ui/time.ts';
import { said, t } from '../../../words/words.ts';
import { useWrite } from '../../../server/writes.ts';
import styles from './import.module.css';
import type { Field, ImportPage, ListsIn } from './imports.ts';

type Mapping = Record<string, number>;

/** Which column holds which field, as guessed, to be put right by hand. */
export function Columns({ one }: { one: ImportPage }) {
  const lists = useRead<ListsIn>('lists/in', { about: ['session'] });
  const fields = lists.data?.items.find(({ key }) => key === one.list)?.fields ?? [];
  const [mapping, setMapping] = useState<Mapping>(one.mapping);
  const look = useWrite<Mapping>({
    send: (chosen, options) => api.post(`imports/${one.id}/preview`, { mapping: chosen }, options),
    changes: () => ['import'],
  });
  const missing = fields.filter(({ key, required }) => required && mapping[key] === undefined);
  const refused =
    missing.length > 0
      ? t('imports.columns_needed', { fields: listWords(missing.map(({ name }) => said(name))) })
      : null;
  return (
    <Section title={t('imports.columns')}>
      <p className="dim">{t('imports.columns_why')}</p>
      <Table
        label={t('imports.columns')}
        rows={fields}
        rowId={(field) => field.key}
        columns={[
          { key: 'field', label: t('imports.field'), cell: fieldName },
          {
            key: 'column',
            label: t('imports.column'),
            cell: (field) => <Choice field={field} headers={one.headers} mapping={mapping} choose={setMapping} />,
          },
          {
            key: 'first',
            label: t('imports.first_row'),
            cell: (field) => one.sample[0]?.[mapping[field.key] ?? -1] ?? '',
          },
        ]}
      />
      <div className={styles['buttons']}>
        <ActionButton
          label={t('imports.preview')}
          kind={one.state === 'ready' ? 'primary' : 'plain'}
          busy={look.busy}
          refused={refused}
          onRun={() => void look.run(mapping)}
        />
      </div>
    </Section>
  );
}

function fieldName({ name, required }: Field): string {
  return required ? t('imports.needed', { field: said(name) }) : said(name);
}

type ChoiceProps = { field: Field; headers: readonly string[]; mapping: Mapping; choose: (mapping: Mapping) => void };

function Choice({ field, headers, mapping, choose }: ChoiceProps) {
  const change = (value: string) => {
    const { [field.key]: _, ...rest } = mapping;
    choose(value === '' ? rest : { ...rest, [field.key]: Number(value) });
  };
  return (
    <NativeSelect
      aria-label={said(field.name)}
      value={String(mapping[field.key] ?? '')}
      data={[
        { value: '', label: t('imports.none') },
        ...headers.map((header, at) => ({ value: String(at), label: header || `${at + 1}` })),
      ]}
      onChange={(event) => change(event.currentTarget.value)}
    />
  );
}
