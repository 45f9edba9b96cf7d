-- Who calls meetings, writes, approves and keeps papers, and logs dealings with bodies outside, in houses that stand already.
update post set rights = rights || '{"meeting.call": "centre", "liaison.log": "centre", "document.write": "centre", "document.approve": "centre"}'::jsonb
  where rights ->> 'ticket.decide' in ('centre', 'organisation') and rights ? 'commitment.correct';
update post set rights = rights || '{"document.write": "organisation", "document.approve": "organisation"}'::jsonb
  where rights ->> 'ticket.decide' = 'organisation' and not rights ? 'commitment.correct';
update post set rights = rights || '{"meeting.call": "department", "liaison.log": "centre", "document.write": "department", "document.approve": "department"}'::jsonb
  where not rights ? 'meeting.call' and not rights ? 'ticket.decide' and role = 'department_head' and rights ->> 'report.see' in ('department', 'centre');
update post set rights = rights || '{"liaison.log": "centre"}'::jsonb
  where not rights ? 'liaison.log' and rights ->> 'contact.record' = 'centre' and rights ->> 'work_order.issue' = 'centre';
update post set rights = rights || '{"document.write": "own"}'::jsonb
  where not rights ? 'document.write' and rights ->> 'search' = 'centre' and (not rights ? 'work_order.do' or rights ->> 'contact.record' = 'centre');
update post set rights = rights || '{"document.keep": "centre"}'::jsonb where key = 'document_keeper';
update post set rights = rights || '{"document.keep": "centre", "document.approve": "centre", "document.write": "centre", "liaison.log": "centre"}'::jsonb
  where key = 'administration_supervisor';
