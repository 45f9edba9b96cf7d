import { TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import type { z } from 'zod';
import type { cannedOut } from '../../../src/pack/canned-view.ts';
import { api } from '../../server/api.ts';
import { useRead } from '../../server/queries.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { Page } from '../../ui/page.tsx';
import { ErrorState, LoadingLines } from '../../ui/states.tsx';
import { say } from '../../ui/toast.ts';
import { languageNames, languages } from '../../words/languages.ts';
import { said, t } from '../../words/words.ts';
import styles from './often.module.css';

type Answer = z.output<typeof cannedOut>;
type Canned = Answer['items'][number];
type Proposal = Answer['proposals'][number];

/** Which requests stand on the keys of the front desk, beside what callers really brought lately. */
export function Often() {
  const { data, error, refetch } = useRead<Answer>('desk/canned', { about: ['kind'] });
  return (
    <Page title={t('canned.title')}>
      {error ? <ErrorState problem={error} retry={() => void refetch()} /> : null}
      {!data && !error ? <LoadingLines count={10} /> : null}
      {data ? <Keys key={data.version} answer={data} /> : null}
    </Page>
  );
}

const most = 12;

function Keys({ answer }: { answer: Answer }) {
  const draft = useDraftForm<{ canned: Canned[]; why: string }, unknown>({
    subject: 'front-desk/often',
    initial: { canned: answer.items, why: '' },
    version: answer.version,
    check: ({ why }) => ({ why: why.trim() ? null : t('ticket.needed') }),
    send: ({ canned, why }, options, known) => api.put('desk/canned', { canned, why, seen: known.version }, options),
    changes: () => ['kind'],
    done: () => say(t('canned.changed')),
  });
  const { form } = draft;
  const { canned } = form.values;
  const set = (next: Canned[]) => form.setFieldValue('canned', next);
  const full = canned.length >= most ? t('canned.full') : null;
  return (
    <div className={styles['columns']}>
      <FormFrame draft={draft} submit={t('ticket.save')}>
        <ol className={styles['list']}>
          {canned.map((one, at) => (
            <One
              key={one.key}
              canned={one}
              first={at === 0}
              last={at === canned.length - 1}
              change={(next) => set(canned.map((other) => (other.key === one.key ? next : other)))}
              move={(by) => set(moved(canned, at, by))}
              remove={() => set(canned.filter((other) => other.key !== one.key))}
            />
          ))}
        </ol>
        <TextInput label={t('canned.why')} required {...form.getInputProps('why')} />
      </FormFrame>
      <section aria-label={t('canned.lately')}>
        <h2>{t('canned.lately')}</h2>
        <p className="dim">{t('canned.lately_why')}</p>
        <ul className={styles['list']}>
          {answer.proposals.map((one) => (
            <li key={`${one.kind} ${one.choice}`} className={styles['lately']}>
              <span>{nameOf(one)}</span>
              <span className="dim">{t('canned.times', { count: one.count })}</span>
              <ActionButton
                label={t('canned.add', { name: nameOf(one) })}
                icon={IconPlus}
                iconOnly
                kind="quiet"
                refused={one.there || isThere(canned, one) ? t('canned.there') : full}
                onRun={() => set([...canned, fromProposal(one)])}
              />
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

function moved(canned: readonly Canned[], at: number, by: number): Canned[] {
  const next = [...canned];
  [next[at], next[at + by]] = [next[at + by]!, next[at]!];
  return next;
}

const nameOf = (one: Proposal): string =>
  [said(one.kindName), one.choiceName ? said(one.choiceName) : ''].filter(Boolean).join(' · ');

const isThere = (canned: readonly Canned[], { kind, field, choice }: Proposal): boolean =>
  canned.some((one) => one.kind === kind && (field === null || one.fields[field] === choice));

function fromProposal({ kind, kindName, field, choice, choiceName }: Proposal): Canned {
  const name = choiceName ?? kindName;
  return {
    key: [kind, choice].filter(Boolean).join('_'),
    name,
    kind,
    title: name,
    fields: field !== null && choice !== null ? { [field]: choice } : {},
  };
}

type OneProps = {
  canned: Canned;
  first: boolean;
  last: boolean;
  change: (next: Canned) => void;
  move: (by: number) => void;
  remove: () => void;
};

/** Its name in each language, and its place. */
function One({ canned, first, last, change, move, remove }: OneProps) {
  return (
    <li>
      <div className={styles['names']}>
        {languages.map((language) => (
          <TextInput
            key={language}
            label={t('canned.name_in', { language: languageNames[language] })}
            required
            value={canned.name[language]}
            onChange={(event) => {
              const written = event.currentTarget.value;
              const title = {
                ...canned.title,
                ...(canned.title[language] === canned.name[language] ? { [language]: written } : {}),
              };
              change({ ...canned, name: { ...canned.name, [language]: written }, title });
            }}
          />
        ))}
      </div>
      <div className={styles['buttons']}>
        <ActionButton
          label={t('macros.up')}
          icon={IconArrowUp}
          iconOnly
          kind="quiet"
          refused={first ? t('macros.first') : null}
          onRun={() => move(-1)}
        />
        <ActionButton
          label={t('macros.down')}
          icon={IconArrowDown}
          iconOnly
          kind="quiet"
          refused={last ? t('macros.last') : null}
          onRun={() => move(1)}
        />
        <ActionButton
          label={t('canned.remove', { name: said(canned.name) })}
          icon={IconTrash}
          iconOnly
          kind="quiet"
          onRun={remove}
        />
      </div>
    </li>
  );
}
