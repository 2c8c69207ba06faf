// Messages in one language: the only place where what is said becomes text. Nothing else names the library for it.

import { FluentBundle, FluentDateTime, FluentNumber, FluentResource } from '@fluent/bundle';
import { Tenths } from './message.js';

const [FIRST_STRONG, POP] = ['\u2068', '\u2069']; // isolate what has a direction of its own, and end that
const FROM_RIGHT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const TURNING = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu; // invisible characters that turn the direction of what follows
const DIGITS = { maximumSignificantDigits: 3 }; // of what is no whole number
const ONE_DIGIT = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
const DATE = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' };

/** A whole number of any size, shown exactly. */
class Whole extends FluentNumber {
  constructor(exact) {
    super(Number(exact));
    this.exact = exact;
  }

  toString(scope) {
    return scope.memoizeIntlObject(Intl.NumberFormat, {}).format(this.exact);
  }
}

/** `{ language, text }`; `source` holds the messages, and where one cannot be said, `otherwise` says it, or else that is an error. */
export function makeWords(language, source, otherwise) {
  const isolates = language.dir === 'rtl';
  const bundle = new FluentBundle(language.locale, { useIsolating: isolates });
  const list = new Intl.ListFormat(language.locale, { type: 'conjunction' });
  const isolated = (value) => `${FIRST_STRONG}${value}${POP}`;
  /** What comes from a file cannot turn the words around it: in a language from the right, Fluent isolates all that is put in. */
  const contained = (value) => {
    const plain = value.replace(TURNING, '');
    return !isolates && FROM_RIGHT.test(plain) ? isolated(plain) : plain;
  };
  const item = (value) => (isolates ? isolated(text(value)) : text(value));
  const errors = bundle.addResource(new FluentResource(source));
  if (errors.length > 0) throw errors[0];

  const argument = (value) => {
    if (typeof value === 'string') return contained(value);
    if (value instanceof Tenths) return new FluentNumber(value.tenths / 10, ONE_DIGIT);
    if (value instanceof Date) return new FluentDateTime(value, DATE);
    if (typeof value === 'bigint' || Number.isInteger(value)) return new Whole(value);
    if (typeof value === 'number') return new FluentNumber(value, DIGITS);
    if (Array.isArray(value)) return list.format(value.map(item));
    return text(value);
  };

  /** The text of a message, of several (as sentences one after the other), or of a number or a text that is none. */
  const text = (message) => {
    if (Array.isArray(message)) return message.map(text).join(' ');
    if (typeof message === 'string') return contained(message);
    if (typeof message === 'number' || typeof message === 'bigint') return new Intl.NumberFormat(language.locale).format(message);
    return formatted(message);
  };

  const formatted = (message) => {
    const pattern = bundle.getMessage(message.id)?.value;
    const wrong = [];
    const args = Object.fromEntries(Object.entries(message.args).map(([name, value]) => [name, argument(value)]));
    const said = pattern ? bundle.formatPattern(pattern, args, wrong) : undefined;
    if (said !== undefined && wrong.length === 0) return said;
    if (otherwise) return otherwise.text(message);
    throw new Error(`${language.code}: ${message.id}: ${wrong[0]?.message ?? 'no such message'}`);
  };

  return { language, text };
}
