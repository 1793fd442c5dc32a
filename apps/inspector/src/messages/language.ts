/** The languages of the screen, as the setting has them. */
export const languages = ['en', 'pt', 'es'] as const;
export type Language = (typeof languages)[number];
export type LanguageSetting = Language | 'system';

/** Each in its own words: whoever looks for a language reads that one. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: 'English',
  pt: 'Português',
  es: 'Español',
};

/** For `<html lang>` and Intl. */
export const languageTags: Readonly<Record<Language, string>> = { en: 'en-GB', pt: 'pt-BR', es: 'es' };

/** The first of the wished languages (BCP 47) that the screen speaks; English where it speaks none. */
export function languageFor(setting: LanguageSetting, wished: readonly string[]): Language {
  if (setting !== 'system') return setting;
  for (const tag of wished) {
    const found = languages.find((language) => language === tag.toLowerCase().split('-')[0]);
    if (found) return found;
  }
  return 'en';
}
