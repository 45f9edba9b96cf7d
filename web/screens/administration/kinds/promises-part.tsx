import { Checkbox, NativeSelect } from '@mantine/core';
import type { Limit } from '../../../../src/commitment/rule.ts';
import type { CommitmentRule, Kind } from '../../../../src/pack/format.ts';
import type { Moment } from '../../../../src/pack/kind-shape.ts';
import { urgencies, urgencyWords } from '../../../matter/words.ts';
import { Section } from '../../../ui/section.tsx';
import { said, t } from '../../../words/words.ts';
import styles from '../administration.module.css';
import { LimitFields } from '../limits/limit-fields.tsx';
import { ListEditor } from '../list-editor.tsx';
import { nameProblem, NameFields } from '../names-fields.tsx';
import { Ticks } from '../ticks.tsx';
import { KeyField } from './key-field.tsx';
import { Flag } from './flag.tsx';
import { freshKey, moments, momentWords, noWords, options } from './kind-words.ts';
import type { ListPartProps } from './part.ts';

/** A limit to begin with: a working day of the reception's hours, and the centre manager is told when it has passed. */
export const usualLimit: Limit = {
  allowance: { text: 'P1D', basis: 'clock' },
  calendar: 'reception',
  ladder: [
    { at: { share: 0.8 }, do: 'warn', to: 'owner' },
    { at: { share: 1 }, do: 'warn', to: 'centre_manager' },
  ],
};

/** What is promised, from which moment, kept by which, within what limit, and who is told on the way. */
export function PromisesPart({ kind, change, known, wrong }: ListPartProps) {
  const saved = new Set(known.commitments.map((rule) => rule.kind));
  const keys = kind.commitments.map((rule) => rule.kind);
  const make = (): CommitmentRule => ({
    kind: freshKey('promise', keys),
    name: noWords,
    from: 'opened',
    keptBy: ['resolved'],
    limit: usualLimit,
    pausable: true,
  });
  return (
    <Section title={t('kinds.promises')}>
      <ListEditor
        items={kind.commitments}
        change={(commitments) => change({ ...kind, commitments })}
        nameOf={(rule) => said(rule.name) || rule.kind}
        keyOf={(_, at) => String(at)}
        add={{ label: t('kinds.add_promise'), make }}
        wrong={(rule) => wrong(`commitments.${rule.kind}`)}
      >
        {(rule, put) => (
          <div className={styles['stack']}>
            <NameFields
              label={t('posts.name')}
              value={rule.name}
              change={(name) => put({ ...rule, name })}
              error={nameProblem(rule.name)}
            />
            <KeyField value={rule.kind} fixed={saved.has(rule.kind)} change={(key) => put({ ...rule, kind: key })} />
            <FromAndKept rule={rule} put={put} />
            <OfApproval kind={kind} rule={rule} put={put} />
            <LimitFields title={said(rule.name)} limit={rule.limit} may change={(limit) => put({ ...rule, limit })} />
            <OtherLimits rule={rule} put={put} />
          </div>
        )}
      </ListEditor>
    </Section>
  );
}

type RuleProps = { rule: CommitmentRule; put: (rule: CommitmentRule) => void };

function FromAndKept({ rule, put }: RuleProps) {
  return (
    <>
      <NativeSelect
        label={t('kinds.from')}
        value={rule.from}
        data={options(moments, momentWords)}
        onChange={(event) => put({ ...rule, from: event.currentTarget.value as Moment })}
      />
      <Ticks
        label={t('kinds.kept_by')}
        options={options(moments, momentWords)}
        value={rule.keptBy}
        change={(keptBy) => put({ ...rule, keptBy })}
      />
      <div className={styles['ticks']}>
        <Checkbox
          label={t('kinds.pausable')}
          checked={rule.pausable}
          onChange={(event) => put({ ...rule, pausable: event.currentTarget.checked })}
        />
        <Flag of={rule} name="orPromised" set={put} label={t('kinds.or_promised')} />
        <Flag of={rule} name="onlyPromised" set={put} label={t('kinds.only_promised')} />
      </div>
    </>
  );
}

/** Of which approval, where an approval begins or keeps it. */
function OfApproval({ kind, rule, put }: RuleProps & { kind: Kind }) {
  const { approval, ...rest } = rule;
  if (approval === undefined && rule.from !== 'approved' && !rule.keptBy.includes('approved')) return null;
  return (
    <NativeSelect
      label={t('kinds.promise_approval')}
      value={approval ?? ''}
      data={[
        { value: '', label: t('kinds.promise_any_approval') },
        ...(kind.approvals ?? []).map((one) => ({ value: one.key, label: said(one.name) || one.key })),
      ]}
      onChange={({ currentTarget: { value } }) => put(value ? { ...rest, approval: value } : rest)}
    />
  );
}

type Other = NonNullable<CommitmentRule['when']>[number];

/** Another limit for what is more urgent, or comes in on a line of its own. */
function OtherLimits({ rule, put }: RuleProps) {
  const nameOf = (other: Other) => (other.urgency ? urgencyWords(other.urgency) : t('limits.own_line'));
  return (
    <fieldset className={styles['part']}>
      <legend>{t('kinds.other_limits')}</legend>
      <ListEditor<Other>
        items={rule.when ?? []}
        change={(when) => {
          const { when: _, ...rest } = rule;
          put(when.length > 0 ? { ...rest, when } : rest);
        }}
        nameOf={nameOf}
        keyOf={(_, at) => String(at)}
        add={{ label: t('kinds.add_limit'), make: () => ({ urgency: 'urgent', limit: rule.limit }) }}
      >
        {(other, set) => (
          <div className={styles['stack']}>
            {other.channel ? null : (
              <NativeSelect
                label={t('matter.urgency')}
                value={other.urgency ?? 'urgent'}
                data={options(urgencies, urgencyWords)}
                onChange={(event) => set({ ...other, urgency: event.currentTarget.value as Kind['urgency'] })}
              />
            )}
            <LimitFields title={nameOf(other)} limit={other.limit} may change={(limit) => set({ ...other, limit })} />
          </div>
        )}
      </ListEditor>
    </fieldset>
  );
}
