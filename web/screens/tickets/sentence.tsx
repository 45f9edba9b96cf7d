import { useNavigate } from '@tanstack/react-router';
import type { Desk } from '../../matter/kinds.ts';
import { useDesk } from '../../matter/kinds.ts';
import { channels, channelWords } from '../../matter/words.ts';
import { useSession } from '../../session/session.ts';
import type { Filter, FilterOption } from '../../ui/list/filter-sentence.tsx';
import { FilterSentence } from '../../ui/list/filter-sentence.tsx';
import { byName } from '../../ui/time.ts';
import { said, t } from '../../words/words.ts';
import type { TicketFilters } from './filters.ts';
import { periods } from './lines.ts';

type Part = Omit<Filter, 'value' | 'set'> & { key: keyof TicketFilters };

const states = ['resolved', 'ended', 'all'] as const;

/** Chips that read as one sentence: "Tickets, late, of Wang, in Engineering". They stand in the address. */
export function Sentence({ filters }: { filters: TicketFilters }) {
  const navigate = useNavigate();
  const desk = useDesk();
  const me = useSession().person;
  const set = (key: keyof TicketFilters) => (value: string | null) => {
    const rest = { ...filters };
    delete rest[key];
    // another kind has other choices and fields
    if (key === 'kind') {
      delete rest.stage;
      delete rest.choice;
      delete rest.says;
    }
    void navigate({ to: '/tickets', search: value === null ? rest : { ...rest, [key]: value } });
  };
  const parts = [
    ...whatParts(desk),
    ...stageParts(desk, filters),
    ...choiceParts(desk, filters),
    ...whoParts(desk, me),
    ...whenParts(),
    ...fixedParts(filters),
  ];
  return (
    <FilterSentence
      subject={filters.state ? t('tickets.subject') : t('tickets.subject_open')}
      filters={parts.map((part) => ({ ...part, value: filters[part.key] ?? null, set: set(part.key) }))}
    />
  );
}

const plain = (option: FilterOption) => option.label;

function yes(key: keyof TicketFilters, label: string): Part {
  return { key, name: label, says: plain, options: [{ value: 'true', label }] };
}

function whatParts({ items, severities }: Desk): Part[] {
  return [
    {
      key: 'state',
      name: t('tickets.state'),
      says: plain,
      options: states.map((value) => ({ value, label: t(`tickets.state_${value}`) })),
    },
    yes('late', t('tickets.late')),
    yes('unanswered', t('tickets.unanswered')),
    {
      key: 'kind',
      name: t('list.kind'),
      says: plain,
      options: items.map((one) => ({ value: one.key, label: said(one.name) })),
    },
    {
      key: 'severity',
      name: t('matter.severity'),
      says: plain,
      options: severities.map((one) => ({ value: one.key, label: said(one.name) })),
    },
    yes('declined', t('tickets.declined')),
    yes('watching', t('tickets.watching')),
    yes('snoozed', t('tickets.snoozed')),
    {
      key: 'channel',
      name: t('matter.channel'),
      says: (option) => t('tickets.by_channel', { channel: option.label }),
      options: channels.map((value) => ({ value, label: channelWords(value) })),
    },
  ];
}

/** Where the kind looked at may stand. */
function stageParts({ items }: Desk, { kind, stage }: TicketFilters): Part[] {
  const options = (items.find((one) => one.key === kind)?.stages ?? []).map((one) => ({
    value: one.key,
    label: said(one.name),
  }));
  return options.length > 0 || stage ? [{ key: 'stage', name: t('list.stage'), says: plain, options }] : [];
}

/** What the kind looked at asks by choice: complained about what, water from where. */
function choiceParts({ items }: Desk, { kind, choice }: TicketFilters): Part[] {
  const fields = items.find((one) => one.key === kind)?.fields ?? [];
  const options = fields.flatMap((field) =>
    (field.choices ?? []).map((one) => ({
      value: `${field.key}:${one.key}`,
      label: t('tickets.choice_is', { field: said(field.name), choice: said(one.name) }),
    })),
  );
  return options.length > 0 || choice ? [{ key: 'choice', name: t('tickets.choice'), says: plain, options }] : [];
}

function whoParts({ people, departments }: Desk, me: { id: string; name: string }): Part[] {
  const sorted = [...people].sort((one, other) => byName(one.name, other.name));
  const named = sorted.map((one) => ({ value: one.id, label: one.id === me.id ? t('tickets.me') : one.name }));
  const options = named.length > 0 ? named : [{ value: me.id, label: t('tickets.me') }];
  return [
    { key: 'owner', name: t('list.owner'), says: (option) => t('tickets.of', { name: option.label }), options },
    {
      key: 'offeredTo',
      name: t('tickets.offered_to'),
      says: (option) => t('tickets.offered_to_name', { name: option.label }),
      options,
    },
    {
      key: 'department',
      name: t('matter.department'),
      says: (option) => t('tickets.in', { department: option.label }),
      options: departments.map((one) => ({ value: one.id, label: said(one.name) })),
    },
  ];
}

function whenParts(): Part[] {
  return [
    {
      key: 'period',
      name: t('tickets.period'),
      says: (option) => t('tickets.opened_in', { period: option.label }),
      options: periods.map((value) => ({ value, label: t(`tickets.period_${value}`) })),
    },
    {
      key: 'sort',
      name: t('tickets.sort'),
      says: plain,
      options: [{ value: 'newest', label: t('tickets.sort_newest') }],
    },
  ];
}

/** Filters that only a link from elsewhere sets: they can be taken away here, not chosen. */
function fixedParts(filters: TicketFilters): Part[] {
  const words = {
    customer: t('tickets.of_customer'),
    place: t('tickets.at_place'),
    incident: t('tickets.of_incident'),
    type: t('tickets.of_type'),
  };
  return (Object.keys(words) as (keyof typeof words)[]).flatMap((key) =>
    filters[key] ? [{ key, name: words[key], says: () => words[key], options: [] }] : [],
  );
}
