// The words of a language in node, where nothing is bundled. What cannot be said is an error here.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ENGLISH } from '../page/language.js';
import { makeWords } from '../page/words.js';

/** The messages of a language, as they stand in locales. */
export function messagesOf(code) {
  return readFileSync(fileURLToPath(new URL(`../../locales/${code}/verify.ftl`, import.meta.url)), 'utf8');
}

export function wordsOf(language) {
  return makeWords(language, messagesOf(language.code));
}

export const { text: english } = wordsOf(ENGLISH);
