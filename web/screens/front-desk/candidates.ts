import { IconHome, IconTicket, IconUser, IconUserPlus } from '@tabler/icons-react';
import type { z } from 'zod';
import type { lookUpOut } from '../../../src/search/look-up.ts';
import { customerKindWords, relationWords } from '../../matter/words.ts';
import type { IconType } from '../../ui/action-button.tsx';
import { listWords } from '../../ui/time.ts';
import { t } from '../../words/words.ts';

export type LookUp = z.output<typeof lookUpOut>;

/** Who or what the field may mean. */
export type Candidate = {
  id: string;
  icon: IconType;
  title: string;
  detail: string;
  open: number;
  means:
    | { person: LookUp['people'][number] }
    | { place: LookUp['places'][number] }
    | { ticket: LookUp['tickets'][number] }
    | { stranger: string };
};

/** The ticket of that number, people, places, and last whoever is not known yet. */
export function candidatesOf(found: LookUp | undefined, typed: string): Candidate[] {
  const { people = [], places = [], tickets = [] } = found ?? {};
  const stranger: Candidate = {
    id: 'stranger',
    icon: IconUserPlus,
    title: t('front_desk.stranger', { typed }),
    detail: t('front_desk.stranger_why'),
    open: 0,
    means: { stranger: typed },
  };
  return [...tickets.map(ticketOf), ...people.map(personOf), ...places.map(placeOf), stranger];
}

const joined = (parts: readonly (string | null | undefined)[]) => parts.filter(Boolean).join(' · ');

function ticketOf(ticket: LookUp['tickets'][number]): Candidate {
  return {
    id: ticket.ticketId,
    icon: IconTicket,
    title: t('front_desk.ticket_found', { number: String(ticket.number), title: ticket.title }),
    detail: joined([ticket.placeCode, ticket.customerName]),
    open: 0,
    means: { ticket },
  };
}

function personOf(person: LookUp['people'][number]): Candidate {
  const what = person.relation ? relationWords(person.relation) : customerKindWords(person.kind);
  return {
    id: person.customerId,
    icon: IconUser,
    title: person.vip ? t('front_desk.vip_name', { name: person.name }) : person.name,
    detail: joined([person.place?.code, what, person.phoneShown]),
    open: person.openCount,
    means: { person },
  };
}

function placeOf(place: LookUp['places'][number]): Candidate {
  return {
    id: place.placeId,
    icon: IconHome,
    title: place.code,
    detail: joined([place.name, listWords(place.residents)]),
    open: place.openCount,
    means: { place },
  };
}

/** What was typed for somebody who is not known: a phone or a name. */
export function strangerOf(typed: string): { callerName: string; callerPhone: string } {
  const phone = /^[+\d][\d ()-]{4,}$/.test(typed);
  return { callerName: phone ? '' : typed, callerPhone: phone ? typed : '' };
}
