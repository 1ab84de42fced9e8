import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect } from 'vitest';
import schema from '../../schema.json' with { type: 'json' };
import { main } from '../../src/main.ts';
import { invisibleIn } from '../../src/markdown/invisible.ts';
import { worldOf } from '../world.ts';

/** The schema that ships takes properties that a newer version may add; here there are to be none. */
const strict = new Ajv2020({ strict: false, validateFormats: false, allErrors: false });
const isDocument = strict.compile(closed(schema) as object);

function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const inner = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
  return inner['type'] === 'object' && 'properties' in inner
    ? { ...inner, additionalProperties: false }
    : inner;
}

/** Fails unless a text is one JSON document of the shape that the schema states, with one final newline. */
export function expectDocument(json: string): void {
  const isValid = isDocument(JSON.parse(json));
  expect(isValid ? [] : isDocument.errors).toEqual([]);
  expect(json).toMatch(/[^\n]\n$/);
}

/** Escapes that we make: colours and the like (SGR), and hyperlinks of printable ASCII (OSC 8). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const OWN_ESCAPES = /\u001b\[\d+m|\u001b\]8;;[\x21-\x7e]*\u001b\\/g;

/** What is in a text that commands a terminal, hides, or is no Unicode, our own escapes left out. */
export function strangers(text: string): string[] {
  const rest = text.replace(OWN_ESCAPES, '');
  return [...invisibleIn(rest), ...(rest.match(/\p{Surrogate}/gu) ?? [])].map(
    (character) => `U+${character.codePointAt(0)?.toString(16)}`,
  );
}

/** A text as the system hands it on: in UTF-8, which has no lone surrogates. */
function fromOutside(text: string): string {
  return Buffer.from(text).toString();
}

/** Runs a command line in this process and fails if it breaks one of the promises that hold for all of them. */
export async function runChecked(typed: readonly string[], { input = '' } = {}) {
  const argv = typed.map(fromOutside);
  const world = worldOf({ input: fromOutside(input) });
  const status = await main(argv, world.io);
  const out = world.out();
  const error = world.error();
  expect([0, 1, 2]).toContain(status);
  const format = argv[argv.indexOf('--format') + 1];
  if (format !== 'terminal') expect(out).not.toContain('\u001b');
  expect({ out: strangers(out), error: strangers(error) }).toEqual({ out: [], error: [] });
  if (status === 2) expect(out).toBe('');
  // Without a command there is help instead of an error.
  if (status === 2)
    expect(error.replace(OWN_ESCAPES, '')).toMatch(/^((rustpolicy: [^\n]+\n)+|Look up [\s\S]*)$/);
  return { status, out, error };
}
