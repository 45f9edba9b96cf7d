import { useState } from 'react';
import type { z } from 'zod';
import type { stillNamedOut } from '../../../src/customer/view.ts';
import { ThingLink } from '../../matter/thing-link.tsx';
import { api } from '../../server/api.ts';
import { usePages } from '../../server/queries.ts';
import { useWrite } from '../../server/writes.ts';
import { useRight } from '../../session/session.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { AskFirst } from '../../ui/ask-first.tsx';
import { AskWhy } from '../../ui/ask-why.tsx';
import { Pages } from '../../ui/list/pages.tsx';
import { Section } from '../../ui/section.tsx';
import { Table } from '../../ui/table.tsx';
import { absolute } from '../../ui/time.ts';
import { say } from '../../ui/toast.ts';
import { t } from '../../words/words.ts';

type Line = z.output<typeof stillNamedOut>['items'][number];
type Decision = NonNullable<Line['decision']>;
type Asked = { line: Line; decision: Decision };

/** Where somebody who was erased is still named in other people's matters, line by line: blackened for good, or left. */
export function StillNamed({ customerId }: { customerId: string }) {
  const decides = useRight('customer.edit');
  const pages = usePages<Line>('still-named', {
    about: ['customer', `customer/${customerId}`],
    query: { customer: customerId, state: 'all' },
    enabled: decides,
  });
  const [asked, ask] = useState<Asked | null>(null);
  if (!decides) return null;
  return (
    <Section title={t('privacy.still_named')}>
      <p className="dim">{t('privacy.still_named_why')}</p>
      <Pages read={pages} lines={6} none={<p className="dim">{t('privacy.still_named_none')}</p>}>
        {(rows) => <Lines rows={rows} ask={ask} />}
      </Pages>
      {asked ? <Decide customerId={customerId} asked={asked} close={() => ask(null)} /> : null}
    </Section>
  );
}

function Lines({ rows, ask }: { rows: readonly Line[]; ask: (asked: Asked) => void }) {
  return (
    <Table
      label={t('privacy.still_named')}
      rows={rows}
      rowId={(row) => row.id}
      columns={[
        { key: 'where', label: t('privacy.named_where'), cell: (row) => <Where line={row} /> },
        { key: 'passage', label: t('privacy.named_passage'), cell: passageOf },
        { key: 'decision', label: t('privacy.named_decision'), cell: (row) => <Decision line={row} ask={ask} /> },
      ]}
    />
  );
}

function Where({ line: { ticket, subject, place } }: { line: Line }) {
  const what = t(`privacy.place_${place}`);
  if (ticket)
    return (
      <>
        <ThingLink type="ticket" id={ticket.id}>
          {`${ticket.number} ${ticket.title}`.trim()}
        </ThingLink>
        <p className="dim">{what}</p>
      </>
    );
  return subject ? (
    <ThingLink type={subject.type} id={subject.id}>
      {what}
    </ThingLink>
  ) : (
    what
  );
}

function passageOf({ passages }: Line) {
  if (passages === null) return null;
  if (passages.length === 0) return t('privacy.named_no_more');
  return (
    <>
      {passages.map((passage) => (
        <p key={passage}>{passage}</p>
      ))}
    </>
  );
}

function Decision({ line, ask }: { line: Line; ask: (asked: Asked) => void }) {
  if (line.decision)
    return (
      <>
        {t(`privacy.named_${line.decision}`)}
        {line.why ? `: ${line.why}` : null}
        <p className="dim">{`${line.decidedBy?.name ?? ''} · ${line.decidedAt ? absolute(line.decidedAt) : ''}`}</p>
      </>
    );
  const refused = line.can['decide'] ?? null;
  const can = { blacken: refused ?? line.can['blacken'] ?? null, leave: refused };
  return (
    <>
      <ActionButton
        label={t('privacy.blacken')}
        can={can}
        action="blacken"
        onRun={() => ask({ line, decision: 'blackened' })}
      />
      <ActionButton
        label={t('privacy.leave')}
        kind="quiet"
        can={can}
        action="leave"
        onRun={() => ask({ line, decision: 'left' })}
      />
    </>
  );
}

function Decide({ customerId, asked, close }: { customerId: string; asked: Asked; close: () => void }) {
  const { line, decision } = asked;
  const decide = useWrite<string>({
    send: (why, options) => api.post(`still-named/${line.id}/decide`, { decision, why }, options),
    changes: () => ['customer', `customer/${customerId}`, 'ticket'],
    done: () => {
      say(t(`privacy.named_${decision}`));
      close();
    },
  });
  if (decision === 'left')
    return (
      <AskWhy
        opened
        close={close}
        title={t('privacy.leave_title')}
        act={t('privacy.leave')}
        label={t('privacy.leave_reason')}
        busy={decide.busy}
        run={(why) => void decide.run(why)}
      >
        <p>{t('privacy.leave_why')}</p>
      </AskWhy>
    );
  return (
    <AskFirst
      opened
      close={close}
      title={t('privacy.blacken_title')}
      act={t('privacy.blacken')}
      busy={decide.busy}
      run={() => void decide.run('')}
    >
      <p>{t('privacy.blacken_why')}</p>
      {line.passages?.map((passage) => (
        <p key={passage}>{passage}</p>
      ))}
    </AskFirst>
  );
}
