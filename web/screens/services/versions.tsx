import { useState } from 'react';
import type { z } from 'zod';
import type { offeringVersionsOut } from '../../../src/offering/view.ts';
import { useRead } from '../../server/queries.ts';
import { Facts } from '../../ui/section.tsx';
import { LoadingLines } from '../../ui/states.tsx';
import { absolute } from '../../ui/time.ts';
import { said, t } from '../../words/words.ts';
import type { Offering } from './offerings.ts';
import { factsOf } from './offerings.ts';

/** What was told before, and who wrote it; read when somebody looks. */
export function Versions({ offering }: { offering: Offering }) {
  const [open, setOpen] = useState(false);
  const { data } = useRead<z.output<typeof offeringVersionsOut>>(`offerings/${offering.id}/versions`, {
    about: [`offering/${offering.id}`],
    enabled: open,
  });
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('services.before')}</summary>
      {open && !data ? <LoadingLines count={3} /> : null}
      {data?.items
        .filter((one) => one.version < offering.version)
        .map((one) => (
          <div key={one.version}>
            <p className="dim">
              {[t('services.version', { no: one.version }), said(one.name), one.by?.name, absolute(one.at), one.why]
                .filter(Boolean)
                .join(' · ')}
            </p>
            <Facts lines={factsOf(one)} />
          </div>
        ))}
    </details>
  );
}
