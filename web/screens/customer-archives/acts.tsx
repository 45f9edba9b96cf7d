import { NativeSelect, TextInput } from '@mantine/core';
import { IconFilePlus, IconListCheck, IconUserEdit } from '@tabler/icons-react';
import { useState } from 'react';
import type { ArchivePage } from '../../../src/customer-archive/view.ts';
import { api } from '../../server/api.ts';
import { newId } from '../../server/ids.ts';
import { useWrite } from '../../server/writes.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { AskWhy } from '../../ui/ask-why.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { nowMs } from '../../ui/time.ts';
import { say } from '../../ui/toast.ts';
import { said, t } from '../../words/words.ts';
import { KeeperFields, keeperProblems } from './keeper-fields.tsx';

type Props = { archive: ArchivePage };
type Asked = 'file' | 'arrange' | 'change' | null;

const ICONS = { file: IconFilePlus, arrange: IconListCheck, change: IconUserEdit } as const;

/** What can be done to an archive. */
export function ArchiveActs({ archive }: Props) {
  const [asked, ask] = useState<Asked>(null);
  const close = () => ask(null);
  return (
    <>
      {(['file', 'arrange', 'change'] as const).map((act) => (
        <ActionButton
          key={act}
          label={t(`customer_archives.${act}`)}
          icon={ICONS[act]}
          kind={act === 'file' ? 'primary' : 'plain'}
          can={archive.can}
          action={act}
          onRun={() => ask(act)}
        />
      ))}
      <Dialog opened={asked === 'file'} close={close} title={t('customer_archives.file')}>
        <FileForm archive={archive} close={close} />
      </Dialog>
      <Dialog opened={asked === 'change'} close={close} title={t('customer_archives.change')}>
        <ChangeForm archive={archive} close={close} />
      </Dialog>
      {asked === 'arrange' ? <Arrange archive={archive} close={close} /> : null}
    </>
  );
}

type FormProps = Props & { close: () => void };

function FileForm({ archive, close }: FormProps) {
  const [id] = useState(() => newId<'customer_archive_entry'>(nowMs()));
  const draft = useDraftForm<{ part: string; title: string; dated: string; liesAt: string }, unknown>({
    subject: `customer_archive/${archive.id}/file`,
    initial: { part: archive.missing[0]?.key ?? '', title: '', dated: '', liesAt: '' },
    check: ({ part, title, liesAt }) => ({
      part: part ? null : t('customer_archives.part_needed'),
      title: title.trim() ? null : t('customer_archives.title_needed'),
      liesAt: liesAt.trim() ? null : t('customer_archives.lies_at_needed'),
    }),
    send: ({ dated, ...values }, options) =>
      api.post(`customer-archives/${archive.id}/entries`, { id, ...values, dated: dated || null }, options),
    changes: () => ['customer_archive', 'commitment'],
    done: () => {
      say(t('customer_archives.filed_now'));
      close();
    },
  });
  const of = draft.form.getInputProps;
  const parts = archive.parts.map(({ key, name, required }) => ({
    value: key,
    label: required ? `${said(name)} (${t('customer_archives.required')})` : said(name),
  }));
  return (
    <FormFrame draft={draft} submit={t('customer_archives.file')}>
      <NativeSelect
        label={t('customer_archives.part')}
        required
        data={[{ value: '', label: '' }, ...parts]}
        {...of('part')}
      />
      <TextInput label={t('customer_archives.entry_title')} required maxLength={200} {...of('title')} />
      <TextInput type="date" label={t('customer_archives.dated')} {...of('dated')} />
      <TextInput label={t('customer_archives.lies_at')} required maxLength={200} {...of('liesAt')} />
    </FormFrame>
  );
}

function ChangeForm({ archive, close }: FormProps) {
  const draft = useDraftForm<{ departmentId: string; keeperId: string }, unknown>({
    subject: `customer_archive/${archive.id}/edit`,
    initial: { departmentId: archive.department.id, keeperId: archive.keeper.id },
    version: archive.version,
    check: keeperProblems,
    send: (values, options, { version }) =>
      api.put(`customer-archives/${archive.id}`, { seen: version, ...values }, options),
    changes: () => ['customer_archive', 'commitment'],
    done: () => {
      say(t('customer_archives.changed_now'));
      close();
    },
  });
  const of = draft.form.getInputProps;
  return (
    <FormFrame draft={draft} submit={t('customer_archives.save')}>
      <KeeperFields departmentId={of('departmentId')} keeperId={of('keeperId')} />
    </FormFrame>
  );
}

function Arrange({ archive, close }: FormProps) {
  const write = useWrite<string, unknown>({
    send: (remark, options) => api.post(`customer-archives/${archive.id}/arranged`, { remark }, options),
    changes: () => ['customer_archive', 'commitment'],
    done: () => {
      say(t('customer_archives.arranged_now'));
      close();
    },
  });
  return (
    <AskWhy
      opened
      close={close}
      title={t('customer_archives.arrange')}
      act={t('customer_archives.arrange')}
      label={t('customer_archives.arrange_label')}
      busy={write.busy}
      run={(remark) => void write.run(remark)}
    >
      <p>{t('customer_archives.arrange_why')}</p>
    </AskWhy>
  );
}
