// Takes the README's picture: a real answer in a real terminal (tmux), as an SVG. Run again with `npm run picture`.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import xterm from '@xterm/headless';
import { svgOf } from './svg.js';

const SCREEN = Object.freeze({ columns: 84, rows: 60 });
const COMMAND = 'rustpolicy ask am I forced to take Rust patches';
const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));

/** What a shell in tmux shows after a command, with its escape codes. */
async function captured(command) {
  const folder = mkdtempSync(join(tmpdir(), 'rustpolicy-picture-'));
  const tmux = (...argv) =>
    execFileSync('tmux', ['-L', `rustpolicy-picture-${process.pid}`, '-f', '/dev/null', ...argv], {
      encoding: 'utf8',
    });
  try {
    symlinkSync(path('../../bin/rustpolicy.js'), join(folder, 'rustpolicy'));
    const env = `PATH='${folder}:${process.env.PATH}' TERM=tmux-256color LANG=C.UTF-8 HOME=/nonexistent PS1='$ '`;
    const size = ['-x', String(SCREEN.columns), '-y', String(SCREEN.rows)];
    tmux('new-session', '-d', ...size, `env -i ${env} sh`);
    tmux('set-option', '-g', 'status', 'off');
    tmux('send-keys', command, 'Enter');
    for (let tries = 0; tries < 100; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      const shown = tmux('capture-pane', '-p').trimEnd().split('\n');
      // The next prompt says that the command has ended; it stays out of the picture.
      const rows = shown.length - 1;
      if (rows > 0 && shown.at(-1) === '$')
        return tmux('capture-pane', '-p', '-e').split('\n').slice(0, rows).join('\n');
    }
    throw new Error('the command has not ended');
  } finally {
    tmux('kill-server');
    rmSync(folder, { recursive: true });
  }
}

/** The screen's cells, as the emulator of xterm.js reads the codes: a list of lines, a line a list of equal runs. */
async function screenLines(codes) {
  const terminal = new xterm.Terminal({ cols: SCREEN.columns, rows: SCREEN.rows, allowProposedApi: true });
  await new Promise((resolve) => terminal.write(codes.replaceAll('\n', '\r\n'), resolve));
  const buffer = terminal.buffer.active;
  const lines = Array.from({ length: buffer.length }, (_, row) => lineRuns(buffer.getLine(row)));
  return lines.slice(0, lines.findLastIndex((runs) => runs.length > 0) + 1);
}

function lineRuns(line) {
  const runs = [];
  for (let column = 0; column < line.length; column += 1) {
    const cell = line.getCell(column);
    const style = {
      bold: cell.isBold() !== 0,
      dim: cell.isDim() !== 0,
      italic: cell.isItalic() !== 0,
      underline: cell.isUnderline() !== 0,
      color: cell.isFgPalette() ? cell.getFgColor() : undefined,
    };
    const last = runs.at(-1);
    const text = cell.getChars() || ' ';
    if (last !== undefined && JSON.stringify(last.style) === JSON.stringify(style)) last.text += text;
    else runs.push({ column, style, text });
  }
  return runs
    .map((run) => ({ ...run, text: run.text.trimEnd() === '' ? '' : run.text }))
    .filter(({ text }) => text !== '');
}

const lines = await screenLines(await captured(COMMAND));
writeFileSync(path('answer.svg'), svgOf(lines, { columns: SCREEN.columns, title: COMMAND }));
