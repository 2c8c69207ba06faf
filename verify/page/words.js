// Messages in one language: the only place where what is said becomes text. Nothing else names the library for it.

import { FluentBundle, FluentDateTime, FluentNumber, FluentResource } from '@fluent/bundle';

const [FIRST_STRONG, POP] = ['\u2068', '\u2069']; // isolate what has a direction of its own, and end that
const DIGITS = { maximumSignificantDigits: 3 }; // of what is no whole number
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
  const isolated = (text) => (isolates ? `${FIRST_STRONG}${text}${POP}` : text);
  const errors = bundle.addResource(new FluentResource(source));
  if (errors.length > 0) throw errors[0];

  const argument = (value) => {
    if (typeof value === 'string') return value;
    if (value instanceof Date) return new FluentDateTime(value, DATE);
    if (typeof value === 'bigint' || Number.isInteger(value)) return new Whole(value);
    if (typeof value === 'number') return new FluentNumber(value, DIGITS);
    if (Array.isArray(value)) return list.format(value.map((item) => isolated(text(item))));
    return text(value);
  };

  /** The text of a message, of several (as sentences one after the other), or of a number or a text that is none. */
  const text = (message) => {
    if (Array.isArray(message)) return message.map(text).join(' ');
    if (typeof message === 'string') return message;
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
