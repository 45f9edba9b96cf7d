// The one door to Temporal: Node 24 has none of its own, and its 19 kB stay out of what the browser loads first.
export { Temporal } from 'temporal-polyfill';
