-- REPT-02: the work plan that a department makes for itself; each item of it says how much is to be done, and how much was.
alter table work_plan add column department_id uuid references department;
alter table work_plan drop constraint work_plan_sort_check;
alter table work_plan add constraint work_plan_sort_check check (sort in ('plan', 'order', 'reception', 'department'));
alter table work_plan add constraint department_plan_says_whose check ((sort = 'department') = (department_id is not null));
create index work_plan_of_department on work_plan (department_id, received_at) where department_id is not null;

alter table work_item add column department_id uuid references department;
alter table work_item add column quantity integer check (quantity > 0);
alter table work_item add column unit text not null default '';
alter table work_item add column done_quantity integer check (done_quantity >= 0);
alter table work_item add constraint quantity_says_of_what check ((quantity is null) = (unit = ''));
alter table work_item add constraint done_quantity_of_done_work check (done_quantity is null or (quantity is not null and done_at is not null));
create index work_item_of_department on work_item (department_id, due_at) where department_id is not null;

alter table work_item_check add column done_quantity integer;
