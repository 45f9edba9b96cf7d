import { paperWords } from '../../matter/window-words.ts';
import { Slip } from '../../ui/print.tsx';
import { absolute } from '../../ui/time.ts';
import { said, t } from '../../words/words.ts';
import type { Intake, TakenIn } from './intake.ts';
import { promisedToHim } from './promised-words.ts';

type Handed = { organisation: string; taken: TakenIn; values: Intake; hours: string };

/** The slip handed to whoever reported: what, where, who answers for it, who comes, what is promised by when, and when we are there. */
export function PromiseSlip({ organisation, taken, values, hours }: Handed) {
  const { appointment } = taken;
  const who = [values.customer?.name, values.otherCaller || !values.customer ? values.callerName : '']
    .filter(Boolean)
    .join(' / ');
  const lines = [
    { label: t('front_desk.slip_who'), text: who },
    { label: t('matter.place'), text: values.place?.code ?? '' },
    { label: t('front_desk.need'), text: values.need },
    { label: t('front_desk.slip_owner'), text: taken.ownerName },
    {
      label: t('front_desk.slip_comes'),
      text: appointment
        ? [said(appointment.departmentName), appointment.personName, paperWords(appointment.from, appointment.until)]
            .filter(Boolean)
            .join(' · ')
        : '',
    },
    ...promisedToHim(taken).map((one) => ({ label: one.words ?? said(one.title), text: absolute(one.dueAt) })),
    { label: t('front_desk.slip_hours'), text: hours },
  ].filter((line) => line.text !== '');
  return (
    <Slip
      organisation={organisation}
      title={t('front_desk.slip_title')}
      number={String(taken.ticket.number)}
      lines={lines}
    />
  );
}
