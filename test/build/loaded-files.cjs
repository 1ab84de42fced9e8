// Loaded before a program; tells at its end, on descriptor 3, which files of dist/ it read as code, and of each whether
// what V8 had made of it was opened, and taken.
const fs = require('node:fs');
const { basename, dirname } = require('node:path');
const vm = require('node:vm');

const loaded = [];
const { readFileSync, writeSync } = fs;
fs.readFileSync = (path, ...options) => {
  const folder = basename(dirname(String(path)));
  if (folder === 'dist' && /\.js$/.test(path)) loaded.push({ file: basename(path), isOpened: false });
  const content = readFileSync(path, ...options);
  if (folder === 'compiled') loaded.at(-1).isOpened = true;
  return content;
};

vm.Script = class extends vm.Script {
  constructor(...given) {
    super(...given);
    loaded.at(-1).isTaken = this.cachedDataRejected === false;
  }
};

process.on('exit', () => {
  writeSync(3, JSON.stringify(loaded));
});
