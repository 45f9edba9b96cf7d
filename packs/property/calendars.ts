import type { Pack } from '../../src/pack/format.ts';
import { words } from '../../src/pack/shapes.ts';

type Calendar = Pack['calendars'][number];

function week(weekday: string, saturday: string, sunday: string): Calendar['weekly'] {
  const spans = (text: string): { from: string; to: string }[] =>
    text === ''
      ? []
      : text.split(' ').map((span) => {
          const [from = '', to = ''] = span.split('-');
          return { from, to };
        });
  const day = spans(weekday);
  return { '1': day, '2': day, '3': day, '4': day, '5': day, '6': spans(saturday), '7': spans(sunday) };
}

export const calendars: Calendar[] = [
  {
    key: 'reception',
    name: words('Reception hours', '前台接待时间', '櫃檯接待時間'),
    weekly: week('08:30-18:00', '09:00-17:00', '09:00-17:00'),
    holidays: 'china',
  },
  {
    key: 'engineering_day_shift',
    name: words('Engineering day shift', '工程日班', '工程日間班'),
    weekly: week('08:00-12:00 13:30-18:00', '08:00-12:00 13:30-18:00', '08:30-12:00'),
    holidays: 'china',
  },
  {
    key: 'cleaning_shift',
    name: words('Cleaning shifts', '保洁班次', '清潔班次'),
    weekly: week('07:00-11:30 13:00-17:30', '07:00-11:30 13:00-17:30', '07:00-11:30 13:00-17:30'),
    holidays: 'none',
  },
  {
    key: 'office',
    name: words('Office hours', '办公时间', '辦公時間'),
    weekly: week('08:30-12:00 13:30-18:00', '', ''),
    holidays: 'china',
  },
  {
    key: 'always',
    name: words('Around the clock', '全天候（24 小时）', '全天候（24 小時）'),
    weekly: week('00:00-24:00', '00:00-24:00', '00:00-24:00'),
    holidays: 'none',
  },
];
