import { NativeSelect } from '@mantine/core';
import { peopleOptions, useDesk } from '../../matter/kinds.ts';
import { said, t } from '../../words/words.ts';

type Props = { departmentId: object; keeperId: object };

/** Whose archive it is, and who looks after it. */
export function KeeperFields({ departmentId, keeperId }: Props) {
  const { departments, people } = useDesk();
  const choose = { value: '', label: '' };
  return (
    <>
      <NativeSelect
        label={t('customer_archives.department')}
        required
        data={[choose, ...departments.map(({ id, name }) => ({ value: id, label: said(name) }))]}
        {...departmentId}
      />
      <NativeSelect
        label={t('customer_archives.keeper')}
        required
        data={[choose, ...peopleOptions(people)]}
        {...keeperId}
      />
    </>
  );
}

export const keeperProblems = (values: { departmentId: string; keeperId: string }) => ({
  departmentId: values.departmentId ? null : t('customer_archives.department_needed'),
  keeperId: values.keeperId ? null : t('customer_archives.keeper_needed'),
});
