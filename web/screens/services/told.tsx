import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { Facts } from '../../ui/section.tsx';
import { said, t } from '../../words/words.ts';
import { factsOf, useOfferings } from './offerings.ts';

const SHOWN = 5;

/** What can be told of services and prices while somebody asks: found by a word, opened one by one. */
export function Told() {
  const [q, setQ] = useState('');
  const { data } = useOfferings(q);
  return (
    <section aria-label={t('frame.services')}>
      <TextInput label={t('services.search')} value={q} onChange={(event) => setQ(event.currentTarget.value)} />
      {data?.items.slice(0, q.trim() ? data.items.length : SHOWN).map((one) => (
        <details key={one.id}>
          <summary>
            {said(one.name)} <span className="dim">{said(one.price)}</span>
          </summary>
          <Facts lines={factsOf(one)} />
        </details>
      ))}
    </section>
  );
}
