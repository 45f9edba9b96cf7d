import { IconFilePlus, IconMail, IconArchive } from '@tabler/icons-react';
import { useState } from 'react';
import { useRight } from '../../session/session.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { t } from '../../words/words.ts';
import { DraftForm } from './draft-form.tsx';
import { LetterForm } from './letter-form.tsx';
import { PaperForm } from './paper-form.tsx';

type Asked = 'draft' | 'letter' | 'paper' | null;

/** What may come into the register: a draft, a letter, and, for whoever keeps archives, a paper as it is. */
export function NewDocument() {
  const [asked, ask] = useState<Asked>(null);
  const close = () => ask(null);
  const [writes, keeps] = [useRight('document.write'), useRight('document.keep')];
  if (!writes) return null;
  return (
    <>
      <ActionButton
        label={t('papers.new_draft')}
        icon={IconFilePlus}
        kind="primary"
        hotkey="n"
        onRun={() => ask('draft')}
      />
      <ActionButton label={t('papers.new_letter')} icon={IconMail} onRun={() => ask('letter')} />
      {keeps ? <ActionButton label={t('papers.new_paper')} icon={IconArchive} onRun={() => ask('paper')} /> : null}
      <Dialog opened={asked === 'draft'} close={close} title={t('papers.new_draft')} size="lg">
        <DraftForm document={null} done={close} />
      </Dialog>
      <Dialog opened={asked === 'letter'} close={close} title={t('papers.new_letter')} size="lg">
        <LetterForm answers={null} done={close} />
      </Dialog>
      <Dialog opened={asked === 'paper'} close={close} title={t('papers.new_paper')}>
        <PaperForm done={close} />
      </Dialog>
    </>
  );
}
