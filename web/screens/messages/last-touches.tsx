import type { z } from 'zod';
import type { contactLineOut } from '../../../src/contact/line.ts';
import { channelWords } from '../../matter/words.ts';
import { useRead } from '../../server/queries.ts';
import { useRight } from '../../session/session.ts';
import { When } from '../../ui/when.tsx';
import { t } from '../../words/words.ts';
import side from '../ticket/side.module.css';

type Touches = { items: z.output<typeof contactLineOut>[] };

/** When he was last heard or spoken to, and how. */
export function LastTouches({ customerId }: { customerId: string }) {
  const may = useRight('contact.record');
  const { data } = useRead<Touches>('contacts', { about: ['contact'], query: { customerId, limit: 4 }, enabled: may });
  if (!data || data.items.length === 0) return null;
  return (
    <section>
      <h2>{t('messages.last_touches')}</h2>
      <ul className={side['facts']}>
        {data.items.map((touch) => (
          <li key={touch.id}>
            <When at={touch.at} className="dim" /> {channelWords(touch.channel)} {touch.need}
          </li>
        ))}
      </ul>
    </section>
  );
}
