import { TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { ActionButton } from '../../ui/action-button.tsx';
import { Section } from '../../ui/section.tsx';
import { language, said, t } from '../../words/words.ts';
import type { Plan } from './answers.ts';
import styles from './quality.module.css';

type Criteria = Plan['criteria'];

/** The lines of the sheet, in the language of whoever writes them; a line in no other language yet is called the same there. */
export function CriteriaFields({ criteria, change }: { criteria: Criteria; change: (criteria: Criteria) => void }) {
  const set = (at: number, words: string) =>
    change(criteria.map((line, place) => (place === at ? { ...line, name: renamed(line.name, words) } : line)));
  return (
    <Section title={t('quality.lines')}>
      {criteria.map((line, at) => (
        <div key={line.key} className={styles['criterion']}>
          <TextInput
            label={t('quality.line_no', { no: at + 1 })}
            required
            maxLength={200}
            value={said(line.name)}
            onChange={(event) => set(at, event.currentTarget.value)}
          />
          <ActionButton
            label={t('quality.remove_line', { no: at + 1 })}
            icon={IconTrash}
            iconOnly
            kind="quiet"
            refused={criteria.length === 1 ? t('quality.one_line') : null}
            onRun={() => change(criteria.filter((other) => other !== line))}
          />
        </div>
      ))}
      <ActionButton
        label={t('quality.add_line')}
        icon={IconPlus}
        onRun={() => change([...criteria, { key: freeKey(criteria), name: { en: '', 'zh-hans': '', 'zh-hant': '' } }])}
      />
    </Section>
  );
}

function renamed(name: Criteria[number]['name'], words: string): Criteria[number]['name'] {
  const was = name[language()];
  const take = (before: string) => (before === was ? words : before);
  return { en: take(name.en), 'zh-hans': take(name['zh-hans']), 'zh-hant': take(name['zh-hant']) };
}

function freeKey(criteria: Criteria): string {
  const taken = new Set(criteria.map((line) => line.key));
  for (let no = criteria.length + 1; ; no += 1) if (!taken.has(`line_${no}`)) return `line_${no}`;
}
