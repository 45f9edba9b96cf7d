-- More ways in and out than mailboxes.
alter table channel drop constraint channel_kind_check;
alter table channel add constraint channel_kind_check
  check (kind in ('mail', 'chat', 'sms', 'wechat', 'wecom', 'connector'));
