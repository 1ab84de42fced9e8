import { revisionLine } from '../policy/policy.ts';
import { bundledPage } from '../search/opened.ts';
import { VERSION } from './manual.ts';

/** The program's version, and which policy it carries, of which revision and date. */
export async function versionText(): Promise<string> {
  return `rustpolicy ${VERSION}\n${revisionLine(await bundledPage())}\n`;
}
