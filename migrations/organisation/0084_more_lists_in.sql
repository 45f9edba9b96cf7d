-- Which lists can be sent in is said by the program (src/exchange/in/keys.ts), which refuses any other.
alter table list_import drop constraint list_import_list_check;
