import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import type { DocumentView } from '../../../src/document/view.ts';
import { api } from '../../server/api.ts';
import { useWrite } from '../../server/writes.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { AskFirst } from '../../ui/ask-first.tsx';
import { AskWhy } from '../../ui/ask-why.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { t } from '../../words/words.ts';
import { changesOf, FileForm, LendForm, SendForm } from './document-act-forms.tsx';
import { DraftForm } from './draft-form.tsx';
import { LetterForm } from './letter-form.tsx';

const ACTS = [
  'send',
  'approve',
  'send_back',
  'change',
  'answer',
  'file',
  'lend',
  'take_back',
  'supersede',
  'withdraw',
  'destroy',
] as const;
type Act = (typeof ACTS)[number];
/** What the answer of the server calls each. */
const ASKED_AS: Partial<Record<Act, string>> = { approve: 'decide', send_back: 'decide' };
const PRIMARY: readonly Act[] = ['send', 'approve', 'answer'];

/** What may be done with a document as it stands; what is not its turn is not shown. */
export function DocumentActs({ document }: { document: DocumentView }) {
  const [asked, ask] = useState<Act | null>(null);
  const close = () => ask(null);
  const open = ACTS.filter((act) => document.can[ASKED_AS[act] ?? act] === null);
  return (
    <>
      {open.map((act) => (
        <ActionButton
          key={act}
          label={act === 'file' && document.filedAt ? t('papers.act_move') : t(`papers.act_${act}`)}
          kind={PRIMARY.includes(act) ? 'primary' : act === 'withdraw' || act === 'destroy' ? 'quiet' : 'plain'}
          onRun={() => ask(act)}
        />
      ))}
      <ActionButton label={t('papers.print')} icon={IconPrinter} hotkey="p" onRun={() => window.print()} />
      <Forms document={document} asked={asked} close={close} />
      <Questions key={asked} document={document} asked={asked} close={close} />
    </>
  );
}

type Props = { document: DocumentView; asked: Act | null; close: () => void };

function Forms({ document, asked, close }: Props) {
  return (
    <>
      <Dialog opened={asked === 'change'} close={close} title={t('papers.act_change')} size="lg">
        <DraftForm document={document} done={close} />
      </Dialog>
      <Dialog opened={asked === 'supersede'} close={close} title={t('papers.act_supersede')} size="lg">
        <DraftForm document={null} supersedes={document} done={close} />
      </Dialog>
      <Dialog opened={asked === 'answer'} close={close} title={t('papers.act_answer')} size="lg">
        <LetterForm answers={document} done={close} />
      </Dialog>
      <Dialog opened={asked === 'send'} close={close} title={t('papers.act_send')}>
        <SendForm document={document} close={close} />
      </Dialog>
      <Dialog opened={asked === 'file'} close={close} title={t('papers.act_file')}>
        <FileForm document={document} close={close} />
      </Dialog>
      <Dialog opened={asked === 'lend'} close={close} title={t('papers.act_lend')}>
        <LendForm document={document} close={close} />
      </Dialog>
    </>
  );
}

function Questions({ document, asked, close }: Props) {
  const { id } = document;
  const write = useWrite<{ path: string; body: object }>({
    send: ({ path, body }, options) => api.post(`documents/${id}/${path}`, body, options),
    changes: changesOf(id),
    done: close,
  });
  const run = (path: string, body: object = {}) => void write.run({ path, body });
  return (
    <>
      <AskFirst
        opened={asked === 'approve'}
        close={close}
        title={t('papers.act_approve')}
        act={t('papers.act_approve')}
        danger={false}
        busy={write.busy}
        run={() => run('decision', { approved: true })}
      >
        <p>{t('papers.approve_means')}</p>
      </AskFirst>
      <AskWhy
        opened={asked === 'send_back'}
        close={close}
        title={t('papers.act_send_back')}
        act={t('papers.act_send_back')}
        label={t('papers.remark')}
        busy={write.busy}
        run={(remark) => run('decision', { approved: false, remark })}
      />
      <AskFirst
        opened={asked === 'withdraw'}
        close={close}
        title={t('papers.act_withdraw')}
        act={t('papers.act_withdraw')}
        busy={write.busy}
        run={() => run('withdraw')}
      >
        <p>{t('papers.withdraw_means')}</p>
      </AskFirst>
      <AskFirst
        opened={asked === 'take_back'}
        close={close}
        title={t('papers.act_take_back')}
        act={t('papers.act_take_back')}
        danger={false}
        busy={write.busy}
        run={() => run('return')}
      >
        <p>{t('papers.take_back_means', { name: document.lentTo?.name ?? '' })}</p>
      </AskFirst>
      <AskWhy
        opened={asked === 'destroy'}
        close={close}
        title={t('papers.act_destroy')}
        act={t('papers.act_destroy')}
        label={t('papers.why_destroyed')}
        danger
        busy={write.busy}
        run={(why) => run('destroy', { why })}
      />
    </>
  );
}
