export function Ticket() { return null; }
