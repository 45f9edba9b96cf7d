import { NativeSelect } from '@mantine/core';
import type { ComponentProps } from 'react';
import type { ContactLine } from '../../../src/contact/line.ts';
import { peopleOptions, useDesk } from '../../matter/kinds.ts';
import { purposeWords } from '../../matter/words.ts';
import { pageItems, usePages } from '../../server/queries.ts';
import { useSession } from '../../session/session.ts';
import { absolute } from '../../ui/time.ts';
import { t } from '../../words/words.ts';

type Field = Omit<ComponentProps<typeof NativeSelect>, 'data' | 'label'>;

/** One of the latest contacts; whoever had it is scored. */
export function ContactSelect(field: Field) {
  const pages = usePages<ContactLine>('contacts', { about: ['contact'], query: { limit: 50 } });
  const { person } = useSession();
  const others = pageItems(pages.data).filter(({ receiver }) => receiver.id !== person.id);
  return (
    <NativeSelect
      label={t('reviews.contact')}
      required
      {...field}
      data={[
        { value: '', label: '' },
        ...others.map((one) => ({
          value: one.id,
          label: [absolute(one.at), one.receiver.name, purposeWords(one.purpose), one.customer?.name ?? one.callerName]
            .filter(Boolean)
            .join(' · '),
        })),
      ]}
    />
  );
}

/** Anybody who works here but oneself. */
export function PersonSelect(field: Field) {
  const { people } = useDesk();
  const { person } = useSession();
  const others = people.filter(({ id }) => id !== person.id);
  return (
    <NativeSelect
      label={t('reviews.person')}
      required
      {...field}
      data={[{ value: '', label: '' }, ...peopleOptions(others)]}
    />
  );
}
