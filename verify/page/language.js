// The languages of the page, and which of them somebody wants.

/** `locale` is how numbers and dates are written; Arabic has Latin digits, since a ticket is compared with a record digit by digit. */
export const LANGUAGES = [
  { code: 'en', name: 'English', dir: 'ltr', locale: 'en-GB' },
  { code: 'vi', name: 'Tiếng Việt', dir: 'ltr', locale: 'vi' },
  { code: 'fr', name: 'Français', dir: 'ltr', locale: 'fr' },
  { code: 'de', name: 'Deutsch', dir: 'ltr', locale: 'de' },
  { code: 'es', name: 'Español', dir: 'ltr', locale: 'es' },
  { code: 'pt', name: 'Português', dir: 'ltr', locale: 'pt' },
  { code: 'ar', name: 'العربية', dir: 'rtl', locale: 'ar-u-nu-latn' },
];

export const [ENGLISH] = LANGUAGES;

/** The language of a tag such as "pt-BR" or "vi_VN", or undefined. */
export function languageOf(tag) {
  const code = tag.toLowerCase().split(/[-_]/, 1)[0];
  return LANGUAGES.find((language) => language.code === code);
}

/** What the address asks for (`?language=vi`), or else the first that the browser names and the page has, or else English. */
export function wanted(search, preferred) {
  const asked = new URLSearchParams(search).get('language') ?? '';
  return [asked, ...preferred].map(languageOf).find(Boolean) ?? ENGLISH;
}
