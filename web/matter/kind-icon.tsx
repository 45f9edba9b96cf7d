import {
  IconBuilding,
  IconBulb,
  IconChecklist,
  IconClipboardList,
  IconDroplet,
  IconHammer,
  IconHeart,
  IconInfoCircle,
  IconLifebuoy,
  IconMessageExclamation,
  IconScale,
  IconShieldExclamation,
  IconTicket,
  IconTool,
  IconUrgent,
} from '@tabler/icons-react';
import type { IconType } from '../ui/action-button.tsx';

/** The icons that packs may name; one that is not here gets the general one. */
const icons: Readonly<Record<string, IconType>> = {
  'info-circle': IconInfoCircle,
  'message-exclamation': IconMessageExclamation,
  droplet: IconDroplet,
  tool: IconTool,
  building: IconBuilding,
  'shield-exclamation': IconShieldExclamation,
  urgent: IconUrgent,
  lifebuoy: IconLifebuoy,
  'clipboard-list': IconClipboardList,
  bulb: IconBulb,
  checklist: IconChecklist,
  scale: IconScale,
  heart: IconHeart,
  hammer: IconHammer,
};

/** What a kind may name. */
export const iconNames = Object.keys(icons);

export function KindIcon({ icon, size = 18 }: { icon: string; size?: number }) {
  const Icon = icons[icon] ?? IconTicket;
  return <Icon size={size} stroke={1.6} aria-hidden />;
}
