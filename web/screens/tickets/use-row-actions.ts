import { IconChecks, IconMessageReply, IconNote, IconPhoneCall } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { api } from '../../server/api.ts';
import { addressOf } from '../../frame/addresses.ts';
import type { RowAction } from '../../ui/list/model.ts';
import { say } from '../../ui/toast.ts';
import { t } from '../../words/words.ts';
import type { Act } from '../ticket/acts/act.ts';
import { courseActs, handActs, workActs } from '../ticket/acts/all.ts';
import { macroAct, snoozeAct } from '../ticket/acts/own.ts';
import { Answer, Note } from '../ticket/acts/say.tsx';
import type { TicketView } from '../ticket/view.ts';
import type { TicketLine } from './lines.ts';
import type { Acting } from './row-acts.tsx';

/** What can be done to a row, by the same keys as on the ticket itself. */
export function useRowActions(begin: (acting: Acting) => void): RowAction<TicketLine>[] {
  const navigate = useNavigate();
  const action = (act: Act, next = false): RowAction<TicketLine> => ({
    small: next || !often.has(act.key),
    key: next ? `${act.key}-next` : act.key,
    label: next ? t('tickets.resolve_next') : act.label,
    icon: act.icon,
    single: true,
    run: ([line]) => line && begin({ id: line.id, act, next }),
    ...(act.hotkey ? { hotkey: next ? act.hotkey.toUpperCase() : act.hotkey } : {}),
  });
  const visit: RowAction<TicketLine> = {
    key: 'visit',
    label: t('tickets.visit'),
    icon: IconPhoneCall,
    hotkey: 'v',
    small: true,
    single: true,
    run: ([line]) => {
      if (line) void dueVisitOf(line.id).then((to) => (to === null ? undefined : navigate({ to })));
    },
  };
  const acts = [...courseActs(), ...handActs(), ...workActs()];
  const named = (key: string) => acts.filter((act) => act.key === key).map((act) => action(act));
  const [answer, note] = sayings();
  return [
    ...named('resolve'),
    action({ ...acts.find((act) => act.key === 'resolve')!, icon: IconChecks }, true),
    ...named('offer'),
    ...named('send'),
    visit,
    ...named('promise'),
    action(note),
    action(answer),
    action(macroAct()),
    action(snoozeAct()),
    ...named('wait'),
  ];
}

/** With their names on the bar; the others are known by their marks. */
const often = new Set(['resolve', 'offer', 'send']);

function sayings(): [Act, Act] {
  return [
    {
      key: 'answer',
      label: t('ticket.say_answers'),
      icon: IconMessageReply,
      hotkey: 'r',
      why: (one) => one.can['answer'],
      form: Answer,
    },
    {
      key: 'note',
      label: t('ticket.say_notes'),
      icon: IconNote,
      hotkey: 'n',
      why: (one) => one.can['note'],
      form: Note,
    },
  ];
}

/** Where the visit that is due is made; says so where none is. */
async function dueVisitOf(id: string): Promise<string | null> {
  const ticket = await api.get<TicketView>(`tickets/${id}`).catch(() => null);
  const due = ticket?.visits.find((visit) => visit.state === 'due');
  const address = due ? addressOf('return_visit', due.id) : null;
  if (address === null) say(t('tickets.no_visit_due'), 'news');
  return address;
}
