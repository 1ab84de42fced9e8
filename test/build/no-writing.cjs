// Loaded before a program: whoever writes a file, or makes, changes or removes one, is thrown an error.
const fs = require('node:fs');

const CHANGING =
  /^(write(File|v)|append|mk|rm|unlink|rename|copy|cp|symlink|link|f?truncate|[fl]?ch|[fl]?utimes|createWrite)/;

const { O_APPEND, O_CREAT, O_RDWR, O_TRUNC, O_WRONLY } = fs.constants;
const isToWrite = (flags) =>
  typeof flags === 'string'
    ? flags !== 'r'
    : (flags & (O_APPEND | O_CREAT | O_RDWR | O_TRUNC | O_WRONLY)) !== 0;

for (const functions of [fs, fs.promises]) {
  for (const name of Object.keys(functions).filter((name) => CHANGING.test(name))) {
    functions[name] = () => {
      throw new Error(`WRITING: ${name}`);
    };
  }
  for (const name of ['open', 'openSync'].filter((name) => name in functions)) {
    const open = functions[name];
    functions[name] = (path, flags = 'r', ...rest) => {
      if (isToWrite(flags)) throw new Error(`WRITING: ${name} ${path} ${flags}`);
      return open(path, flags, ...rest);
    };
  }
}
