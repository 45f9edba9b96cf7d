-- QUAL-02: standard processes, whom each binds, and the articles that belong to its training.
alter table article drop constraint article_sort_check;
alter table article add constraint article_sort_check
  check (sort in ('guide', 'product', 'policy', 'rules', 'process', 'work_guide', 'service', 'experience'));

create table article_post (
  article_id uuid not null references article,
  post_id uuid not null references post,
  primary key (article_id, post_id)
);

create table article_training (
  process_id uuid not null references article,
  article_id uuid not null references article,
  primary key (process_id, article_id),
  constraint trained_by_another check (process_id <> article_id)
);
create index article_training_of on article_training (article_id);
