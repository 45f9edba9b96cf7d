import { pageOf } from '../platform/http/shapes.ts';
import { canOut } from '../platform/http/shapes.ts';
import { contactLineOut } from './line.ts';

export const contactsOut = pageOf(contactLineOut);
export const contactPageOut = contactLineOut.extend({ can: canOut });
