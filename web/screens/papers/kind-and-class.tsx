import { NativeSelect, TextInput } from '@mantine/core';
import type { DocumentWay } from '../../../src/document/document.ts';
import { said, t } from '../../words/words.ts';
import { usePaperRules } from './house.ts';

type Fields = { kind: object; class: object; subject: object };

/** What every document says first: its kind, in which archives it is kept, and what it is about. */
export function KindAndClass({ way, fields, mine = false }: { way: DocumentWay; fields: Fields; mine?: boolean }) {
  const { kinds, classes } = usePaperRules();
  const choose = { value: '', label: '' };
  const held = classes.filter(({ can }) => !mine || can['keep'] === null);
  return (
    <>
      <TextInput label={t('papers.subject')} required maxLength={200} {...fields.subject} />
      <NativeSelect
        label={t('papers.kind')}
        required
        data={[
          choose,
          ...kinds.filter(({ ways }) => ways.includes(way)).map(({ key, name }) => ({ value: key, label: said(name) })),
        ]}
        {...fields.kind}
      />
      <NativeSelect
        label={t('papers.class')}
        description={t('papers.class_why')}
        required
        data={[choose, ...held.map(({ key, name }) => ({ value: key, label: said(name) }))]}
        {...fields.class}
      />
    </>
  );
}

/** What is wrong with these three. */
export const problemsOf = (values: { kind: string; class: string; subject: string }) => ({
  kind: values.kind ? null : t('papers.kind_needed'),
  class: values.class ? null : t('papers.class_needed'),
  subject: values.subject.trim() ? null : t('papers.subject_needed'),
});
