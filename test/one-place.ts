import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Gives a run of the tests one folder for all that they leave, terminals among them, and clears it away in the end,
 * whatever failed.
 */
export default function setUp(): () => void {
  const place = mkdtempSync(join(tmpdir(), 'rustpolicy-tests-'));
  // Some tests act as another user for a while.
  chmodSync(place, 0o755);
  process.env['TMPDIR'] = place;
  process.env['TMUX_TMPDIR'] = place;
  return () => {
    const sockets = readdirSync(place, { recursive: true, encoding: 'utf8' }).filter((path) =>
      /^tmux-\d+\//.test(path),
    );
    for (const socket of sockets) spawnSync('tmux', ['-S', join(place, socket), 'kill-server']);
    rmSync(place, { recursive: true, force: true });
  };
}
