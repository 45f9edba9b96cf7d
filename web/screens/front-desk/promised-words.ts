import type { Words } from '../../../src/kernel/words.ts';
import { farWords, windowWords } from '../../matter/window-words.ts';
import { said, t } from '../../words/words.ts';
import type { TakenIn } from './intake.ts';

/** What is said to the caller, sentence by sentence; an apology for what cannot be answered at once (RECP-05). What is owed inside the house is not his to hear. */
export function aloud(taken: TakenIn): string[] {
  const { ticket, ownerName, appointment, sent, promises } = taken;
  return [
    t('front_desk.say_number', { number: String(ticket.number) }),
    t('front_desk.say_owner', { name: ownerName }),
    ...(appointment ? [comes(appointment)] : sent?.personName ? [isSent(sent.personName, sent.departmentName)] : []),
    ...(promises.some((one) => one.kind === 'promise') ? [t('front_desk.say_sorry')] : []),
    ...promisedToHim(taken).map((one) =>
      t('front_desk.say_promise', { what: one.words ?? said(one.title), by: farWords(one.dueAt) }),
    ),
  ];
}

/** Clocks of the house's own steps: he is told when somebody comes and when it will be done, not who files what. */
const inside = new Set(['dispatch', 'work_accept', 'work_complete', 'accept_handover', 'investigate', 'ruling']);

/** What the caller is promised, not what colleagues owe each other; where a window is set, it says when somebody arrives. */
export function promisedToHim({ appointment, promises }: TakenIn): TakenIn['promises'] {
  return promises.filter(({ kind }) => !inside.has(kind) && !(appointment && kind === 'work_arrive'));
}

function isSent(name: string, department: Words): string {
  return t('front_desk.say_sent', { name, department: said(department) });
}

function comes(appointment: NonNullable<TakenIn['appointment']>): string {
  const when = windowWords(appointment.from, appointment.until);
  const department = said(appointment.departmentName);
  return appointment.personName
    ? t('matter.person_comes', { name: appointment.personName, department, when })
    : t('matter.department_comes', { department, when });
}
