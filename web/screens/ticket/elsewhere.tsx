import type { z } from 'zod';
import type { deskCustomerOut, deskPlaceOut } from '../../../src/search/desk.ts';
import { MatterLine } from '../../matter/matter-line.tsx';
import { useRead } from '../../server/queries.ts';
import { useRight } from '../../session/session.ts';
import { t } from '../../words/words.ts';
import type { TicketView } from './view.ts';

type DeskCustomer = z.output<typeof deskCustomerOut>;
type DeskPlace = z.output<typeof deskPlaceOut>;

const about = ['ticket', 'work_order', 'clock'] as const;

/** What else is open for the same customer, and at the same unit. */
export function Elsewhere({ ticket }: { ticket: TicketView }) {
  const may = useRight('contact.record');
  const { customer, place } = ticket;
  const ofCustomer = useRead<DeskCustomer>(`desk/customer/${customer?.id}`, {
    about,
    enabled: may && customer !== null,
  });
  const ofPlace = useRead<DeskPlace>(`desk/place/${place?.id}`, { about, enabled: may && place !== null });
  const own = (ofCustomer.data?.open ?? []).filter((one) => one.id !== ticket.id);
  const there = [...(ofPlace.data?.open ?? []), ...(ofPlace.data?.around ?? [])].filter(
    (one) => one.id !== ticket.id && !own.some((other) => other.id === one.id),
  );
  return (
    <>
      {own.length > 0 ? (
        <section>
          <h2>{t('ticket.open_for_customer')}</h2>
          {own.map((one) => (
            <MatterLine key={one.id} matter={one} />
          ))}
        </section>
      ) : null}
      {there.length > 0 ? (
        <section>
          <h2>{t('ticket.open_at_place')}</h2>
          {there.map((one) => (
            <MatterLine key={one.id} matter={one} />
          ))}
        </section>
      ) : null}
    </>
  );
}
