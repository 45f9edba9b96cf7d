import { Checkbox, NativeSelect } from '@mantine/core';
import type { Limit } from '../../../../src/commitment/rule.ts';
import { untranslated } from '../../../../src/kernel/words.ts';
import type { Words } from '../../../../src/kernel/words.ts';
import type { Settings } from '../../../../src/pack/settings-shape.ts';
import { urgencyWords } from '../../../matter/words.ts';
import { said, t } from '../../../words/words.ts';
import styles from '../administration.module.css';
import { ListEditor } from '../list-editor.tsx';
import { NameFields } from '../names-fields.tsx';
import { LimitFields } from './limit-fields.tsx';

type Class = NonNullable<Settings['customerClasses']>[number];
type ClassLimit = Class['limits'][number];
/** `usual` is the limit that one that is added begins with. */
type Props = { one: Class; usual: Limit; change: (one: Class) => void };

const OWED = [
  'first_answer',
  'dispatch',
  'complete',
  'tell_result',
  'work_accept',
  'work_arrive',
  'work_complete',
] as const;
const URGENCIES = ['normal', 'urgent', 'emergency'] as const;

/** A class and its standard: limits of new cases, how often its customers are contacted, what is included. */
export function ClassFields({ one, usual, change }: Props) {
  return (
    <>
      <NameFields label={t('custodians.class_name')} value={one.name} change={(name) => change({ ...one, name })} />
      <ListEditor<ClassLimit>
        items={one.limits}
        change={(limits) => change({ ...one, limits })}
        nameOf={owedSaid}
        keyOf={(limit, at) => `${at} ${limit.owed}`}
        add={{
          label: t('custodians.settings_limit_add'),
          make: () => ({ owed: 'first_answer', limit: usual }),
        }}
      >
        {(limit, set) => <OneLimit limit={limit} change={set} />}
      </ListEditor>
      <Checkbox
        label={t('custodians.settings_contacts_owed')}
        checked={one.contact !== null}
        onChange={(event) => change({ ...one, contact: event.currentTarget.checked ? usual : null })}
      />
      {one.contact ? (
        <LimitFields
          title={t('custodians.settings_contact')}
          limit={one.contact}
          change={(contact) => change({ ...one, contact })}
          may
        />
      ) : null}
      <ListEditor<Words>
        items={one.services}
        change={(services) => change({ ...one, services })}
        nameOf={said}
        keyOf={(_, at) => String(at)}
        add={{
          label: t('custodians.settings_service_add'),
          make: () => untranslated(t('custodians.settings_service_new')),
        }}
      >
        {(service, set) => <NameFields label={t('custodians.services')} value={service} change={set} />}
      </ListEditor>
    </>
  );
}

const known = (owed: string) => OWED.find((one) => one === owed);

function owedSaid({ owed, urgency }: ClassLimit): string {
  const key = known(owed);
  const what = key ? t(`custodians.owed_${key}`) : owed;
  return urgency ? `${what} · ${urgencyWords(urgency)}` : what;
}

function OneLimit({ limit: one, change }: { limit: ClassLimit; change: (limit: ClassLimit) => void }) {
  const options = OWED.map((value) => ({ value: value as string, label: t(`custodians.owed_${value}`) }));
  if (!known(one.owed)) options.push({ value: one.owed, label: one.owed });
  const { urgency: _, ...rest } = one;
  const choose = (value: string) => {
    const urgency = URGENCIES.find((of) => of === value);
    change(urgency ? { ...rest, urgency } : rest);
  };
  return (
    <>
      <div className={styles['fields']}>
        <NativeSelect
          label={t('custodians.settings_owed')}
          data={options}
          value={one.owed}
          onChange={(event) => change({ ...one, owed: event.currentTarget.value })}
        />
        <NativeSelect
          label={t('custodians.settings_urgency')}
          data={[
            { value: '', label: t('custodians.settings_in_general') },
            ...URGENCIES.map((value) => ({ value, label: urgencyWords(value) })),
          ]}
          value={one.urgency ?? ''}
          onChange={(event) => choose(event.currentTarget.value)}
        />
      </div>
      <LimitFields title={owedSaid(one)} limit={one.limit} change={(limit) => change({ ...one, limit })} may />
    </>
  );
}
