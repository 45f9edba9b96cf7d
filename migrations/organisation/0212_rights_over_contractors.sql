-- Who checks contractors and judges what they mended, in houses that stand already: centre managers and heads of the department that
-- serves customers for the centre, heads of other departments what was given to them.
update post set rights = rights || '{"contractor.judge": "centre"}'::jsonb
  where not rights ? 'contractor.judge' and (rights ->> 'ticket.decide' in ('centre', 'organisation') and rights ? 'commitment.correct'
    or role = 'department_head' and rights ->> 'rectification.verify' in ('centre', 'organisation'));
update post set rights = rights || '{"contractor.judge": "own"}'::jsonb
  where not rights ? 'contractor.judge' and role = 'department_head' and rights ->> 'rectification.see' in ('centre', 'organisation');
