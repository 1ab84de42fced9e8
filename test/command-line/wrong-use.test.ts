import { describe, expect, it } from 'vitest';
import { main } from '../../src/main.ts';
import { worldOf } from '../world.ts';

describe('what is mistyped is met with what to type:', () => {
  it.each([
    [
      'aks who fixes',
      'no command "aks"; did you mean: rustpolicy ask who fixes; to ask it as it is: rustpolicy ask aks who fixes',
    ],
    ['lsit', 'no command "lsit"; did you mean: rustpolicy list; to ask it as it is: rustpolicy ask lsit'],
    ['SHOW 4', 'no command "SHOW"; did you mean: rustpolicy show 4;'],
    ['show -', 'no topic "-"; see all topics with: rustpolicy list'],
    ['shwo 4', 'no command "shwo"; did you mean: rustpolicy show 4;'],
    ['hlep mail', 'no command "hlep"; did you mean: rustpolicy help mail;'],
    ['completoin zsh', 'no command "completoin"; did you mean: rustpolicy completion zsh;'],
    ['version', 'there is no command "version"; to see it: rustpolicy --version'],
    [
      'list of rust drivers',
      'list takes no words; to ask a question: rustpolicy ask -- list of rust drivers',
    ],
    ['check my code', 'check takes one folder; to ask a question: rustpolicy ask -- check my code'],
    [
      'help me',
      'help takes ask, list, show, mail, check, completion or help; to ask a question: rustpolicy ask -- help me',
    ],
    [
      'ask what does -Werror mean here',
      "unknown option '-Werror'; to take it for a word: rustpolicy ask -- what does -Werror mean here",
    ],
    [
      'is --enable-rust on',
      "unknown option '--enable-rust'; to take it for a word: rustpolicy ask -- is --enable-rust on",
    ],
    [
      'mail who --format json',
      "option '--format' is not for mail; did you mean: rustpolicy ask who --format json",
    ],
    ['list --who', "unknown option '--who'; see: rustpolicy list --help"],
    ['ask x --out', "unknown option '--out'; see: rustpolicy ask --help"],
    [
      'show 4 nosuch',
      'no topic "nosuch"; see all topics with: rustpolicy list; to ask a question: rustpolicy ask 4 nosuch',
    ],
    ['ask -n 12 who fixes builds', 'there is no section 12 to show; give -n a number up to 11'],
    ['ask -n 0 x', '-n takes a whole number from 1 to 9999, not "0"'],
    ['ask --json who', "unknown option '--json'; did you mean: rustpolicy ask --format json who"],
    ['list --no-color', "unknown option '--no-color'; did you mean: rustpolicy list --color never"],
    ['list -d docs', "unknown option '-d'; did you mean --data? See: rustpolicy list --help"],
    ['-v', "unknown option '-v'; did you mean --version? See: rustpolicy --help"],
    [
      'ask what is -f for',
      "unknown option '-f'; did you mean --format? To take it for a word: rustpolicy ask -- what is -f for",
    ],
    ['list --colour never', "unknown option '--colour'; did you mean: rustpolicy list --color never"],
    ['list --fromat=json', "unknown option '--fromat'; did you mean: rustpolicy list '--format=json'"],
    ['--formt json ask x', "unknown option '--formt'; did you mean: rustpolicy --format json ask x"],
    ['mail x --nosuch=y', "unknown option '--nosuch=y'; see: rustpolicy mail --help"],
    ['ask x --brief=no', "option '--brief' takes no value; see: rustpolicy ask --help"],
    ['ask --=x y', "unknown option '--=x'; see: rustpolicy ask --help"],
    ['--version=1', "option '--version' takes no value; see: rustpolicy --help"],
    ['--help=ask', "option '--help' takes no value; see: rustpolicy --help"],
    ['--nosuch', "unknown option '--nosuch'; see: rustpolicy --help"],
    ['--topic 4 list', "option '--topic' is not for list; did you mean: rustpolicy mail --topic 4"],
    ['check', 'check takes one folder, as in: rustpolicy check docs/policies'],
    [
      'completion',
      'completion takes bash, zsh or fish, as in: rustpolicy completion bash >> ~/.bash_completion',
    ],
    ['list all', 'list takes no words; to ask a question: rustpolicy ask -- list all'],
    [
      'completion tcsh',
      'completion takes bash, zsh or fish; to ask a question: rustpolicy ask -- completion tcsh',
    ],
    ['mail x --width 76', '--width takes a whole number from 30 to 75, not "76"'],
    ['show 4 --width 9', '--width takes a whole number from 20 to 10000, not "9"'],
    [
      '--data docs list of rust drivers',
      'list takes no words; to ask a question: rustpolicy ask --data docs -- list of rust drivers',
    ],
    [
      'ask what does -Werror mean here --brief',
      "unknown option '-Werror'; to take it for a word: rustpolicy ask --brief -- what does -Werror mean here",
    ],
    [
      'ask x --format',
      '--format <format> takes terminal, text, mail, markdown or json; see: rustpolicy ask --help',
    ],
    ['ask x -n', '-n <place> takes a whole number from 1 to 9999; see: rustpolicy ask --help'],
    ['mail x -o', '-o, --output <file> takes one file; see: rustpolicy mail --help'],
    ['show mantainers', 'no topic "mantainers"; did you mean maintainers'],
  ])('rustpolicy %s', async (words, message) => {
    const world = worldOf({ input: 'who fixes builds' });
    const status = await main(words.split(' '), world.io);
    const [out, error] = [world.out(), world.error()];
    expect({ out, status }).toEqual({ out: '', status: 2 });
    expect(error).toMatch(/^[^\n]*\n$/);
    expect(error).toContain(`rustpolicy: ${message}`);
  });
});
