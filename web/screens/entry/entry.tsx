import type { z } from 'zod';
import type { centrePageOut } from '../../../src/entry/view.ts';
import type { Words } from '../../../src/kernel/words.ts';
import { hoursInWords } from '../../matter/reception-hours.ts';
import { useRead } from '../../server/queries.ts';
import { Facts, Section } from '../../ui/section.tsx';
import { weekdayNames } from '../../ui/time.ts';
import { said, t } from '../../words/words.ts';
import { factsOf } from '../services/offerings.ts';
import { Accounts } from './accounts.tsx';
import { Around, Failed, Loading, Told } from './around.tsx';
import { Articles } from './articles.tsx';
import { Chat } from './chat.tsx';
import { CodeForm } from './code-form.tsx';
import { SendIn } from './send-in.tsx';

export type CentrePage = z.output<typeof centrePageOut>;

/** For anybody: where and how to complain, what is offered at what price, and one entry for every kind of matter. */
export function Entry() {
  const { data, error, refetch } = useRead<CentrePage>('public/centre', { about: [] });
  if (!data)
    return (
      <Around title={t('entry.title')} organisation="">
        {error ? <Failed problem={error} retry={() => void refetch()} /> : <Loading />}
      </Around>
    );
  return (
    <Around title={data.reception.name} organisation={data.organisation}>
      <Told words={data.texts.welcome} />
      <Told words={data.texts.emergency} urgent />
      <Where reception={data.reception} complaints={data.texts.complaints} />
      <Section title={t('entry.send_in')}>
        <SendIn kinds={data.kinds} afterwards={data.texts.afterwards} />
      </Section>
      {data.chat ? <Chat /> : null}
      <Section title={t('entry.own')}>
        <CodeForm />
      </Section>
      <Articles />
      {said(data.texts.rules) ? (
        <Section title={t('entry.rules')}>
          <Told words={data.texts.rules} />
        </Section>
      ) : null}
      <Section title={t('entry.services')}>
        {data.offerings.map((one) => (
          <details key={one.id}>
            <summary>
              {said(one.name)} <span className="dim">{said(one.price)}</span>
            </summary>
            <Facts lines={factsOf(one)} />
          </details>
        ))}
        <Told words={data.texts.expenditure} />
      </Section>
      <Accounts />
    </Around>
  );
}

function Where({ reception, complaints }: Pick<CentrePage, 'reception'> & { complaints: Words }) {
  const call = (phone: string | null) => (phone ? <a href={`tel:${phone}`}>{phone}</a> : null);
  return (
    <Section title={t('entry.where')}>
      <Facts
        lines={[
          { label: t('entry.address'), value: reception.address },
          { label: t('entry.phone'), value: call(reception.phone) },
          { label: t('entry.line'), value: call(reception.complaintLine) },
          { label: t('entry.hours'), value: hoursInWords(reception.weekly, weekdayNames('short')) },
        ]}
      />
      <Told words={complaints} />
    </Section>
  );
}
