import { base } from '../../../server/base.ts';
import { Facts, Section } from '../../../ui/section.tsx';
import { said, t } from '../../../words/words.ts';
import type { Chat } from './channels.ts';
import { howWords } from './channels.ts';
import styles from './channels.module.css';

/** What a chat is set to, and the line by which a page elsewhere carries it. */
export function AboutChat({ chat }: { chat: Chat }) {
  const { settings, department, centre } = chat;
  const line = `<script src="${location.origin}${base}chat.js" data-centre="${centre.id}" async></script>`;
  return (
    <>
      <Section title={t('channels.about')}>
        <Facts
          lines={[
            { label: t('channels.state'), value: howWords(chat) },
            { label: t('channels.whose'), value: department ? said(department.name) : t('channels.front_desk') },
            { label: t('channels.hours'), value: t(`channels.hours_${settings.hours}`) },
            { label: t('channels.at_once'), value: String(settings.atOnce) },
            { label: t('channels.accept_within'), value: String(settings.acceptWithin) },
            { label: t('channels.skill'), value: settings.skill },
            { label: t('channels.origins'), value: settings.origins.join(', ') },
          ]}
        />
      </Section>
      <Section title={t('channels.embed')}>
        <p className="dim">{t('channels.embed_why')}</p>
        <p className={styles['said']}>
          <code>{line}</code>
        </p>
      </Section>
    </>
  );
}
