import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { Kind } from '../../../../src/pack/format.ts';
import { ApiError } from '../../../server/api.ts';
import { useRead } from '../../../server/queries.ts';
import { useHeld } from '../../../ui/form/known.ts';
import { Page } from '../../../ui/page.tsx';
import { ErrorState, LoadingLines } from '../../../ui/states.tsx';
import { said, t } from '../../../words/words.ts';
import { AdministrationNav } from '../administration-nav.tsx';
import type { KindDefinition } from '../limits/slots.ts';
import { ApprovalsPart } from './approvals-part.tsx';
import { Basics } from './basics.tsx';
import { ApplyKind } from './apply-kind.tsx';
import { useFaults } from './faults.ts';
import { FieldsPart } from './fields-part.tsx';
import { Moves } from './moves.tsx';
import { PapersPart } from './papers-part.tsx';
import { PromisesPart } from './promises-part.tsx';
import { StagesPart } from './stages-part.tsx';
import { GuardsPart, StepsPart } from './steps-part.tsx';
import { KindVersions } from './versions.tsx';
import { VisitsPart, WorkPart } from './work-part.tsx';

/** One kind of matter, or a new one made from a copy of another: all of its definition, tried before it is applied. */
export function KindOf() {
  const { key } = useParams({ from: '/inside/administration/kinds/$key' });
  const { from } = useSearch({ from: '/inside/administration/kinds/$key' });
  const navigate = useNavigate();
  const read = useRead<KindDefinition>(`kinds/${key}`, { about: ['organisation'] });
  const source = useRead<KindDefinition>(`kinds/${from ?? ''}`, { about: [], enabled: from !== undefined });
  const isNew = from !== undefined && read.error instanceof ApiError && read.error.status === 404;
  const definition = read.data ?? (isNew && source.data ? copyOf(source.data, key) : null);
  const failed = isNew ? source : read;
  return (
    <Page
      title={definition && read.data ? said(definition.kind.name) : isNew ? t('kinds.new') : t('administration.kinds')}
      aside={read.data ? t('calendars.n_version', { n: read.data.version }) : null}
    >
      <AdministrationNav />
      {!definition && !failed.error ? <LoadingLines count={14} /> : null}
      {!definition && failed.error ? <ErrorState problem={failed.error} retry={() => void failed.refetch()} /> : null}
      {definition ? (
        <Editor
          key={`${key} ${isNew}`}
          definition={definition}
          made={() => isNew && void navigate({ to: '/administration/kinds/$key', params: { key }, search: {} })}
        />
      ) : null}
    </Page>
  );
}

/** What a new kind begins with: everything of the other but its key at the desk and its name. */
function copyOf({ kind, can }: KindDefinition, key: string): KindDefinition {
  const { digit: _, retired: __, ...rest } = kind;
  return { version: 0, kind: { ...rest, key }, versions: [], standing: [], can };
}

function Editor({ definition, made }: { definition: KindDefinition; made: () => void }) {
  const { kind: initial, version } = definition;
  const held = useHeld<Kind>({ initial, version }, `kind/${initial.key}`);
  const wrong = useFaults(held.value);
  const part = { kind: held.value, change: held.set, known: held.known.initial, wrong };
  return (
    <>
      <Basics kind={held.value} change={held.set} />
      <FieldsPart {...part} />
      <StagesPart {...part} />
      <StepsPart {...part} />
      <GuardsPart {...part} />
      <ApprovalsPart {...part} />
      <PapersPart {...part} />
      <PromisesPart {...part} />
      <WorkPart {...part} />
      <VisitsPart {...part} />
      <ApplyKind definition={definition} held={held} made={made} />
      <Moves kind={initial.key} />
      <KindVersions definition={definition} putBack={held.set} />
    </>
  );
}
