import { execFile } from 'node:child_process';

/** Milliseconds that git may take; it answers in a few. */
const PATIENCE = 2_000;

/** The address that git signs commits with; undefined where it has none, or there is no git. */
export function gitAddress(): Promise<string | undefined> {
  return new Promise((resolve) => {
    execFile('git', ['config', '--get', 'user.email'], { timeout: PATIENCE }, (error, address) => {
      resolve(error === null ? address.trim() : undefined);
    });
  });
}
