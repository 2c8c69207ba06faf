// What the messages of the page are, language by language, and what the page's sources say: read for messages.mjs.

import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from '@fluent/syntax';

const PAGE = fileURLToPath(new URL('../page/', import.meta.url));

/** `{ id: { args, words, counts: [{ of, categories }] } }` of a text in Fluent's format; what it cannot read, and what stands twice, is an error. */
export function messages(source) {
  const found = {};
  for (const entry of parse(source, { withSpans: false }).body) {
    if (entry.type === 'Junk') throw new Error(`cannot be read: ${entry.content.trim().slice(0, 80)}`);
    if (entry.type !== 'Message') continue;
    if (found[entry.id.name]) throw new Error(`${entry.id.name} stands twice`);
    const message = { args: new Set(), words: '', counts: [] };
    gather(entry.value, message);
    found[entry.id.name] = message;
  }
  return found;
}

function gather(pattern, message) {
  for (const element of pattern.elements) {
    if (element.type === 'TextElement') message.words += element.value;
    else placed(element.expression, message);
  }
}

function placed(expression, message) {
  if (expression.type === 'VariableReference') message.args.add(expression.id.name);
  else if (expression.type === 'StringLiteral') message.words += expression.value;
  else if (expression.type === 'SelectExpression') {
    placed(expression.selector, message);
    const keys = expression.variants.map(({ key }) => (key.type === 'Identifier' ? key.name : undefined));
    message.counts.push({ of: expression.selector.id.name, categories: keys.filter(Boolean) });
    expression.variants.forEach((variant) => gather(variant.value, message));
  } else throw new Error(`messages hold arguments and texts only, no ${expression.type}`);
}

/** The page's modules and what builds it as one text, and its HTML. */
export function sources() {
  const modules = readdirSync(PAGE, { recursive: true }).filter((name) => name.endsWith('.js')).sort();
  const code = [...modules, '../build.mjs'].map((name) => readFileSync(`${PAGE}${name}`, 'utf8')).join('\n');
  return { code, html: readFileSync(`${PAGE}page.html`, 'utf8') };
}

/** What could be names of messages in the sources: texts between quotation marks, what HTML asks for, and the names of checks. */
export function named({ code, html }) {
  const literals = [...code.matchAll(/'([a-z][a-z0-9]*(?:-[a-z0-9]+)*)'/g)].map(([, id]) => id);
  const inHtml = [...html.matchAll(/@([a-z-]+)@|data-say="([a-z-]+)"/g)].map(([, one, other]) => one ?? other);
  const checks = [...code.matchAll(/\['([a-z]+\.[a-z]+)', (?:\(\)|made\()/g)].map(([, id]) => `check-${id.replace('.', '-')}`);
  return new Set([...literals, ...inHtml, ...checks]);
}

const SPEAKS = /\b(say|refuse|pass|fail|notChecked)\('([a-z0-9-]+)'/g;

/** Every place that names a message and its arguments: `{ id, args }`; without those places whose arguments are put together elsewhere. */
export function spoken(code) {
  const found = [];
  for (const match of code.matchAll(SPEAKS)) {
    const args = written(code.slice(match.index + match[0].length));
    // Whoever catches what is refused adds the file, see `Refused`.
    if (args) found.push({ id: match[2], args: new Set(args), file: match[1] === 'refuse' });
  }
  return found;
}

/** The names in `)` or `, { … })`, or undefined where it is something else. */
function written(rest) {
  if (rest.startsWith(')')) return [];
  if (!rest.startsWith(', {')) return undefined;
  const names = [];
  let [depth, part] = [0, ''];
  for (const mark of rest.slice(2)) {
    if ('([{'.includes(mark)) depth += 1;
    if (depth === 1 && (mark === ',' || mark === '}')) {
      names.push(part.replace('{', '').trim());
      part = '';
    } else part += mark;
    if (')]}'.includes(mark)) depth -= 1;
    if (depth === 0) break;
  }
  const plain = names.filter(Boolean).map((name) => name.split(':', 1)[0].trim());
  return plain.some((name) => name.startsWith('...')) ? undefined : plain;
}
