import chapters from './manual-chapters.json' with { type: 'json' };

/** What the manual page tells beside commands and options: prose, and what there is to name. */
export const CHAPTERS: readonly {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly items?: readonly (readonly string[])[];
}[] = chapters;

/** A command line to type, and what it is for. */
export interface Example {
  readonly command: string;
  readonly purpose: string;
}

/** What people type, by command; the first ones of all stand in the program's own help. */
export const EXAMPLES: Readonly<Record<string, readonly Example[]>> = Object.freeze({
  rustpolicy: [
    { command: "rustpolicy 'am I forced to take Rust patches?'", purpose: 'Ask in your own words' },
    { command: 'rustpolicy show broken-builds', purpose: 'Read one section' },
    { command: 'rustpolicy list --format markdown > topics.md', purpose: 'Take all topics with you' },
    {
      command: 'rustpolicy ask --format mail who fixes builds | mail -s Rust dev@example.org',
      purpose: 'Mail an answer',
    },
  ],
  ask: [
    { command: 'rustpolicy ask who fixes a broken Rust build', purpose: 'No quotes are needed' },
    {
      command: "rustpolicy ask 'are duplicated drivers allowed?'",
      purpose: 'Quotes where the shell reads a sign itself',
    },
    { command: 'rustpolicy ask -n 2 who fixes a broken Rust build', purpose: 'The second best section' },
    { command: 'xclip -o | rustpolicy ask --format mail', purpose: 'Answer what somebody wrote' },
  ],
  list: [
    {
      command: "rustpolicy list | fzf --preview 'rustpolicy show {1} --format terminal'",
      purpose: 'Pick a topic',
    },
  ],
  show: [
    { command: 'rustpolicy show 4 companies', purpose: 'By number and name' },
    { command: 'rustpolicy show broken --format json', purpose: 'By the start of its name, for a program' },
    { command: 'rustpolicy show --color always | less -R', purpose: 'The whole policy' },
  ],
  mail: [
    {
      command: 'rustpolicy mail who fixes a broken Rust build -o draft && mutt -H draft',
      purpose: 'Write to somebody',
    },
    { command: 'rustpolicy mail --reply message --brief', purpose: 'Answer a saved message' },
  ],
  check: [
    { command: 'rustpolicy check docs/policies', purpose: 'Before people ask it' },
    { command: 'rustpolicy check docs/policies --format json | jq .errors', purpose: 'In a script' },
  ],
  completion: [
    { command: 'rustpolicy completion bash >> ~/.bash_completion', purpose: 'For bash' },
    { command: 'rustpolicy completion zsh > "$fpath[1]/_rustpolicy"', purpose: 'For zsh' },
    {
      command: 'rustpolicy completion fish > ~/.config/fish/completions/rustpolicy.fish',
      purpose: 'For fish',
    },
  ],
});

/** Exit statuses and what they say. */
export const EXIT_STATUSES: readonly (readonly [status: number, meaning: string])[] = Object.freeze([
  [0, 'answered'],
  [1, 'not answered: the policy does not say, or another page does; check: it found something'],
  [2, 'wrong usage or bad data'],
  [70, 'a defect of rustpolicy'],
]);

/** Environment variables and what they do. */
export const ENVIRONMENT: readonly (readonly [names: string, effect: string])[] = Object.freeze([
  ['RUSTPOLICY_DATA', 'as --data'],
  ['RUSTPOLICY_PAGER, PAGER', 'the pager, else less; empty or cat for none'],
  ['LESS', 'options of less, which go before ours; FRX if unset'],
  ['NO_COLOR, CLICOLOR=0', 'no colour; --color goes before it'],
  ['FORCE_COLOR, CLICOLOR_FORCE', 'colour what is in terminal form, in a pipe too; 0 does not'],
  ['COLUMNS', 'width of --format terminal where there is no terminal'],
  ['EMAIL', "your own address, which replies leave out; else git's user.email"],
  ['LC_ALL, LC_CTYPE, LANG', 'ASCII drawing where the locale has no UTF-8'],
]);

/** What mail programs make of drafts. */
export const CAVEATS: readonly string[] = Object.freeze([
  'A draft with letters beyond ASCII has MIME headers. git send-email, mutt and msmtp take it as it is; s-nail and mail encode it again: give them one of --ascii.',
  'A body alone, as --format mail prints it, says nothing of its encoding: where it has such letters, git send-email asks for one, and UTF-8 is the answer.',
]);
