// Loaded before a program; tells at its end, on descriptor 3, how much memory it had at the most, in kilobytes.
const { writeSync } = require('node:fs');

process.on('exit', () => writeSync(3, String(process.resourceUsage().maxRSS)));
