// The messages of all languages, put into the page when it is built.

import ar from '../../locales/ar/verify.ftl';
import de from '../../locales/de/verify.ftl';
import en from '../../locales/en/verify.ftl';
import es from '../../locales/es/verify.ftl';
import fr from '../../locales/fr/verify.ftl';
import pt from '../../locales/pt/verify.ftl';
import vi from '../../locales/vi/verify.ftl';

export const SOURCES = { en, vi, fr, de, es, pt, ar };
