import { Checkbox, TextInput } from '@mantine/core';
import { IconPencil, IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { BodyView } from '../../../src/liaison/view.ts';
import { api } from '../../server/api.ts';
import { newId } from '../../server/ids.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { Section } from '../../ui/section.tsx';
import { nowMs } from '../../ui/time.ts';
import { t } from '../../words/words.ts';
import styles from './papers.module.css';

type Contact = BodyView['contacts'][number];

/** Whom one knows at a body. */
export function Contacts({ body }: { body: BodyView }) {
  const [opened, open] = useState<Contact | 'new' | null>(null);
  const close = () => open(null);
  const may = body.can['change'] === null;
  return (
    <Section
      title={t('papers.contacts')}
      actions={
        <ActionButton
          label={t('papers.new_contact')}
          icon={IconUserPlus}
          kind="quiet"
          can={body.can}
          action="change"
          onRun={() => open('new')}
        />
      }
    >
      {body.contacts.length === 0 ? <p className="dim">{t('papers.no_contacts')}</p> : null}
      <ul className={styles['rows']}>
        {body.contacts.map((one) => (
          <li key={one.id} className={`${styles['row']} ${styles['line']}`}>
            <span>
              <strong>{one.name}</strong> {one.position}
              {one.endedAt ? <span className="dim"> · {t('papers.contact_gone')}</span> : null}
            </span>
            <span>
              {one.phone}{' '}
              {may ? (
                <ActionButton
                  label={t('papers.change_of', { name: one.name })}
                  icon={IconPencil}
                  iconOnly
                  kind="quiet"
                  onRun={() => open(one)}
                />
              ) : null}
            </span>
          </li>
        ))}
      </ul>
      <Dialog opened={opened !== null} close={close} title={t('papers.new_contact')}>
        {opened ? <ContactForm body={body} contact={opened === 'new' ? null : opened} done={close} /> : null}
      </Dialog>
    </Section>
  );
}

function ContactForm({ body, contact, done }: { body: BodyView; contact: Contact | null; done: () => void }) {
  const [id] = useState(() => contact?.id ?? newId<'liaison_contact'>(nowMs()));
  const { name = '', position = '', phone = '', endedAt = null } = contact ?? {};
  const draft = useDraftForm({
    subject: `liaison_body/${body.id}/contact/${contact?.id ?? 'new'}`,
    initial: { name, position, phone, ended: endedAt !== null },
    check: (values) => ({ name: values.name.trim() ? null : t('papers.name_needed') }),
    send: (values, options) => api.post(`liaison-bodies/${body.id}/contacts`, { id, ...values }, options),
    changes: () => [`liaison_body/${body.id}`, 'liaison_body'],
    done,
  });
  const of = draft.form.getInputProps;
  return (
    <FormFrame draft={draft} submit={t('papers.save')}>
      <TextInput label={t('papers.name')} required maxLength={200} {...of('name')} />
      <TextInput label={t('papers.position')} maxLength={200} {...of('position')} />
      <TextInput label={t('papers.phone')} maxLength={200} {...of('phone')} />
      {contact ? <Checkbox label={t('papers.contact_gone')} {...of('ended', { type: 'checkbox' })} /> : null}
    </FormFrame>
  );
}
