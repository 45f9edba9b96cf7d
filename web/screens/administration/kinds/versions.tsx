import type { Kind } from '../../../../src/pack/format.ts';
import { api } from '../../../api.ts';
import { say } from '../../../ui/toast.ts';
import { t } from '../../../words/words.ts';
import { useWrite } from '../../../writes.ts';
import type { KindDefinition } from '../limits/slots.ts';
import { LimitVersions } from '../limits/versions.tsx';

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
  if (definition.versions.length === 0) return null;
  return (
    <LimitVersions
      rows={definition.versions}
      putBack={definition.can['change'] === null ? (version) => void back.run(version) : undefined}
    />
  );
}
