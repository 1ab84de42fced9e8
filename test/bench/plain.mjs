// The plain composition: the packages as their READMEs use them, unbundled, all read and indexed in every run. It finds
// less, and is here for how long it takes to start.
import { readdirSync, readFileSync } from 'node:fs';
import { Command } from 'commander';
import Fuse from 'fuse.js';
import matter from 'gray-matter';
import { marked } from 'marked';
import { markedTerminal } from 'marked-terminal';
import 'chalk';

const DATA = new URL('../../data/', import.meta.url);

new Command('plain')
  .command('ask')
  .argument('<question...>')
  .action((words) => {
    const sections = readdirSync(DATA)
      .filter((name) => name.endsWith('.md'))
      .map((name) => matter(readFileSync(new URL(name, DATA), 'utf8')).content);
    const fuse = new Fuse(sections, { ignoreLocation: true, threshold: 0.6 });
    marked.use(markedTerminal());
    process.stdout.write(marked(fuse.search(words.join(' '))[0]?.item ?? sections[0]));
  })
  .parent.parse();
