import { createHash } from 'node:crypto';
import { InputError } from '../errors.ts';
import { lexBlocks } from '../markdown/lex.ts';
import { parseFrontMatter } from '../policy/front-matter.ts';
import { anchorOf, fileName, headingName, headingOf } from '../policy/names.ts';
import type { SourceFile } from '../policy/source-file.ts';

/**
 * Plans how a newer revision of the page is taken into the folder. A section is the one that had its anchor: the body is
 * replaced, name and front matter are kept. Where a heading changed, one section is gone and another one is added.
 *
 * @param files the folder's index.md, then its numbered files.
 * @returns the files as they shall be, and what a person should know of them.
 * @throws InputError when the page has no sections.
 */
export function planImport(files: readonly SourceFile[], page: string) {
  const [introduction, ...sections] = splitPage(page);
  const [index, ...olds] = files.map(filedPiece);
  if (introduction === undefined || index === undefined || sections.length === 0)
    throw new InputError('the page has no sections; give the Markdown source of the whole page');
  const anchors = new Set(sections.map(({ anchor }) => anchor));
  const report: string[] = [];
  const numbered = sections.map(({ heading, anchor, text }, at) => {
    const old = olds.find((old) => old.anchor === anchor);
    const name = old?.name ?? headingName(heading);
    if (old === undefined) report.push(`added: "${heading}"; write asked-as/${name}.md`);
    else if (old.text !== text) report.push(`changed: ${name}; read its phrasings again`);
    return { path: `${String(at + 1).padStart(2, '0')}-${name}.md`, text: (old?.matter ?? '') + text };
  });
  for (const { heading, anchor, name } of olds)
    if (!anchors.has(anchor)) report.push(`gone: "${heading}"; move or delete asked-as/${name}.md`);
  const sha256 = createHash('sha256').update(page).digest('hex');
  const matter = index.matter.replace(/^sha256:.*$/m, `sha256: ${sha256}`);
  return { files: [{ path: 'index.md', text: matter + introduction.text }, ...numbered], report };
}

/** A page cut before each `##`: the texts joined are the page, byte for byte. */
function splitPage(page: string) {
  const pieces = [{ heading: '', anchor: '', text: '' }];
  for (const token of lexBlocks(page)) {
    if (token.type === 'heading' && token.depth === 2) {
      const { text: heading, id } = headingOf(token.text);
      pieces.push({ heading, anchor: id ?? anchorOf(heading), text: '' });
    }
    const last = pieces.at(-1);
    if (last !== undefined) last.text += token.raw;
  }
  return pieces;
}

/** A section as a file of the folder has it. */
function filedPiece({ path, text }: SourceFile) {
  const { body } = parseFrontMatter(text);
  const { heading = '', anchor = '' } = splitPage(body).at(-1) ?? {};
  const matter = text.slice(0, text.length - body.length);
  return { heading, anchor, text: body, name: fileName(path), matter };
}
