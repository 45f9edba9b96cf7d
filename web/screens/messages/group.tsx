import { IconPencil, IconUsersGroup, IconUserSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { ThingLink } from '../../matter/thing-link.tsx';
import { ActionButton } from '../../ui/action-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { spoken } from '../../ui/time.ts';
import { t } from '../../words/words.ts';
import side from '../ticket/side.module.css';
import type { ConversationView } from './conversation-view.ts';
import { GroupForm } from './group-form.tsx';
import { PickCustomer } from './know.tsx';
import styles from './messages.module.css';

type GroupProps = { conversation: ConversationView; group: NonNullable<ConversationView['group']> };
type Member = ConversationView['members'][number];

/** A thread of many: what sort of group it is, how one speaks there, and who is in it. */
export function Group({ conversation, group }: GroupProps) {
  const { correspondent, members, can } = conversation;
  const [changing, setChanging] = useState(false);
  const close = () => setChanging(false);
  const inside = members.filter(({ leftAt }) => leftAt === null).length;
  return (
    <>
      <section>
        <h2>{t('messages.group')}</h2>
        <p className={side['name']}>
          <strong>{correspondent.name || correspondent.address}</strong>
        </p>
        <p className={side['phone']}>
          <IconUsersGroup size={14} aria-hidden /> {t(`messages.group_${group.sort}`)}
        </p>
        {group.sort === 'internal' ? <p className="dim">{t('messages.group_internal_why')}</p> : null}
        <p className="dim">{t('messages.tone_is', { tone: t(`messages.tone_${group.tone ?? 'usual'}`) })}</p>
        <div className={side['buttons']}>
          <ActionButton
            label={t('messages.change_group')}
            icon={IconPencil}
            can={can}
            action="group"
            onRun={() => setChanging(true)}
          />
        </div>
        <Dialog opened={changing} close={close} title={t('messages.change_group')}>
          <GroupForm conversation={conversation} group={group} close={close} />
        </Dialog>
      </section>
      <section>
        <h2>{t('messages.members', { count: inside })}</h2>
        <ul className={styles['members']}>
          {members.map((member) => (
            <li key={member.id} data-left={member.leftAt !== null || undefined}>
              <MemberLine conversation={conversation} member={member} />
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

function MemberLine({ conversation, member }: { conversation: ConversationView; member: Member }) {
  const { id, name, address, sort, customer, leftAt } = member;
  const [asking, setAsking] = useState(false);
  const close = () => setAsking(false);
  const called = name || address;
  return (
    <>
      <span>
        {customer ? (
          <ThingLink type="customer" id={customer.id}>
            {customer.name}
          </ThingLink>
        ) : (
          called
        )}{' '}
        <span className="dim">
          {[customer ? called : null, t(`messages.member_${sort}`), leftAt ? leftWords(leftAt) : null]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
      {sort === 'customer' && customer === null ? (
        <ActionButton
          label={t('messages.who_is', { name: called })}
          icon={IconUserSearch}
          kind="quiet"
          can={conversation.can}
          action="know"
          onRun={() => setAsking(true)}
        />
      ) : null}
      <Dialog opened={asking} close={close} title={t('messages.who_is', { name: called })}>
        <PickCustomer conversation={conversation} memberId={id} close={close} />
      </Dialog>
    </>
  );
}

const leftWords = (at: string): string => t('messages.member_left', { at: spoken(at) });
