import assert from 'node:assert/strict';
import { test } from 'node:test';
import property from '../../packs/property.ts';
import { hoursInWords } from './reception-hours.ts';

const names = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'];

test('a customer reads the reception hours on what he takes along [RECP-01]', () => {
  const { weekly } = property.calendars.find((one) => one.key === property.receptionCalendar)!;
  assert.equal(hoursInWords(weekly, names), '周一–周五 08:30–18:00; 周六–周日 09:00–17:00');
  const noon = [
    { from: '08:00', to: '12:00' },
    { from: '13:00', to: '17:00' },
  ];
  const other = { ...weekly, '3': [], '6': [], '7': noon };
  assert.equal(
    hoursInWords(other, names),
    '周一–周二 08:30–18:00; 周四–周五 08:30–18:00; 周日 08:00–12:00, 13:00–17:00',
    'closed days are left out',
  );
});
