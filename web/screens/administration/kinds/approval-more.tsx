import { NativeSelect } from '@mantine/core';
import { SIGNATURES } from '../../../../src/pack/approval-shape.ts';
import type { Approval, Kind } from '../../../../src/pack/format.ts';
import { useDesk } from '../../../matter/kinds.ts';
import { said, t } from '../../../words/words.ts';
import styles from '../administration.module.css';
import { Fold } from '../fold.tsx';
import { mayApprove, usePosts } from '../people/people.ts';
import { Ticks } from '../ticks.tsx';
import { Anew, Flag } from './flag.tsx';
import { options } from './kind-words.ts';

type MoreProps = { kind: Kind; approval: Approval; put: (approval: Approval) => void };

/** Whether it is signed for, what else may be filled in with it, and who hears of it as it is given. */
export function ApprovalMore({ kind, approval, put }: MoreProps) {
  const { signature, asks = [], ...rest } = approval;
  return (
    <>
      <Ticks
        label={t('kinds.approval_asks')}
        options={kind.fields
          .filter((field) => !approval.needs.includes(field.key))
          .map((field) => ({ value: field.key, label: said(field.name) || field.key }))}
        value={asks}
        change={(next) => put({ ...rest, ...(signature ? { signature } : {}), ...(next.length ? { asks: next } : {}) })}
      />
      <NativeSelect
        label={t('kinds.approval_signature')}
        value={signature ?? ''}
        data={[
          { value: '', label: t('kinds.signature_none') },
          ...options(SIGNATURES, (one) => t(`kinds.signature_${one}`)),
        ]}
        onChange={(event) => {
          const chosen = SIGNATURES.find((one) => one === event.currentTarget.value);
          put({ ...rest, ...(asks.length ? { asks } : {}), ...(chosen ? { signature: chosen } : {}) });
        }}
      />
      {kind.papers ? <Flag of={approval} name="papers" set={put} label={t('kinds.approval_papers')} /> : null}
      <Anew of={approval} set={put} />
      <Told approval={approval} put={put} />
    </>
  );
}

type Whom = NonNullable<Approval['tells']>[number];

function Told({ approval, put }: Omit<MoreProps, 'kind'>) {
  const { departments } = useDesk();
  const posts = usePosts().filter(mayApprove);
  const { tells = [], ...rest } = approval;
  const tell = (next: Whom[]) => put(next.length > 0 ? { ...rest, tells: next } : rest);
  const toldDepartments = tells.flatMap((one) => ('department' in one ? [one.department] : []));
  const toldPosts = tells.flatMap((one) => ('post' in one ? [one.post] : []));
  const whom = (departmentKeys: string[], postKeys: string[]): Whom[] => [
    ...departmentKeys.map((department) => ({ department })),
    ...postKeys.map((post) => ({ post })),
  ];
  return (
    <Fold
      opened={tells.length > 0}
      summary={<summary className={styles['more']}>{t('kinds.approval_tells', { count: tells.length })}</summary>}
    >
      <Ticks
        label={t('kinds.approval_tells_departments')}
        options={departments.map((one) => ({ value: one.key, label: said(one.name) }))}
        value={toldDepartments}
        change={(next) => tell(whom(next, toldPosts))}
      />
      <Ticks
        label={t('kinds.approval_tells_posts')}
        options={posts.map((one) => ({ value: one.key, label: said(one.name) }))}
        value={toldPosts}
        change={(next) => tell(whom(toldDepartments, next))}
      />
    </Fold>
  );
}
