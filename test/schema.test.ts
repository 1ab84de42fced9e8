import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import schema from '../schema.json' with { type: 'json' };
import { main } from '../src/main.ts';
import { SCHEMA_VERSION } from '../src/render/json.ts';
import { worldOf } from './world.ts';

const isDocument = new Ajv2020({ formats: { uri: URL.canParse } }).compile(schema);

async function document(...argv: string[]) {
  const world = worldOf();
  await main([...argv, '--format', 'json'], world.io);
  return JSON.parse(world.out());
}

function errors(document: unknown) {
  return isDocument(document) ? [] : isDocument.errors;
}

describe('the schema that ships', () => {
  it.each([
    ['answered', ['ask', 'who fixes broken builds']],
    ['explained', ['ask', 'who mantains it', '--why']],
    ['elsewhere', ['ask', 'which rustc version do I need']],
    ['unanswered', ['ask', 'best carbonara recipe']],
    ['a section', ['show', 'about']],
    ['the topics', ['list']],
    ['the findings', ['check', 'test/render/constructs', '--verbose']],
  ])('describes what is %s', async (_, argv) => {
    expect(errors(await document(...argv))).toEqual([]);
  });

  it('has the version that documents have', () => {
    expect(schema.$id.endsWith(`:${SCHEMA_VERSION}`)).toBe(true);
    expect(schema.$defs.schemaVersion.const).toBe(SCHEMA_VERSION);
  });

  it('takes properties that a newer version may add', async () => {
    expect(errors({ ...(await document('list')), more: 1 })).toEqual([]);
  });

  it.each([
    ['an answer that is missing', { answer: undefined }],
    ['an answer that is none', { outcome: 'unanswered' }],
    ['an outcome of its own', { outcome: 'perhaps' }],
    ['a score beyond 1', { closest: [{ number: 1, name: 'a', anchor: 'a', heading: 'A', score: 1.1 }] }],
    ['another version', { schemaVersion: 2 }],
  ])('refuses %s', async (_, change) => {
    const changed = { ...(await document('ask', 'who fixes broken builds')), ...change };
    expect(errors(JSON.parse(JSON.stringify(changed)))).not.toEqual([]);
  });
});
