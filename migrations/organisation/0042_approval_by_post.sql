-- APRV-06, APRV-07: an approval may be asked of one post of the house. Which post decided is kept beside its role; what was
-- decided before this was decided by a role.
alter table approval add column post_id uuid references post;

-- Whoever is asked may look at what he decides on, whatever else his post lets him see.
alter table ticket_sight drop constraint ticket_sight_why_check;
alter table ticket_sight add constraint ticket_sight_why_check
  check (why in ('first_receiver', 'handed_up', 'superior', 'watching', 'to_approve'));
