-- What is open is a fiftieth of all there ever was: counted for eight callers or fifty places at a time, from this alone.
create index ticket_open_of_customer on ticket (customer_id) where closed_at is null;
create index ticket_open_of_place on ticket (place_id) where closed_at is null;
create index contact_of_place on contact (place_id, at desc) where place_id is not null;
-- the complaint book and the visit record: what was brought to the counter
create index contact_at_the_counter on contact (at desc, id desc) where channel in ('visit', 'counter');
