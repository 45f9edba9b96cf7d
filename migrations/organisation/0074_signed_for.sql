-- APRV-08: what a customer receives he signs for: on the step of his matter that hands it over, by name and, where he drew
-- one, with his signature as a picture.
alter table approval add column signed_by text;
alter table approval add column signature_id uuid references file on delete set null;
alter table approval add constraint drawn_signature_has_a_name check (signature_id is null or signed_by is not null);
create index approval_signature on approval (signature_id) where signature_id is not null;

-- Whoever is told of a step that was given may look at the matter, whatever else his post lets him see.
alter table ticket_sight drop constraint ticket_sight_why_check;
alter table ticket_sight add constraint ticket_sight_why_check
  check (why in ('first_receiver', 'handed_up', 'superior', 'watching', 'to_approve', 'to_know'));
