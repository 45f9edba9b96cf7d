import type { MeetingView } from '../../../src/meeting/view.ts';
import { Slip } from '../../ui/print.tsx';
import { absolute, dateOf, listWords } from '../../ui/time.ts';
import { said, t } from '../../words/words.ts';
import { itemState } from './words.ts';

/** The record on paper: who came, what was said and decided, what is to be done, and the chair's name. */
export function MeetingSheet({ meeting, organisation }: { meeting: MeetingView; organisation: string }) {
  const there = meeting.members.filter(({ came }) => came !== false);
  return (
    <Slip
      organisation={organisation}
      title={meeting.title}
      number={dateOf(meeting.startsAt)}
      lines={[
        { label: t('papers.sort'), text: said(meeting.sort.name) },
        { label: t('papers.starts'), text: absolute(meeting.heldAt ?? meeting.startsAt) },
        { label: t('papers.room'), text: meeting.room },
        { label: t('papers.chair'), text: meeting.chair.name },
        { label: t('papers.recorder'), text: meeting.recorder.name },
        {
          label: meeting.heldAt ? t('papers.came') : t('papers.invited'),
          text: listWords(there.map(({ firm, name }) => [firm, name].filter(Boolean).join(' '))),
        },
        ...meeting.points.map((point) => ({
          label: `${point.no}. ${point.title}`,
          text: [point.minutes, point.decision ? `${t('papers.decision')} ${point.decision}` : '']
            .filter(Boolean)
            .join('\n'),
        })),
        ...meeting.left.map((item) => ({
          label: t(`papers.item_${item.sort}`),
          text: [item.title, item.person.name, absolute(item.dueAt), item.outcome ?? itemState(item)].join(' · '),
        })),
        { label: t('papers.signed'), text: meeting.closedAt ? absolute(meeting.closedAt) : '' },
      ]}
      signers={[`${t('papers.chair')} ${meeting.chair.name}`]}
    />
  );
}
