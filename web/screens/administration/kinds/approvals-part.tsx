import { NativeSelect } from '@mantine/core';
import type { Approval, Kind } from '../../../../src/pack/format.ts';
import { Section } from '../../../ui/section.tsx';
import { said, t } from '../../../words/words.ts';
import styles from '../administration.module.css';
import { ListEditor } from '../list-editor.tsx';
import { LimitFields } from '../limits/limit-fields.tsx';
import { nameProblem, NameFields } from '../names-fields.tsx';
import { Ticks } from '../ticks.tsx';
import { ApprovalMore } from './approval-more.tsx';
import { Approvers } from './approvers.tsx';
import { KeyField } from './key-field.tsx';
import { freshKey, noWords } from './kind-words.ts';
import type { ListPartProps } from './part.ts';
import { usualLimit } from './promises-part.tsx';

/** Acts of a named role or post that stages wait for, one after the other. */
export function ApprovalsPart({ kind, change, known, wrong }: ListPartProps) {
  const saved = new Set((known.approvals ?? []).map((one) => one.key));
  const approvals = kind.approvals ?? [];
  const keys = approvals.map((one) => one.key);
  const make = (): Approval => ({
    key: freshKey('approval', keys),
    name: noWords,
    by: ['centre_manager'],
    before: kind.stages.find((stage) => stage.class === 'resolved')?.key ?? '',
    needs: [],
    limit: usualLimit,
  });
  const set = (next: Approval[]) => {
    const { approvals: _, ...rest } = kind;
    change(next.length > 0 ? { ...rest, approvals: next } : rest);
  };
  return (
    <Section title={t('kinds.approvals')}>
      <ListEditor
        items={approvals}
        change={set}
        nameOf={(one) => said(one.name) || one.key}
        keyOf={(_, at) => String(at)}
        add={{ label: t('kinds.add_approval'), make }}
        wrong={(one) => wrong(`approvals.${one.key}`)}
      >
        {(one, put) => (
          <div className={styles['stack']}>
            <NameFields
              label={t('posts.name')}
              value={one.name}
              change={(name) => put({ ...one, name })}
              error={nameProblem(one.name)}
            />
            <KeyField value={one.key} fixed={saved.has(one.key)} change={(key) => put({ ...one, key })} />
            <Approvers legend={t('kinds.approval_by')} by={one.by} change={(by) => put({ ...one, by })} />
            <FromAndBefore kind={kind} approval={one} put={put} />
            <Ticks
              label={t('kinds.approval_needs')}
              options={kind.fields.map((field) => ({ value: field.key, label: said(field.name) || field.key }))}
              value={one.needs}
              change={(needs) => put({ ...one, needs })}
            />
            <ApprovalMore kind={kind} approval={one} put={put} />
            <LimitFields title={said(one.name)} limit={one.limit} may change={(limit) => put({ ...one, limit })} />
          </div>
        )}
      </ListEditor>
    </Section>
  );
}

type StagesProps = { kind: Kind; approval: Approval; put: (approval: Approval) => void };

function FromAndBefore({ kind, approval, put }: StagesProps) {
  const { from, ...rest } = approval;
  const stages = kind.stages.map((stage) => ({ value: stage.key, label: said(stage.name) || stage.key }));
  return (
    <div className={styles['fields']}>
      <NativeSelect
        label={t('kinds.approval_from')}
        value={from ?? ''}
        data={[{ value: '', label: t('kinds.approval_at_once') }, ...stages]}
        onChange={(event) => put(event.currentTarget.value ? { ...rest, from: event.currentTarget.value } : rest)}
      />
      <NativeSelect
        label={t('kinds.approval_before')}
        value={approval.before}
        data={stages}
        onChange={(event) => put({ ...approval, before: event.currentTarget.value })}
      />
    </div>
  );
}
