import { IconPhoneCheck, IconTag, IconUserCheck } from '@tabler/icons-react';
import { useState } from 'react';
import type { ClassOfCustomer } from '../../../src/customer-class/view.ts';
import type { CustodianOf } from '../../../src/custodian/view.ts';
import { useRead } from '../../server/queries.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Facts, Section } from '../../ui/section.tsx';
import { When } from '../../ui/when.tsx';
import { said, t } from '../../words/words.ts';
import { StandardFacts } from './classes.tsx';
import { ClassifyForm } from './classify-form.tsx';
import { RecordForm } from './contact-forms.tsx';
import styles from './custodians.module.css';
import { GiveForm } from './give-form.tsx';

type Asked = 'classify' | 'give' | 'record' | null;

/** On a customer's page: his class with its standard, whose he is, and the contact that is owed. */
export function InChargeOf({ customerId, name }: { customerId: string; name: string }) {
  const about = ['customer', `customer/${customerId}`, 'custodian_contact', 'commitment'] as const;
  const of = useRead<ClassOfCustomer>(`customers/${customerId}/class`, { about }).data;
  const whose = useRead<CustodianOf>(`customers/${customerId}/custodian`, { about }).data;
  const [asked, ask] = useState<Asked>(null);
  const close = () => ask(null);
  if (!of || !whose) return null;
  const titles = {
    classify: t('custodians.classify'),
    give: t('custodians.give_to', { name }),
    record: t('custodians.contact_with', { name }),
  };
  return (
    <Section title={t('custodians.of_customer')} actions={<Acts of={of} whose={whose} ask={ask} />}>
      <Facts lines={lines(of, whose)} />
      {of.class ? <StandardFacts standard={of.class} /> : null}
      <Former of={of} whose={whose} />
      <Dialog opened={asked !== null} close={close} title={asked ? titles[asked] : ''}>
        {asked === 'classify' ? <ClassifyForm customers={[customerId]} close={close} /> : null}
        {asked === 'give' ? <GiveForm customerId={customerId} now={whose.person?.id ?? null} close={close} /> : null}
        {asked === 'record' && whose.owed ? <RecordForm id={whose.owed.id} close={close} /> : null}
      </Dialog>
    </Section>
  );
}

function lines(of: ClassOfCustomer, { person, owed }: CustodianOf) {
  const byWhom = of.by ? ` (${t('custodians.of_group', { name: of.by.name })})` : '';
  return [
    {
      label: t('custodians.class'),
      value: of.class ? `${said(of.class.name)}${byWhom}` : t('custodians.no_class'),
    },
    { label: t('custodians.person'), value: person?.name ?? t('custodians.nobody') },
    {
      label: owed ? t(`custodians.sort_${owed.sort}`) : t('custodians.next'),
      value: owed ? (
        <span className={owed.state === 'late' ? styles['late'] : undefined}>
          <When at={owed.dueAt} />
        </span>
      ) : null,
    },
  ];
}

function Acts({ of, whose, ask }: { of: ClassOfCustomer; whose: CustodianOf; ask: (asked: Asked) => void }) {
  return (
    <>
      <ActionButton
        label={t('custodians.record')}
        icon={IconPhoneCheck}
        can={whose.can}
        action="record"
        onRun={() => ask('record')}
      />
      <ActionButton
        label={t('custodians.give')}
        icon={IconUserCheck}
        kind="quiet"
        can={whose.can}
        action="give"
        onRun={() => ask('give')}
      />
      <ActionButton
        label={t('custodians.classify')}
        icon={IconTag}
        kind="quiet"
        can={of.can}
        action="classify"
        onRun={() => ask('classify')}
      />
    </>
  );
}

/** How he stood before: each line with who and why. */
function Former({ of, whose }: { of: ClassOfCustomer; whose: CustodianOf }) {
  const all = [
    ...of.history.map(({ class: one, why, by, at }) => ({
      at,
      what: one ? said(one.name) : t('custodians.no_class'),
      why,
      name: by.name,
    })),
    ...whose.history.map(({ person, why, by, from: at }) => ({ at, what: person.name, why, name: by.name })),
  ].sort((one, other) => (one.at < other.at ? 1 : -1));
  if (all.length === 0) return null;
  return (
    <ul className={styles['rows']} aria-label={t('custodians.history')}>
      {all.map(({ at, ...one }) => (
        <li key={`${at}${one.what}`} className="dim">
          <When at={at} /> {t('custodians.history_line', one)}
        </li>
      ))}
    </ul>
  );
}
