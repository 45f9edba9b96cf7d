import { ThingLink } from '../../matter/thing-link.tsx';
import { channelWords, satisfactionWords } from '../../matter/words.ts';
import { api } from '../../server/api.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Facts, Section } from '../../ui/section.tsx';
import { spoken } from '../../ui/time.ts';
import { say } from '../../ui/toast.ts';
import { When } from '../../ui/when.tsx';
import { said, t } from '../../words/words.ts';
import { useWrite } from '../../server/writes.ts';
import type { VisitPage } from './visits.ts';
import { changedBy, stateWords } from './visits.ts';

/** What was said, and what came of it. */
export function Made({ visit }: { visit: VisitPage }) {
  return (
    <>
      <Section title={stateWords(visit.state)} aside={visit.endedAt ? <When at={visit.endedAt} /> : null}>
        <Facts lines={factsOf(visit)} />
      </Section>
      <Followed visit={visit} />
    </>
  );
}

function factsOf(visit: VisitPage) {
  const { satisfaction, signedBy, signedAt } = visit;
  return [
    { label: t('return_visits.visited_by'), value: visit.by?.name },
    { label: t('return_visits.whom'), value: visit.reachedWhom },
    { label: t('return_visits.channel'), value: visit.channel ? channelWords(visit.channel) : null },
    {
      label: t('return_visits.satisfaction'),
      value:
        satisfaction === null
          ? visit.state === 'made'
            ? t('return_visits.no_say')
            : null
          : satisfactionWords(satisfaction),
    },
    { label: t('return_visits.opinion'), value: visit.opinion },
    { label: t('return_visits.criticism'), value: visit.criticism },
    { label: t('return_visits.proposals'), value: visit.adoptedProposals },
    { label: t('return_visits.fault_findings'), value: visit.fault },
    {
      label: t('return_visits.fault_department'),
      value: visit.faultDepartment ? said(visit.faultDepartment.name) : null,
    },
    {
      label: t('return_visits.signed'),
      value:
        signedBy && signedAt ? t('return_visits.signed_by', { name: signedBy.name, when: spoken(signedAt) }) : null,
    },
    { label: t('return_visits.told_result'), value: visit.resultTold },
  ];
}

/** New tickets, a promised reply, a notice; the notice can be issued here where it is still owed. */
function Followed({ visit }: { visit: VisitPage }) {
  const issue = useWrite<null>({
    send: (_nothing, options) => api.post(`return-visits/${visit.id}/notice`, {}, options),
    changes: () => changedBy(visit),
    done: () => say(t('return_visits.notice_issued')),
  });
  const { demands, promised, notice } = visit;
  const owesNotice = visit.fault !== null && notice === null;
  if (demands.length === 0 && !promised && !notice && !owesNotice) return null;
  return (
    <Section title={t('return_visits.followed')}>
      <ul>
        {demands.map((ticket) => (
          <li key={ticket.id}>
            <ThingLink type="ticket" id={ticket.id}>
              {t('return_visits.new_ticket', { number: String(ticket.number) })}
            </ThingLink>{' '}
            {ticket.title}
          </li>
        ))}
        {promised ? (
          <li>{t('return_visits.reply_promised', { words: promised.words ?? '', when: spoken(promised.dueAt) })}</li>
        ) : null}
        {notice ? (
          <li>
            <ThingLink type="rectification" id={notice.id}>
              {t('return_visits.notice', { number: String(notice.number) })}
            </ThingLink>
          </li>
        ) : null}
      </ul>
      {owesNotice ? (
        <div>
          <ActionButton
            label={t('return_visits.issue_notice')}
            kind="primary"
            can={visit.can}
            action="issue_notice"
            busy={issue.busy}
            onRun={() => void issue.run(null)}
          />
        </div>
      ) : null}
    </Section>
  );
}
