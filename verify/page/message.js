// What is said, before it is put into a language: the name of a message in locales/…/verify.ftl, and its arguments. Arguments are
// texts that stay as they are (names of files, cells, SHA-256), numbers, dates, other messages, and lists of these.


/** A number that is shown with exactly one digit after the point. */
export class Tenths {
  constructor(tenths) {
    this.tenths = tenths;
  }

  toString() {
    return `${Math.floor(this.tenths / 10)}.${this.tenths % 10}`;
  }
}

export function say(id, args = {}) {
  return { id, args };
}
