import { IconEdit, IconEye, IconPencil } from '@tabler/icons-react';
import type { Present } from '../server/presence.ts';
import { t } from '../words/words.ts';
import { useDesk } from './kinds.ts';
import styles from './present.module.css';

const icons = { looking: IconEye, typing: IconPencil, unsaved: IconEdit } as const;

/** Each of them by name, or as a mark that says it on hover. */
export function PresentMarks({ there, small }: { there: readonly Present[]; small: boolean }) {
  const { people } = useDesk();
  const sentence = ({ person, does }: Present) =>
    t(`presence.${does}`, { name: people.find((one) => one.id === person)?.name ?? t('presence.somebody') });
  return (
    <span className={styles['there']} role={small ? undefined : 'status'}>
      {there.map((one) => {
        const Icon = icons[one.does];
        const said = sentence(one);
        return (
          <span key={one.person} className={styles['one']} data-does={one.does} title={small ? said : undefined}>
            <Icon size={14} aria-hidden />
            {small ? <span className="sr-only">{said}</span> : said}
          </span>
        );
      })}
    </span>
  );
}
