import type { ClassesView } from '../../../src/customer-class/view.ts';
import { useRead } from '../../server/queries.ts';
import { Go } from '../../ui/go.tsx';
import { Facts, Section } from '../../ui/section.tsx';
import { EmptyState, ErrorState, LoadingLines } from '../../ui/states.tsx';
import { listWords, numberWords } from '../../ui/time.ts';
import { said, t } from '../../words/words.ts';
import { urgencyWords } from '../../matter/words.ts';
import { limitSaid } from '../administration/limits/limit-words.ts';
import styles from './custodians.module.css';

type Standard = Omit<ClassesView['items'][number], 'customers'>;

/** The classes of the house, the standard of each, and who stands under it. */
export function Classes() {
  const read = useRead<ClassesView>('customer-classes', { about: ['customer', 'organisation'] });
  const { data } = read;
  if (!data)
    return read.error ? (
      <ErrorState problem={read.error} retry={() => void read.refetch()} />
    ) : (
      <LoadingLines count={10} />
    );
  if (data.items.length === 0)
    return <EmptyState title={t('custodians.no_classes')}>{t('custodians.no_classes_why')}</EmptyState>;
  return data.items.map((one) => (
    <Section
      key={one.key}
      title={said(one.name)}
      actions={
        <Go to="/custodians" search={{ view: 'customers', class: one.key }}>
          {numberWords(one.customers)}
        </Go>
      }
    >
      <StandardFacts standard={one} />
    </Section>
  ));
}

/** What a class promises its customers. */
export function StandardFacts({ standard: { limits, contact, services } }: { standard: Standard }) {
  return (
    <Facts
      lines={[
        {
          label: t('custodians.limits_of'),
          value:
            limits.length === 0 ? (
              t('custodians.as_usual')
            ) : (
              <ul className={styles['rows']}>
                {limits.map((one) => (
                  <li key={`${one.owed}${one.urgency}`}>{limitLine(one)}</li>
                ))}
              </ul>
            ),
        },
        {
          label: t('custodians.interval'),
          value: contact ? t('custodians.interval_said', { limit: limitSaid(contact) }) : t('custodians.interval_none'),
        },
        {
          label: t('custodians.services'),
          value: services.length === 0 ? t('custodians.none_included') : listWords(services.map(said)),
        },
      ]}
    />
  );
}

function limitLine({ name, urgency, limit }: Standard['limits'][number]): string {
  const [what, words] = [said(name), limitSaid(limit)];
  return urgency === null
    ? t('custodians.limit_line', { what, limit: words })
    : t('custodians.limit_line_of', { what, urgency: urgencyWords(urgency), limit: words });
}
