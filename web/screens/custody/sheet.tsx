import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Found, SettledAs } from '../../../src/custody/count.ts';
import { FOUND, WAYS } from '../../../src/custody/count.ts';
import { ThingLink } from '../../matter/thing-link.tsx';
import { api } from '../../server/api.ts';
import { useWrite } from '../../server/writes.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Choices } from '../../ui/form/choices.tsx';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { Section } from '../../ui/section.tsx';
import { Table } from '../../ui/table.tsx';
import { say } from '../../ui/toast.ts';
import { t } from '../../words/words.ts';
import type { CountPage } from './custody-words.ts';
import { holderWords } from './custody-words.ts';
import styles from './custody.module.css';

type Line = CountPage['sheet'][number];

/** Expected against found, line by line; and how each difference was settled. */
export function CountSheet({ count }: { count: CountPage }) {
  const [settling, settle] = useState<Line | null>(null);
  return (
    <Section title={t('custody.sheet')}>
      <Table
        label={t('custody.sheet')}
        rows={count.sheet}
        rowId={(line) => line.id}
        columns={[
          { key: 'thing', label: t('custody.thing'), cell: (line) => <Thing line={line} /> },
          { key: 'expected', label: t('custody.expected'), cell: expectedWords },
          { key: 'found', label: t('custody.found'), cell: (line) => <FoundOf count={count} line={line} /> },
          {
            key: 'difference',
            label: t('custody.difference'),
            cell: (line) => <Difference line={line} settle={settle} />,
          },
        ]}
      />
      <Dialog
        opened={settling !== null}
        close={() => settle(null)}
        title={settling ? t('custody.of_thing', { what: t('custody.settle'), thing: nameOf(settling) }) : ''}
      >
        {settling ? <SettleForm count={count} line={settling} done={() => settle(null)} /> : null}
      </Dialog>
    </Section>
  );
}

const nameOf = ({ item, label }: Line): string => [item?.number, label].filter(Boolean).join(' ');

function Thing({ line }: { line: Line }) {
  if (!line.item) return <>{line.label}</>;
  return (
    <>
      <ThingLink type="custody_item" id={line.item.id}>
        {nameOf(line)}
      </ThingLink>{' '}
      <span className="dim">{line.item.place}</span>
    </>
  );
}

function expectedWords({ expected }: Line): string {
  if (!expected) return t('custody.found_surplus');
  const { state, holder } = expected;
  return state === 'in_house' ? t('custody.state_in_house') : `${t(`custody.state_${state}`)} · ${holderWords(holder)}`;
}

/** While the count goes on one chooses, and the choice is kept at once; then it stands there. */
function FoundOf({ count, line }: { count: CountPage; line: Line }) {
  const write = useWrite<Found>({
    send: (found, options) => api.put(`custody-counts/${count.id}/lines/${line.id}`, { found }, options),
    changes: () => [`custody_count/${count.id}`, 'custody_count'],
  });
  const open = line.can['count'] === null && line.item !== null;
  if (!open) {
    const words = [line.found ? t(`custody.found_${line.found}`) : null, line.foundBy?.name, line.remark];
    return (
      <span className={isDifference(line) ? styles['wrong'] : undefined}>{words.filter(Boolean).join(' · ')}</span>
    );
  }
  const offered = FOUND.filter(
    (one) => one !== 'surplus' && (one !== 'in_house' || line.expected?.state !== 'in_house'),
  );
  return (
    <NativeSelect
      aria-label={t('custody.of_thing', { what: t('custody.found'), thing: nameOf(line) })}
      value={line.found ?? ''}
      data={[{ value: '', label: '' }, ...offered.map((value) => ({ value, label: t(`custody.found_${value}`) }))]}
      disabled={write.busy}
      onChange={({ currentTarget: { value } }) => void (value && write.run(value as Found))}
    />
  );
}

const isDifference = ({ found }: Line): boolean => found !== null && found !== 'as_booked';

function Difference({ line, settle }: { line: Line; settle: (line: Line) => void }) {
  if (!isDifference(line)) return null;
  if (line.settledAs) {
    const words = [t(`custody.settled_as_${line.settledAs}`), line.reason, line.settledBy?.name];
    return <>{words.filter(Boolean).join(' · ')}</>;
  }
  return <ActionButton label={t('custody.settle')} can={line.can} action="settle" onRun={() => settle(line)} />;
}

type SettleProps = { count: CountPage; line: Line; done: () => void };

function SettleForm({ count, line, done }: SettleProps) {
  const ways = line.found === null || line.found === 'as_booked' ? [] : WAYS[line.found];
  const draft = useDraftForm<{ as: SettledAs | null; reason: string }, unknown>({
    subject: `custody-count/${line.id}`,
    initial: { as: ways[0] ?? null, reason: '' },
    check: ({ reason }) => ({ reason: reason.trim() ? null : t('custody.why_needed') }),
    send: (values, options) => api.post(`custody-counts/${count.id}/lines/${line.id}/settle`, values, options),
    changes: () => [`custody_count/${count.id}`, 'custody_count', 'custody_item', 'commitment'],
    done: () => {
      say(t('custody.settle_done'));
      done();
    },
  });
  const { form } = draft;
  return (
    <FormFrame draft={draft} submit={t('custody.settle')}>
      <Choices
        label={t('custody.settle_as')}
        options={ways.map((value) => ({ value, label: t(`custody.settled_as_${value}`) }))}
        value={form.values.as}
        onChange={(as) => as && form.setFieldValue('as', as)}
      />
      <TextInput label={t('custody.settle_reason')} required maxLength={200} {...form.getInputProps('reason')} />
    </FormFrame>
  );
}
