import { Checkbox, Textarea, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { MeetingView } from '../../../src/meeting/view.ts';
import { api } from '../../server/api.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { Section } from '../../ui/section.tsx';
import { say } from '../../ui/toast.ts';
import { t } from '../../words/words.ts';
import styles from './papers.module.css';

type Point = { no?: number; title: string; minutes: string; decision: string };
type Values = { came: number[]; points: Point[] };

function valuesOf(meeting: MeetingView): Values {
  const isFirst = meeting.state === 'called';
  // before anybody has said who came, those who said that they come are likely there
  const came = meeting.members.filter((one) => (isFirst ? one.answer !== 'declined' : one.came));
  return {
    came: came.map(({ no }) => no),
    points: meeting.points.map(({ no, title, minutes, decision }) => ({ no, title, minutes, decision })),
  };
}

/** Who came, and what was said and decided point by point. Half typed it is kept, on whichever device it goes on. */
export function Minutes({ meeting }: { meeting: MeetingView }) {
  const draft = useDraftForm<Values>({
    subject: `meeting/${meeting.id}/minutes`,
    initial: valuesOf(meeting),
    version: meeting.version,
    check: ({ came, points }) => ({
      came: came.length > 0 ? null : t('papers.came_needed'),
      ...Object.fromEntries(
        points.flatMap(({ title }, at) => (title.trim() ? [] : [[`points.${at}.title`, t('papers.about_needed')]])),
      ),
    }),
    send: (values, options, { version }) =>
      api.put(`meetings/${meeting.id}/minutes`, { seen: version, ...values }, options),
    changes: () => ['meeting', 'meeting_due', `meeting/${meeting.id}`, 'commitment'],
    done: () => say(t('papers.minutes_kept')),
  });
  const { form } = draft;
  const another = () => form.insertListItem('points', { title: '', minutes: '', decision: '' });
  return (
    <Section title={t('papers.record')}>
      <FormFrame
        draft={draft}
        submit={t('papers.keep_minutes')}
        beside={<ActionButton label={t('papers.add_point')} icon={IconPlus} kind="quiet" onRun={another} />}
      >
        <Came meeting={meeting} came={form.values.came} set={(came) => form.setFieldValue('came', came)} />
        {form.errors['came'] ? <p role="alert">{form.errors['came']}</p> : null}
        {form.values.points.map((point, at) => (
          <fieldset key={point.no ?? `new-${at}`} className={styles['row']}>
            <legend className="sr-only">{t('papers.point', { no: at + 1 })}</legend>
            <Heading meeting={meeting} point={point} at={at} fields={form.getInputProps(`points.${at}.title`)} />
            <Textarea
              label={t('papers.minutes')}
              autosize
              minRows={2}
              {...form.getInputProps(`points.${at}.minutes`)}
            />
            <Textarea
              label={t('papers.decision')}
              autosize
              minRows={1}
              {...form.getInputProps(`points.${at}.decision`)}
            />
          </fieldset>
        ))}
      </FormFrame>
    </Section>
  );
}

type HeadingProps = { meeting: MeetingView; point: Point; at: number; fields: object };

/** What was carried over keeps its words; a point of its own may be worded anew. */
function Heading({ meeting, point, at, fields }: HeadingProps) {
  const item = meeting.points.find(({ no }) => no === point.no)?.item ?? null;
  if (!item) return <TextInput label={t('papers.point', { no: at + 1 })} required maxLength={200} {...fields} />;
  return (
    <div>
      <h3>
        {at + 1}. {point.title}
      </h3>
      <p className="dim">{t('papers.carried', { meeting: item.meeting.title })}</p>
    </div>
  );
}

type CameProps = { meeting: MeetingView; came: readonly number[]; set: (came: number[]) => void };

function Came({ meeting, came, set }: CameProps) {
  return (
    <div role="group" aria-label={t('papers.who_came')}>
      <p>{t('papers.who_came')}</p>
      <div className={styles['came']}>
        {meeting.members.map(({ no, firm, name }) => (
          <Checkbox
            key={no}
            label={[firm, name].filter(Boolean).join(' · ')}
            checked={came.includes(no)}
            onChange={(event) =>
              set(event.currentTarget.checked ? [...came, no] : came.filter((other) => other !== no))
            }
          />
        ))}
      </div>
    </div>
  );
}
