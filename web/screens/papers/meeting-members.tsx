import { IconCheck, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { MeetingView } from '../../../src/meeting/view.ts';
import { api } from '../../server/api.ts';
import { useWrite } from '../../server/writes.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { AskWhy } from '../../ui/ask-why.tsx';
import { Section } from '../../ui/section.tsx';
import { Table } from '../../ui/table.tsx';
import { t } from '../../words/words.ts';
import styles from './papers.module.css';

type Member = MeetingView['members'][number];

function answerWords({ answer, answerWords: why }: Member): string {
  if (answer === 'declined') return t('papers.declined', { why });
  return answer === 'comes' ? t('papers.comes') : t('papers.no_answer');
}

function cameWords({ came }: Member): string {
  if (came === null) return '';
  return came ? t('papers.did_come') : t('papers.did_not_come');
}

/** Who is invited, what each answered, and who came; whoever is invited answers here. */
export function Members({ meeting }: { meeting: MeetingView }) {
  return (
    <Section title={t('papers.invited')} actions={meeting.can['answer'] === null ? <Answer meeting={meeting} /> : null}>
      <Table
        label={t('papers.invited')}
        rows={meeting.members}
        rowId={(row) => String(row.no)}
        columns={[
          { key: 'name', label: t('papers.name'), cell: (row) => [row.firm, row.name].filter(Boolean).join(' · ') },
          {
            key: 'answer',
            label: t('papers.answer'),
            cell: (row) => (row.person && (row.answer || meeting.state === 'called') ? answerWords(row) : ''),
          },
          { key: 'came', label: t('papers.came'), cell: cameWords },
        ]}
      />
    </Section>
  );
}

function Answer({ meeting: { id } }: { meeting: MeetingView }) {
  const [declining, decline] = useState(false);
  const write = useWrite<{ comes: boolean; words?: string }>({
    send: (answer, options) => api.post(`meetings/${id}/answer`, answer, options),
    changes: () => ['meeting', `meeting/${id}`],
    done: () => decline(false),
  });
  return (
    <div className={styles['acts']}>
      <ActionButton
        label={t('papers.i_come')}
        icon={IconCheck}
        kind="primary"
        busy={write.busy}
        onRun={() => void write.run({ comes: true })}
      />
      <ActionButton label={t('papers.i_cannot')} icon={IconX} onRun={() => decline(true)} />
      <AskWhy
        opened={declining}
        close={() => decline(false)}
        title={t('papers.i_cannot')}
        act={t('papers.i_cannot')}
        label={t('papers.why_not')}
        busy={write.busy}
        run={(words) => void write.run({ comes: false, words })}
      />
    </div>
  );
}
