-- FEE-04, REPT-23: income and expenditure of a period, supplied by planning and finance, approved, and told to owners. A correction is
-- another version beside the one that was published.
create table accounts (
  id uuid primary key,
  centre_id uuid not null references centre,
  period text not null check (period in ('month', 'quarter', 'year')),
  begins text not null,
  from_at timestamptz(3) not null,
  until_at timestamptz(3) not null,
  version integer not null check (version > 0),
  -- why what was published is corrected; empty of the first version
  corrects_because text not null default '',
  -- what owners are told beside the figures
  remark text not null default '',
  supplied_at timestamptz(3),
  supplied_by_id uuid references person,
  sent_back_at timestamptz(3),
  sent_back_because text not null default '',
  published_at timestamptz(3),
  published_by_id uuid references person,
  constraint correction_says_why check ((version = 1) = (corrects_because = '')),
  constraint published_accounts_were_supplied check (published_at is null or supplied_at is not null),
  unique (centre_id, period, begins, version)
);
create unique index accounts_open_once on accounts (centre_id, period, begins) where published_at is null;
create index accounts_newest on accounts (from_at desc, id desc);

create table account_line (
  id uuid primary key,
  accounts_id uuid not null references accounts,
  side text not null check (side in ('income', 'expenditure')),
  name text not null,
  amount bigint not null check (amount >= 0),
  note text not null default '',
  no integer not null,
  -- taken out again: it stays for what was changed when
  removed_at timestamptz(3)
);
create unique index account_line_once on account_line (accounts_id, side, name) where removed_at is null;
create index account_line_of on account_line (accounts_id, side, no);

update post set rights = rights || '{"budget.see": "centre", "finance.supply": "centre"}'::jsonb where key = 'planning_finance_officer';
