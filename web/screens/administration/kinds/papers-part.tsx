import { NativeSelect } from '@mantine/core';
import type { Kind, Paper } from '../../../../src/pack/format.ts';
import { PAPER_FORMS } from '../../../../src/pack/papers-shape.ts';
import { Section } from '../../../ui/section.tsx';
import { said, t } from '../../../words/words.ts';
import styles from '../administration.module.css';
import { ListEditor } from '../list-editor.tsx';
import { nameProblem, NameFields } from '../names-fields.tsx';
import { Approvers } from './approvers.tsx';
import { FieldWhen } from './field-when.tsx';
import { Flag } from './flag.tsx';
import { HintOf } from './hint-of.tsx';
import { KeyField } from './key-field.tsx';
import { freshKey, noWords, options } from './kind-words.ts';
import type { ListPartProps } from './part.ts';

type Papers = NonNullable<Kind['papers']>;

/** What somebody has to bring for it, and who says whether it is in order. */
export function PapersPart({ kind, change, known, wrong }: ListPartProps) {
  const saved = new Set((known.papers?.list ?? []).map((paper) => paper.key));
  const list = kind.papers?.list ?? [];
  const keys = list.map((paper) => paper.key);
  const make = (): Paper => ({ key: freshKey('paper', keys), name: noWords, form: 'original' });
  const set = (next: Partial<Papers>) => {
    const { papers = { by: ['supervisor'], list: [] }, ...rest } = kind;
    const now = { ...papers, ...next };
    change(now.list.length > 0 ? { ...rest, papers: now } : rest);
  };
  return (
    <Section title={t('kinds.papers')}>
      {kind.papers ? (
        <Approvers legend={t('kinds.papers_by')} by={kind.papers.by} change={(by) => set({ by })} />
      ) : null}
      <ListEditor
        items={list}
        change={(next) => set({ list: next })}
        nameOf={(paper) => said(paper.name) || paper.key}
        keyOf={(_, at) => String(at)}
        add={{ label: t('kinds.add_paper'), make }}
        wrong={(paper) => wrong(`papers.list.${paper.key}`)}
      >
        {(paper, put) => (
          <div className={styles['stack']}>
            <NameFields
              label={t('posts.name')}
              value={paper.name}
              change={(name) => put({ ...paper, name })}
              error={nameProblem(paper.name)}
            />
            <KeyField value={paper.key} fixed={saved.has(paper.key)} change={(key) => put({ ...paper, key })} />
            <Brought kind={kind} paper={paper} put={put} />
            <FieldWhen others={kind.fields} of={paper} set={put} />
            <HintOf of={paper} set={put} />
          </div>
        )}
      </ListEditor>
    </Section>
  );
}

type BroughtProps = { kind: Kind; paper: Paper; put: (paper: Paper) => void };

/** In which form, how many, and whether anything waits for it. */
function Brought({ kind, paper, put }: BroughtProps) {
  const { eachOf, ...single } = paper;
  const numbers = kind.fields.filter((field) => field.type === 'number');
  return (
    <>
      <div className={styles['fields']}>
        <NativeSelect
          label={t('kinds.paper_form')}
          value={paper.form}
          data={options(PAPER_FORMS, (form) => t(`bring.form_${form}`))}
          onChange={(event) => put({ ...paper, form: event.currentTarget.value as Paper['form'] })}
        />
        <NativeSelect
          label={t('kinds.paper_each')}
          value={eachOf ?? ''}
          data={[
            { value: '', label: t('kinds.paper_single') },
            ...numbers.map((field) => ({ value: field.key, label: said(field.name) || field.key })),
          ]}
          onChange={(event) =>
            put(event.currentTarget.value ? { ...paper, eachOf: event.currentTarget.value } : single)
          }
        />
      </div>
      <Flag of={paper} name="optional" set={put} label={t('kinds.paper_optional')} />
    </>
  );
}
