import type { Kind } from '../../../../src/pack/format.ts';
import { api } from '../../../server/api.ts';
import type { TableColumn } from '../../../ui/table.tsx';
import { numberWords } from '../../../ui/time.ts';
import { say } from '../../../ui/toast.ts';
import { VersionList } from '../../../ui/version-list.tsx';
import { t } from '../../../words/words.ts';
import { useWrite } from '../../../server/writes.ts';
import type { KindDefinition } from '../limits/slots.ts';

type Props = { definition: KindDefinition; putBack: (kind: Kind) => void };

/** Every version, with who and why; one of them put back stands in the editor, to be tried and applied like any change. */
export function KindVersions({ definition, putBack }: Props) {
  const back = useWrite<number, { kind: Kind }>({
    send: (version) => api.get<{ kind: Kind }>(`kinds/${definition.kind.key}/versions/${version}`),
    done: ({ kind }, version) => {
      putBack(kind);
      say(t('kinds.put_back_done', { n: version }));
    },
  });
  return (
    <VersionList
      rows={definition.versions}
      more={[openOnIt]}
      putBack={definition.can['change'] === null ? ({ version }) => void back.run(version) : undefined}
    />
  );
}

/** How much that is open still finishes on each. */
export const openOnIt: TableColumn<KindDefinition['versions'][number]> = {
  key: 'open',
  get label() {
    return t('limits.open_on_it');
  },
  number: true,
  cell: (row) => numberWords(row.openTickets),
};
