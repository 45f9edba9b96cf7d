import { TextInput } from '@mantine/core';
import { IconPhone } from '@tabler/icons-react';
import type { z } from 'zod';
import type { customerLineOut } from '../../../src/customer/view.ts';
import type { residentOut } from '../../../src/place/view.ts';
import { ThingLink } from '../../matter/thing-link.tsx';
import { customerKindWords, relationWords } from '../../matter/words.ts';
import { t } from '../../words/words.ts';
import type { IntakeForm } from './use-intake.ts';
import styles from './who-and-where.module.css';

type Customer = z.output<typeof customerLineOut>;
type Resident = z.output<typeof residentOut>;

/** Who is meant, and who is on the line where that is somebody else. */
export function CallerCard({ intake, known }: { intake: IntakeForm; known: Customer | undefined }) {
  const { values, change, errorOf } = intake;
  const { customer } = values;
  return (
    <div className={styles['card']}>
      {customer ? (
        <>
          <p className={styles['name']}>
            <ThingLink type="customer" id={customer.id}>
              {customer.name}
            </ThingLink>
            {customer.vip ? <span className={styles['vip']}>{t('matter.vip')}</span> : null}
          </p>
          {known ? (
            <p className="dim">
              {customerKindWords(known.kind)}
              {known.phone ? (
                <span className={styles['phone']}>
                  <IconPhone size={14} aria-hidden /> {known.phone}
                </span>
              ) : null}
            </p>
          ) : null}
          {known && known.places.length > 1 ? <OtherHomes intake={intake} places={known.places} /> : null}
        </>
      ) : null}
      {customer === null || values.otherCaller ? (
        <div className={styles['pair']}>
          <TextInput
            label={t('front_desk.caller_name')}
            value={values.callerName}
            error={errorOf('callerName')}
            onChange={(event) => change({ callerName: event.currentTarget.value })}
          />
          <TextInput
            label={t('front_desk.caller_phone')}
            type="tel"
            value={values.callerPhone}
            error={errorOf('callerPhone')}
            onChange={(event) => change({ callerPhone: event.currentTarget.value })}
          />
        </div>
      ) : null}
    </div>
  );
}

/** He has to do with several flats: which one is it about? */
export function OtherHomes({ intake, places }: { intake: IntakeForm; places: Customer['places'] }) {
  return (
    <div className={styles['picks']} role="group" aria-label={t('front_desk.about_which_place')}>
      {places.map(({ placeId, code, relation }) => (
        <button
          key={placeId}
          type="button"
          aria-pressed={intake.values.place?.id === placeId}
          onClick={() => intake.change({ place: { id: placeId, code } })}
        >
          {code} <span className="dim">{relationWords(relation)}</span>
        </button>
      ))}
    </div>
  );
}

type PlaceCardProps = {
  intake: IntakeForm;
  people: readonly Resident[];
  place: { name: string; safety: boolean } | undefined;
};

/** Where it is, and who lives there: one tap says who is calling. */
export function PlaceCard({ intake, people, place }: PlaceCardProps) {
  const { values, change } = intake;
  if (!values.place) return null;
  return (
    <div className={styles['card']}>
      <p className={styles['name']}>
        <ThingLink type="place" id={values.place.id}>
          {values.place.code}
        </ThingLink>
        <span className="dim">{place?.name}</span>
        {place?.safety ? <span className={styles['vip']}>{t('matter.safety_place')}</span> : null}
      </p>
      {people.length > 0 ? (
        <div className={styles['picks']} role="group" aria-label={t('front_desk.who_of_them')}>
          {people.map(({ customerId, name, relation, vip }) => (
            <button
              key={customerId}
              type="button"
              aria-pressed={values.customer?.id === customerId}
              onClick={() => change({ customer: { id: customerId, name, vip } })}
            >
              {name} <span className="dim">{relationWords(relation)}</span>
            </button>
          ))}
        </div>
      ) : null}
    </div>
  );
}
