/** Why a work order or an appointment is refused. */
export const workErrors = {
  'work_order.unknown': 'This work order is not there, or not for you to see.',
  'work_order.none_waiting': 'No work order waits for you here.',
  'work_order.cancelled': 'This work order was cancelled.',
  'work_order.ended': 'This work order is finished.',
  'work_order.step_out_of_order': 'Another step comes first.',
  'work_order.signer_missing': 'Say who signed.',
  'work_order.department_missing': 'Say which department.',
  'work_order.person_not_of_department': 'This person belongs to another department.',
  'appointment.clash': 'It clashes with {number}, {from} to {until}.',
  'appointment.in_past': 'Choose a time that is still to come.',
  'appointment.too_far': 'This is too far ahead.',
  'appointment.ends_before_it_begins': 'It ends before it begins.',
  'place.unknown': 'This place is not there.',
  'department.unknown': 'This department is not there.',
  'person.not_here': 'This person does not work here.',
} as const;
