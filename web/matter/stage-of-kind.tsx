import { Select } from '@mantine/core';
import { useState } from 'react';
import type { Words } from '../../src/kernel/words.ts';
import { useRead } from '../server/queries.ts';
import { said, t } from '../words/words.ts';
import { useDesk } from './kinds.ts';

type Definition = { kind: { stages: { key: string; name: Words }[] } };
type StageOfKindProps = { value: string; onChange: (stage: string) => void };

/** Stages are a kind's own: chosen by the kind that has them. */
export function StageOfKind({ value, onChange }: StageOfKindProps) {
  const desk = useDesk();
  const [kind, setKind] = useState<string | null>(null);
  const read = useRead<Definition>(`kinds/${kind}`, { about: ['kind'], enabled: kind !== null });
  const stages = (read.data?.kind.stages ?? []).map((one) => ({ value: one.key, label: said(one.name) }));
  const known = stages.length > 0 || value === '' ? stages : [{ value, label: value }];
  return (
    <>
      <Select
        label={t('macros.stage_of')}
        searchable
        data={desk.items.map((one) => ({ value: one.key, label: said(one.name) }))}
        value={kind}
        onChange={setKind}
      />
      <Select
        label={t('macros.stage')}
        description={t('macros.stage_why')}
        required
        data={known}
        value={value || null}
        onChange={(stage) => onChange(stage ?? '')}
      />
    </>
  );
}
