import { Checkbox, TextInput } from '@mantine/core';
import type { VisitRule } from '../../../../src/pack/format.ts';
import { LEAST_SHARE_OF_COMPLAINTS } from '../../../../src/pack/visit-shape.ts';
import { Section } from '../../../ui/section.tsx';
import { said, t } from '../../../words/words.ts';
import styles from '../administration.module.css';
import { LimitFields } from '../limits/limit-fields.tsx';
import { put as putAt, slotsOfWork } from '../limits/slots.ts';
import { ListEditor } from '../list-editor.tsx';
import { nameProblem, NameFields } from '../names-fields.tsx';
import { Ticks } from '../ticks.tsx';
import { Flag } from './flag.tsx';
import { KeyField } from './key-field.tsx';
import { freshKey, noWords, options, visitWhenWords } from './kind-words.ts';
import type { ListPartProps } from './part.ts';
import { usualLimit } from './promises-part.tsx';

/** Whether hands are sent, and how soon they accept, come and are done. */
export function WorkPart({ kind, change }: ListPartProps) {
  return (
    <Section title={t('kinds.work')}>
      <Checkbox
        label={t('kinds.sends_work')}
        checked={kind.workOrder !== undefined}
        onChange={(event) => {
          const { workOrder: _, parts: __, ...rest } = kind;
          const limits = { accept: usualLimit, arrive: usualLimit, complete: usualLimit };
          change(event.currentTarget.checked ? { ...rest, workOrder: limits } : rest);
        }}
      />
      {kind.workOrder ? (
        <Flag of={kind} name="parts" set={change} label={t('kinds.parts')} description={t('kinds.parts_why')} />
      ) : null}
      {slotsOfWork(kind).map(({ path, title, limit }) => (
        <LimitFields key={path} title={title} limit={limit} may change={(next) => change(putAt(kind, path, next))} />
      ))}
    </Section>
  );
}

/** Whether and when somebody asks afterwards; the first rule that fits counts, the last fits always. */
export function VisitsPart({ kind, change, known, wrong }: ListPartProps) {
  const saved = new Set(known.visits.map((rule) => rule.key));
  const keys = kind.visits.map((rule) => rule.key);
  const make = (): VisitRule => ({
    key: freshKey('visit', keys),
    name: noWords,
    when: [],
    limit: { ...usualLimit, calendar: 'always' },
    mostAttempts: 3,
    mayDecline: true,
  });
  return (
    <Section title={t('kinds.visits')}>
      {wrong('visits').map((fault) => (
        <p key={fault} role="alert" className={styles['wrong']}>
          {fault}
        </p>
      ))}
      <ListEditor
        items={kind.visits}
        change={(visits) => change({ ...kind, visits })}
        nameOf={(rule) => said(rule.name) || rule.key}
        keyOf={(_, at) => String(at)}
        add={{ label: t('kinds.add_visit'), make }}
        wrong={(rule) => wrong(`visits.${rule.key}`)}
      >
        {(rule, put) => (
          <div className={styles['stack']}>
            <NameFields
              label={t('posts.name')}
              value={rule.name}
              change={(name) => put({ ...rule, name })}
              error={nameProblem(rule.name)}
            />
            <KeyField value={rule.key} fixed={saved.has(rule.key)} change={(key) => put({ ...rule, key })} />
            <Ticks
              label={t('kinds.only_where')}
              options={options(['vip', 'safety_place'] as const, visitWhenWords)}
              value={rule.when}
              change={(when) => put({ ...rule, when })}
            />
            <LimitFields title={said(rule.name)} limit={rule.limit} may change={(limit) => put({ ...rule, limit })} />
            <TextInput
              type="number"
              min={1}
              label={t('kinds.most_attempts')}
              value={String(rule.mostAttempts)}
              onChange={(event) => put({ ...rule, mostAttempts: Math.max(1, Number(event.currentTarget.value) || 1) })}
            />
            <ShareField rule={rule} put={put} complaint={kind.type === 'complaint'} />
            <Checkbox
              label={t('kinds.may_decline')}
              checked={rule.mayDecline}
              onChange={(event) => put({ ...rule, mayDecline: event.currentTarget.checked })}
            />
          </div>
        )}
      </ListEditor>
    </Section>
  );
}

type ShareProps = { rule: VisitRule; put: (rule: VisitRule) => void; complaint: boolean };

/** How many of a hundred are visited; all of them where nothing is said. */
function ShareField({ rule, put, complaint }: ShareProps) {
  const set = (text: string) => {
    const { share: _, ...rest } = rule;
    const share = Math.min(100, Math.max(1, Math.round(Number(text)) || 1));
    put(share === 100 ? rest : { ...rest, share });
  };
  return (
    <TextInput
      type="number"
      min={complaint ? LEAST_SHARE_OF_COMPLAINTS : 1}
      max={100}
      label={t('kinds.share')}
      description={complaint ? t('kinds.share_complaints', { least: LEAST_SHARE_OF_COMPLAINTS }) : t('kinds.share_why')}
      value={String(rule.share ?? 100)}
      onChange={(event) => set(event.currentTarget.value)}
    />
  );
}
