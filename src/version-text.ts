import { bundledPage } from './prepared.ts';
import { revisionLine } from './render/revision.ts';
import { VERSION } from './version.ts';

/** The program's version, and which policy it carries, of which revision and date. */
export async function versionText(): Promise<string> {
  return `rustpolicy ${VERSION}\n${revisionLine(await bundledPage())}\n`;
}
