import { IconArrowBackUp, IconUserQuestion } from '@tabler/icons-react';
import type { z } from 'zod';
import type { deskCustomerOut, deskPlaceOut } from '../../../src/search/desk.ts';
import type { Matter } from '../../matter/matter-line.tsx';
import { MatterLine } from '../../matter/matter-line.tsx';
import { useRead } from '../../server/queries.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { ErrorState, LoadingLines } from '../../ui/states.tsx';
import type { PlainKey } from '../../words/words.ts';
import { t } from '../../words/words.ts';
import { CallerCard, PlaceCard } from './cards.tsx';
import type { IntakeForm } from './use-intake.ts';
import styles from './who-and-where.module.css';

type DeskCustomer = z.output<typeof deskCustomerOut>;
type DeskPlace = z.output<typeof deskPlaceOut>;

const live = ['ticket', 'work_order', 'clock'] as const;

/** What is known of the person and of the place, once it was read; until then neither says that nothing is open. */
function useKnown({ customer, place }: IntakeForm['values']) {
  const ofCustomer = useRead<DeskCustomer>(`desk/customer/${customer?.id}`, {
    about: [...live, 'customer'],
    enabled: customer !== null,
  });
  const ofPlace = useRead<DeskPlace>(`desk/place/${place?.id}`, { about: [...live, 'place'], enabled: place !== null });
  const asked = [...(customer ? [ofCustomer] : []), ...(place ? [ofPlace] : [])];
  return {
    known: customer ? ofCustomer.data : undefined,
    there: place ? ofPlace.data : undefined,
    failed: asked.find((read) => read.error && !read.data),
    loading: asked.some((read) => read.isPending),
  };
}

/** The person and the place, and what is open and promised there: what he may be calling about. */
export function WhoAndWhere({ intake, next }: { intake: IntakeForm; next: () => void }) {
  const { values, change } = intake;
  const { customer, place } = values;
  const { known, there, failed, loading } = useKnown(values);
  if (customer === null && place === null && values.callerName === '' && values.callerPhone === '')
    return <p className={`dim ${styles['hint']}`}>{t('front_desk.begin')}</p>;
  return (
    <div className={styles['who']}>
      <div className={styles['bar']}>
        <ActionButton
          label={values.otherCaller ? t('front_desk.himself') : t('front_desk.somebody_else')}
          icon={IconUserQuestion}
          kind="quiet"
          hotkey="e"
          refused={customer === null ? t('front_desk.stranger_already') : null}
          onRun={() => change({ otherCaller: !values.otherCaller })}
        />
        <ActionButton label={t('front_desk.begin_anew')} icon={IconArrowBackUp} kind="quiet" hotkey="n" onRun={next} />
      </div>
      <CallerCard intake={intake} known={known?.customer} />
      {place ? <PlaceCard intake={intake} people={there?.people ?? []} place={there?.place} /> : null}
      {failed ? <ErrorState problem={failed.error} retry={() => void failed.refetch()} /> : null}
      {loading ? <LoadingLines count={4} /> : null}
      {loading || failed ? null : <OpenHere intake={intake} known={known} there={there} />}
    </div>
  );
}

const sides: Readonly<Record<string, PlainKey>> = {
  above: 'front_desk.side_above',
  below: 'front_desk.side_below',
  beside: 'front_desk.side_beside',
};

type OpenHereProps = { intake: IntakeForm; known: DeskCustomer | undefined; there: DeskPlace | undefined };

function OpenHere({ intake, known, there }: OpenHereProps) {
  const own = known?.open ?? [];
  const here = (there?.open ?? []).filter((matter) => !own.some((one) => one.id === matter.id));
  const open = [...own, ...here];
  const around = there?.around ?? [];
  const recent = known?.recent ?? [];
  return (
    <>
      <section aria-label={t('front_desk.open_here')}>
        <h2>{t('front_desk.open_here')}</h2>
        {open.length === 0 ? <p className="dim">{t('front_desk.nothing_open')}</p> : null}
        {open.map((matter) => (
          <MatterLine key={matter.id} matter={matter} actions={<AboutThis intake={intake} matter={matter} />} />
        ))}
      </section>
      {around.length > 0 ? (
        <section aria-label={t('front_desk.open_around')}>
          <h2>{t('front_desk.open_around')}</h2>
          {around.map((matter) => {
            const side = sides[matter.side];
            return <MatterLine key={matter.id} matter={matter} why={side ? t(side) : undefined} />;
          })}
        </section>
      ) : null}
      {recent.length > 0 ? (
        <details className={styles['recent']}>
          <summary>{t('front_desk.settled_lately', { count: recent.length })}</summary>
          {recent.map((matter) => (
            <MatterLine key={matter.id} matter={matter} />
          ))}
        </details>
      ) : null}
    </>
  );
}

/** "What about my leak?": tells the matter, opens nothing new. */
export function AboutThis({ intake, matter }: { intake: IntakeForm; matter: Matter }) {
  const { id, number, title } = matter;
  const fed = intake.values.feeds.some((one) => one.id === id);
  return (
    <ActionButton
      label={t('front_desk.calls_about_this')}
      refused={fed ? t('front_desk.fed_already') : null}
      onRun={() => intake.feed({ id, number, title })}
    />
  );
}
