import { IconMail, IconMessage, IconPhone, IconUserPlus, IconUserSearch } from '@tabler/icons-react';
import { Suspense, useState } from 'react';
import { ThingLink } from '../../matter/thing-link.tsx';
import { customerKindWords } from '../../matter/words.ts';
import { later } from '../../routes/later.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { LoadingLines } from '../../ui/states.tsx';
import { t } from '../../words/words.ts';
import side from '../ticket/side.module.css';
import type { ConversationView } from './conversation-view.ts';
import { whoWrites } from './conversation-view.ts';
import type { KnowProps } from './know.tsx';
import { OpenOfCustomer, useKnownCustomer } from './open-of-customer.tsx';

const LastTouches = later(() => import('./last-touches.tsx').then((file) => file.LastTouches));
const PickCustomer = later<KnowProps>(() => import('./know.tsx').then((file) => file.PickCustomer));
const AddCustomer = later<KnowProps>(() => import('./know.tsx').then((file) => file.AddCustomer));

/** Who writes: the customer with what is open for him, or an address of which somebody has yet to say whose it is. */
export function Who({ conversation }: { conversation: ConversationView }) {
  const { about, customer, correspondent, can } = conversation;
  const known = useKnownCustomer(conversation)?.customer;
  const Icon = conversation.channel.kind === 'mail' ? IconMail : IconMessage;
  const [opened, setOpened] = useState<'pick' | 'add' | null>(null);
  const close = () => setOpened(null);
  return (
    <>
      <section>
        <h2>{t('messages.who')}</h2>
        <p className={side['name']}>
          {customer ? (
            <ThingLink type="customer" id={customer.id}>
              {customer.name}
            </ThingLink>
          ) : (
            <strong>{whoWrites(conversation)}</strong>
          )}
          {known?.vip ? <span className={side['vip']}>{t('matter.vip')}</span> : null}
        </p>
        {correspondent.address && (customer || correspondent.name) ? (
          <p className={side['phone']}>
            <Icon size={14} aria-hidden /> {correspondent.address}
          </p>
        ) : null}
        {known?.phone ? (
          <p className={side['phone']}>
            <IconPhone size={14} aria-hidden /> {known.phone}
          </p>
        ) : null}
        {known ? (
          <p className="dim">{[customerKindWords(known.kind), ...known.places.map(({ code }) => code)].join(' · ')}</p>
        ) : null}
        <Scanned conversation={conversation} />
        {about ? (
          <p>
            <ThingLink type="ticket" id={about.id}>
              {t('messages.aside', { number: String(about.number) })}
            </ThingLink>
          </p>
        ) : null}
        {customer || about ? null : <p className="dim">{t('messages.unknown')}</p>}
        {about ? null : (
          <div className={side['buttons']}>
            <ActionButton
              label={customer ? t('messages.not_him') : t('messages.it_is')}
              icon={IconUserSearch}
              kind={customer ? 'quiet' : 'plain'}
              can={can}
              action="know"
              onRun={() => setOpened('pick')}
            />
            {customer ? null : (
              <ActionButton
                label={t('messages.add_customer')}
                icon={IconUserPlus}
                can={can}
                action="know"
                onRun={() => setOpened('add')}
              />
            )}
          </div>
        )}
        <Knowing conversation={conversation} opened={opened} close={close} />
      </section>
      <OpenOfCustomer conversation={conversation} />
      {customer ? (
        <Suspense fallback={null}>
          <LastTouches customerId={customer.id} />
        </Suspense>
      ) : null}
    </>
  );
}

type KnowingProps = KnowProps & { opened: 'pick' | 'add' | null };

/** Who he is: one we know, or a new one. */
function Knowing({ conversation, opened, close }: KnowingProps) {
  return (
    <>
      <Dialog opened={opened === 'pick'} close={close} title={t('messages.it_is')}>
        <Suspense fallback={<LoadingLines count={3} />}>
          <PickCustomer conversation={conversation} close={close} />
        </Suspense>
      </Dialog>
      <Dialog opened={opened === 'add'} close={close} title={t('messages.add_customer')}>
        <Suspense fallback={<LoadingLines count={3} />}>
          <AddCustomer conversation={conversation} close={close} />
        </Suspense>
      </Dialog>
    </>
  );
}

/** The unit whose code he scanned; it says nothing of who he is. */
function Scanned({ conversation: { place } }: { conversation: ConversationView }) {
  return place ? <p className="dim">{t('messages.scanned', { place: place.code })}</p> : null;
}
