import { describe, expect, it } from 'vitest';
import { errorCode, reasonOf } from '../src/errors.ts';

const systemError = (code: unknown) => Object.assign(new Error('message'), { code });

describe('why the system refuses', () => {
  it.each([
    ['ENOENT', 'it does not exist'],
    ['EEXIST', 'it is there already'],
    ['EISDIR', 'it is a folder'],
    ['ENOTDIR', 'it is not a folder'],
    ['EACCES', 'permission is denied'],
    ['EPERM', 'permission is denied'],
    ['EROFS', 'permission is denied'],
    ['ELOOP', 'its links lead in a circle'],
    ['ENXIO', 'it is not a regular file'],
    ['ENOSPC', 'the disk is full'],
    ['EDQUOT', 'the disk is full'],
    ['EMFILE', 'the system says EMFILE'],
  ])('for %s is that %s', (code, reason) => {
    expect(reasonOf(systemError(code))).toBe(reason);
  });

  it('may mean something else in what was tried', () => {
    expect(reasonOf(systemError('ENOENT'), { ENOENT: 'its folder does not exist' })).toBe(
      'its folder does not exist',
    );
  });

  it('is the error itself where the system has no code for it', () => {
    expect(reasonOf(new Error('message'))).toBe('Error: message');
    expect(reasonOf({ code: 'ENOENT' })).toBe('[object Object]');
  });
});

it('knows the code of an error of the system, and of no other', () => {
  const errors = [systemError('EPIPE'), systemError(7), new Error('message'), { code: 'EPIPE' }, undefined];
  expect(errors.map(errorCode)).toEqual(['EPIPE', undefined, undefined, undefined, undefined]);
});
