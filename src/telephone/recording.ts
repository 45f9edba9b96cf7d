/** Files that one records by `MixMonitor` are told by their path; what ARI records, by its name. */
export function isLive(recording: string): boolean {
  return !recording.startsWith('/');
}

/**
 * By which name a recording stands among those that an exchange keeps (`/var/spool/asterisk/recording`): without folder of its own and
 * without ending.
 */
export function storedName(recording: string): string {
  const within = recording.split('/recording/').at(-1)!;
  const name = within.startsWith('/') ? within.slice(within.lastIndexOf('/') + 1) : within;
  return name.replace(/\.(wav|wav16|WAV|gsm|ulaw|alaw|sln|sln16|g722|mp3|ogg)$/, '');
}
