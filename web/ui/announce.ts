/**
 * Says something to a screen reader without moving the focus. What comes within a second is said together, and
 * more than `atOnce` sentences only as their number, so that a bad quarter of an hour is not read out clock by clock.
 */
const atOnce = 3;
let waiting: string[] = [];
let timer: number | null = null;
let summary: (count: number) => string = String;

export function setAnnouncementSummary(words: (count: number) => string): void {
  summary = words;
}

export function announce(text: string): void {
  if (!waiting.includes(text)) waiting.push(text);
  timer ??= window.setTimeout(flush, 1000);
}

function flush(): void {
  timer = null;
  const region = document.getElementById('announcements');
  if (region) region.textContent = waiting.length > atOnce ? summary(waiting.length) : waiting.join('. ');
  waiting = [];
}
