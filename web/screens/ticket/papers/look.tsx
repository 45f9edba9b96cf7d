import { NumberInput, TextInput } from '@mantine/core';
import { IconChecks } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { LookedAs } from '../../../../src/formality/looks.ts';
import { LOOKED_AS } from '../../../../src/formality/looks.ts';
import type { PapersView } from '../../../../src/formality/view.ts';
import { howToBring, piecesWords } from '../../../matter/bring.ts';
import type { WrittenPage } from '../../../matter/pages-input.tsx';
import { PagesInput } from '../../../matter/pages-input.tsx';
import { api } from '../../../server/api.ts';
import { ActionButton } from '../../../ui/action-button.tsx';
import { Choices } from '../../../ui/form/choices.tsx';
import { LoadingLines } from '../../../ui/states.tsx';
import { said, t } from '../../../words/words.ts';
import { ActForm } from '../act-form.tsx';
import type { ActProps } from '../acts/act.ts';
import styles from '../side.module.css';
import { usePapers } from './papers.tsx';

type Paper = PapersView['items'][number];
type Look = { state: LookedAs | null; pieces: number; remark: string; pages: WrittenPage[] };
type Values = { looks: Record<string, Look> };

const unseen = ({ pieces }: Paper): Look => ({ state: null, pieces, remark: '', pages: [] });

/** Ticks the papers off as they are put on the counter; what is left as it is, nothing is said of. */
export function LookAtPapers({ ticket, done }: ActProps) {
  const { data } = usePapers(ticket.id);
  if (!data) return <LoadingLines count={4} />;
  const { items } = data;
  return (
    <ActForm<Values>
      ticket={ticket}
      name="papers"
      initial={{ looks: {} }}
      submit={t('ticket.save')}
      check={({ looks }) => problemsOf(items, looks)}
      send={({ looks }, options) =>
        api.post(`tickets/${ticket.id}/papers`, { version: ticket.version, looks: sent(items, looks) }, options)
      }
      done={done}
    >
      {(form) => {
        const { looks } = form.values;
        const change = (paper: Paper, next: Partial<Look>) =>
          form.setFieldValue('looks', { ...looks, [paper.key]: { ...(looks[paper.key] ?? unseen(paper)), ...next } });
        const all = () =>
          form.setFieldValue(
            'looks',
            Object.fromEntries(
              items.map((one) => [one.key, { ...(looks[one.key] ?? unseen(one)), state: 'in_order' }]),
            ),
          );
        return (
          <>
            <div className={styles['buttons']}>
              <ActionButton label={t('formalities.all_in_order')} icon={IconChecks} kind="quiet" onRun={all} />
            </div>
            {items.map((paper) => (
              <OneLook
                key={paper.key}
                paper={paper}
                look={looks[paper.key] ?? unseen(paper)}
                change={(next) => change(paper, next)}
                error={form.errors[`looks.${paper.key}`]}
              />
            ))}
            {form.errors['looks'] ? <p role="alert">{form.errors['looks']}</p> : null}
          </>
        );
      }}
    </ActForm>
  );
}

type OneLookProps = { paper: Paper; look: Look; change: (next: Partial<Look>) => void; error: ReactNode };

function OneLook({ paper, look, change, error }: OneLookProps) {
  return (
    <div className={styles['item']}>
      <Choices
        label={said(paper.name)}
        hint={howToBring(paper, piecesWords(paper.pieces))}
        optional
        options={LOOKED_AS.map((value) => ({ value, label: t(`formalities.${value}`) }))}
        value={look.state}
        onChange={(state) => change({ state })}
      />
      {look.state === null ? null : (
        <>
          {paper.pieces > 1 ? (
            <NumberInput
              label={t('formalities.pieces')}
              min={1}
              max={500}
              value={look.pieces}
              onChange={(pieces) => change({ pieces: Number(pieces) || 1 })}
            />
          ) : null}
          <TextInput
            label={t(look.state === 'not_in_order' ? 'formalities.why' : 'formalities.remark')}
            required={look.state === 'not_in_order'}
            maxLength={2000}
            value={look.remark}
            error={error}
            onChange={({ currentTarget: { value } }) => change({ remark: value })}
          />
          {paper.form === 'original' ? null : <PagesInput value={look.pages} onChange={(pages) => change({ pages })} />}
        </>
      )}
    </div>
  );
}

const whatWasSaid = (items: readonly Paper[], looks: Values['looks']) =>
  items.flatMap(({ key }) => {
    const look = looks[key];
    return look?.state ? [{ key, ...look, state: look.state }] : [];
  });

function problemsOf(items: readonly Paper[], looks: Values['looks']): Record<string, string | null> {
  const seen = whatWasSaid(items, looks);
  const unsaid = seen.filter(({ state, remark }) => state === 'not_in_order' && remark.trim() === '');
  return {
    looks: seen.length > 0 ? null : t('formalities.nothing_said'),
    ...Object.fromEntries(unsaid.map(({ key }) => [`looks.${key}`, t('formalities.why_needed')])),
  };
}

function sent(items: readonly Paper[], looks: Values['looks']) {
  return whatWasSaid(items, looks).map(({ key, state, pieces, remark, pages }) => ({
    paper: key,
    state,
    pieces,
    remark: remark.trim(),
    fileIds: pages.map(({ id }) => id),
  }));
}
