import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import type { Bilingual } from '../../core/campaign/campaign.ts';
import { en } from './en.ts';
import { vi } from './vi.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'words';
    resources: { words: typeof vi };
  }
}

/** The languages of the operator's screens. */
export const languages = ['vi', 'en'] as const;
export type Language = (typeof languages)[number];

const PLACE = 'tram-bluezone.language';

/** The language chosen last on this computer; Vietnamese is the first. */
function lastLanguage(): Language {
  try {
    return localStorage.getItem(PLACE) === 'en' ? 'en' : 'vi';
  } catch {
    return 'vi';
  }
}

/** Opens the catalogue. Everything is in memory, so no screen ever shows a bare key first. */
export function openWords(): void {
  const language = lastLanguage();
  document.documentElement.lang = language;
  void i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'vi',
    defaultNS: 'words',
    resources: { vi: { words: vi }, en: { words: en } },
    interpolation: { escapeValue: false },
    initAsync: false,
  });
}

/** Switches the operator's language and remembers it. */
export function speak(language: Language): void {
  document.documentElement.lang = language;
  void i18next.changeLanguage(language);
  try {
    localStorage.setItem(PLACE, language);
  } catch {
    // A browser without storage forgets the language at the next start; nothing else is lost.
  }
}

/** The catalogue, the language, and the two-language texts of campaign and messages, for a screen. */
export function useWords(forced?: Language) {
  const { t, i18n } = useTranslation('words', forced === undefined ? {} : { lng: forced });
  const language: Language = forced ?? (i18n.language === 'en' ? 'en' : 'vi');
  return { t, language, of: (text: Bilingual): string => text[language] };
}
