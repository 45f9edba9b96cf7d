import { Link, getRouteApi } from '@tanstack/react-router';
import { IconArrowLeft } from '@tabler/icons-react';
import { windowWords } from '../../matter/window-words.ts';
import { ThingLink } from '../../matter/thing-link.tsx';
import { orderStageWords } from '../../matter/words.ts';
import { useRead } from '../../server/queries.ts';
import { useSession } from '../../session/session.ts';
import { ClockStrip } from '../../ui/clock/clock-strip.tsx';
import { Page } from '../../ui/page.tsx';
import { ErrorState, LoadingLines } from '../../ui/states.tsx';
import { said, t } from '../../words/words.ts';
import type { OrderPage } from '../work-orders/orders.ts';
import { aboutOrder, orderNumber } from '../work-orders/orders.ts';
import { OrderOffice } from '../work-orders/order-office.tsx';
import { Asking } from './asking.tsx';
import { Course, Result } from './course.tsx';
import { useDraftUntilEnd } from './finish.ts';
import styles from './order.module.css';
import { useReport } from './report.ts';
import { listOf } from './search.ts';
import type { Standing } from './steps.ts';
import { StepBar } from './step-bar.tsx';

const route = getRouteApi('/inside/work-orders/$orderId');

/** One work order: where, who, what, by when, and the next step under the thumb. */
export function Order() {
  const { orderId } = route.useParams();
  const read = useRead<OrderPage>(`work-orders/${orderId}`, { about: aboutOrder(orderId), atHand: true });
  if (read.data) return <OrderOf key={orderId} page={read.data} />;
  return (
    <Page title={t('frame.worker')}>
      {read.error ? (
        <ErrorState problem={read.error} retry={() => void read.refetch()} />
      ) : (
        <LoadingLines count={8} height={40} />
      )}
    </Page>
  );
}

function OrderOf({ page }: { page: OrderPage }) {
  const { step } = route.useSearch();
  const navigate = route.useNavigate();
  const { standing, report, busy } = useReport(page);
  useDraftUntilEnd(page);
  const ask = (wanted: typeof step) => void navigate({ search: (was) => ({ ...was, step: wanted }) });
  const asked = step && standing.can[step] === null ? step : undefined;
  return (
    <Page title={titleOf(page)} aside={orderNumber(page)} shape="fill" actions={<OrderOffice page={page} />}>
      <div className={styles['order']}>
        <div className={styles['scroll']}>
          {asked ? (
            <Asking
              page={page}
              step={asked}
              back={() => ask(undefined)}
              report={(body) => {
                report(asked, body);
                ask(undefined);
              }}
            />
          ) : (
            <Facts page={page} standing={standing} />
          )}
        </div>
        {asked ? null : <StepBar standing={standing} busy={busy} report={report} ask={ask} />}
      </div>
    </Page>
  );
}

/** The flat first, for that is where he goes; most titles name it already. */
function titleOf({ place, title }: OrderPage): string {
  return place && !title.includes(place.code) ? `${place.code} · ${title}` : title;
}

function Facts({ page, standing }: { page: OrderPage; standing: Standing }) {
  return (
    <div className={styles['facts']}>
      <BackToList page={page} />
      <p className={styles['stage']}>
        <strong>{orderStageWords(standing.stage)}</strong>
        {standing.unsent.length > 0 ? <span className={styles['unsent']}>{t('worker.will_be_sent')}</span> : null}
      </p>
      {page.clock ? <ClockStrip clock={page.clock} /> : null}
      <dl className={styles['list']}>
        <dt>{t('worker.where')}</dt>
        <dd>
          {page.place ? (
            <>
              <strong className={styles['large']}>{page.place.code}</strong> {page.place.name}
            </>
          ) : (
            t('worker.no_place')
          )}
        </dd>
        <Appointment page={page} />
        <dt>{t('worker.who')}</dt>
        <dd>
          {page.customerName ? <p>{page.customerName}</p> : null}
          <Phones phones={page.customerPhones} />
        </dd>
        <dt>{t('worker.what')}</dt>
        <dd>
          <p className={styles['task']}>{page.task}</p>
          {page.need && page.need !== page.task ? <p className="dim">{page.need}</p> : null}
          <p className="dim">
            {said(page.kind.name)} ·{' '}
            <ThingLink type="ticket" id={page.ticketId}>
              {t('worker.to_ticket', { number: String(page.number) })}
            </ThingLink>
          </p>
        </dd>
      </dl>
      <Result order={page.order} />
      <Course order={page.order} />
    </div>
  );
}

/** When somebody is expected; once he is there, or it is over, only what had been arranged. */
function Appointment({ page: { appointment, order } }: { page: OrderPage }) {
  if (!appointment && !yetToCome.has(order.stage)) return null;
  return (
    <>
      <dt>{t('worker.when')}</dt>
      <dd>
        {appointment ? windowWords(appointment.fromAt, appointment.untilAt) : t('worker.no_appointment')}
        {order.appointment?.note ? <span className="dim"> · {order.appointment.note}</span> : null}
      </dd>
    </>
  );
}

const yetToCome = new Set(['issued', 'accepted', 'on_the_way', 'no_access']);

function BackToList({ page }: { page: OrderPage }) {
  const to = listOf(route.useSearch(), page.person?.id, useSession().person.id);
  return (
    <p>
      <Link to={to} className={styles['back']}>
        <IconArrowLeft size={16} aria-hidden /> {t(to === '/worker' ? 'frame.worker' : 'frame.work_orders')}
      </Link>
    </p>
  );
}

/** A masked number is to be read, not to be called. */
function Phones({ phones }: { phones: readonly string[] }) {
  return (
    <p className={styles['phones']}>
      {phones.map((phone) =>
        phone.includes('*') ? (
          <span key={phone}>{phone}</span>
        ) : (
          <a key={phone} href={`tel:${phone}`} className={styles['call']}>
            {t('worker.call', { phone })}
          </a>
        ),
      )}
    </p>
  );
}
