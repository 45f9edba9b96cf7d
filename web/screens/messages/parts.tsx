import { MOST_SEGMENTS, segmentsOf } from '../../../src/channel/sms/segments.ts';
import { t } from '../../words/words.ts';

/** As how many text messages it goes. */
export function Parts({ text }: { text: string }) {
  const { segments, left } = segmentsOf(text);
  if (segments === 0) return null;
  const tooLong = segments > MOST_SEGMENTS;
  return (
    <p className="dim">
      {t(tooLong ? 'messages.parts_too_many' : 'messages.parts', { count: segments, left, most: MOST_SEGMENTS })}
    </p>
  );
}
