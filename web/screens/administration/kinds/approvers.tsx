import { NativeSelect } from '@mantine/core';
import type { Approver } from '../../../../src/pack/approver.ts';
import { APPROVER_ROLES, postOf } from '../../../../src/pack/approver.ts';
import { said, t } from '../../../words/words.ts';
import styles from '../administration.module.css';
import { ListEditor } from '../list-editor.tsx';
import { mayApprove, usePosts } from '../people/people.ts';

const valueOf = (approver: Approver): string => postOf(approver) ?? `role ${approver as string}`;

type ApproversProps = { legend: string; by: readonly Approver[]; change: (by: Approver[]) => void };

/** Who decides, the one who is asked first; one at least is left. */
export function Approvers({ legend, by, change }: ApproversProps) {
  const posts = usePosts().filter(mayApprove);
  const roles = APPROVER_ROLES.map((role) => ({
    value: valueOf(role),
    label: t(`posts.role_${role}`),
    approver: role,
  }));
  const named = posts.map(({ key, name }) => ({ value: key, label: said(name), approver: { post: key } }));
  // one that is gone stays to be seen until another takes its place
  const gone = by.filter((one) => ![...roles, ...named].some((other) => other.value === valueOf(one)));
  const lost = gone.map((one) => ({ value: valueOf(one), label: valueOf(one), approver: one }));
  const all: { value: string; label: string; approver: Approver }[] = [...roles, ...named, ...lost];
  const labelOf = (approver: Approver) => all.find((one) => one.value === valueOf(approver))!.label;
  return (
    <fieldset className={styles['part']}>
      <legend>{legend}</legend>
      <ListEditor<Approver>
        items={by}
        change={(next) => next.length > 0 && change(next)}
        nameOf={labelOf}
        keyOf={(_, at) => String(at)}
        add={{ label: t('kinds.add_approver'), make: () => 'centre_manager' }}
      >
        {(approver, put) => (
          <NativeSelect
            label={t('kinds.approver')}
            value={valueOf(approver)}
            data={[
              { group: t('kinds.approver_roles'), items: roles },
              { group: t('kinds.approver_posts'), items: [...named, ...lost] },
            ]}
            onChange={(event) => put(all.find((one) => one.value === event.currentTarget.value)!.approver)}
          />
        )}
      </ListEditor>
    </fieldset>
  );
}
