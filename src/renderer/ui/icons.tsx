import IconSignal from '@tabler/icons-react/icons/IconAccessPoint';
import IconSilent from '@tabler/icons-react/icons/IconAccessPointOff';
import IconWheel from '@tabler/icons-react/icons/IconAdjustmentsHorizontal';
import IconWarning from '@tabler/icons-react/icons/IconAlertTriangle';
import IconBars from '@tabler/icons-react/icons/IconAntennaBars2';
import IconUndo from '@tabler/icons-react/icons/IconArrowBackUp';
import IconSwap from '@tabler/icons-react/icons/IconArrowsExchange';
import IconBlocked from '@tabler/icons-react/icons/IconBan';
import IconTick from '@tabler/icons-react/icons/IconCheck';
import IconSheet from '@tabler/icons-react/icons/IconClipboardText';
import IconClock from '@tabler/icons-react/icons/IconClock';
import IconPhone from '@tabler/icons-react/icons/IconDeviceMobile';
import IconOld from '@tabler/icons-react/icons/IconDownload';
import IconPaper from '@tabler/icons-react/icons/IconFileText';
import IconFolder from '@tabler/icons-react/icons/IconFolder';
import IconHand from '@tabler/icons-react/icons/IconHandStop';
import IconQuestion from '@tabler/icons-react/icons/IconHelpCircle';
import IconSpeech from '@tabler/icons-react/icons/IconMessage';
import IconDash from '@tabler/icons-react/icons/IconMinus';
import IconPlus from '@tabler/icons-react/icons/IconPlus';
import IconQr from '@tabler/icons-react/icons/IconQrcode';
import IconTurn from '@tabler/icons-react/icons/IconRefresh';
import IconSearch from '@tabler/icons-react/icons/IconSearch';
import IconShield from '@tabler/icons-react/icons/IconShieldCheck';
import IconTree from '@tabler/icons-react/icons/IconSitemap';
import IconCount from '@tabler/icons-react/icons/IconTallymarks';
import IconUpload from '@tabler/icons-react/icons/IconUpload';
import IconPeople from '@tabler/icons-react/icons/IconUsers';
import IconCross from '@tabler/icons-react/icons/IconX';

/** The drawings of the kit by what they mean here. One by one, so that only these are built in. */
const drawings = {
  count: IconCount,
  signal: IconSignal,
  qr: IconQr,
  tree: IconTree,
  paper: IconPaper,
  sheet: IconSheet,
  people: IconPeople,
  wheel: IconWheel,
  plus: IconPlus,
  tick: IconTick,
  turn: IconTurn,
  blocked: IconBlocked,
  cross: IconCross,
  speech: IconSpeech,
  warning: IconWarning,
  question: IconQuestion,
  bars: IconBars,
  old: IconOld,
  silent: IconSilent,
  dash: IconDash,
  undo: IconUndo,
  swap: IconSwap,
  search: IconSearch,
  phone: IconPhone,
  clock: IconClock,
  save: IconOld,
  upload: IconUpload,
  folder: IconFolder,
  shield: IconShield,
  hand: IconHand,
} as const;

export type IconName = keyof typeof drawings;

/** A drawing that always stands beside a word, so a reader of screens skips it. */
export function Icon({ name, size = '1.5rem' }: { readonly name: IconName; readonly size?: string }) {
  const Drawing = drawings[name];
  return <Drawing size={size} aria-hidden="true" style={{ flex: 'none' }} />;
}
