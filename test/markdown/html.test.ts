import { expect, it } from 'vitest';
import { htmlMarkdown, htmlText } from '../../src/markdown/html.ts';

it('makes text of HTML for a mail, with the addresses of its links', () => {
  expect(htmlText('<h1>A</h1><p>b &amp; <a href="https://c.example/">d</a><img alt="e"></p>')).toBe(
    'A\n\nb & d [https://c.example/]',
  );
});

it.each([
  ['longer than any page', 'a'.repeat(500_001)],
  ['deeper than any page', '<div>'.repeat(101)],
])('gives nothing for what is %s', (_, html) => {
  expect([htmlText(html), htmlMarkdown(html)]).toEqual([undefined, undefined]);
});

it('leaves a table without its lines that Markdown would fill up with a million cells', () => {
  const wide = `<table><tr>${'<td>a</td>'.repeat(1_000)}</tr>${'<tr><td>b</td></tr>'.repeat(1_000)}</table>`;
  expect(htmlMarkdown(wide)?.length).toBeLessThan(wide.length);
  expect(htmlMarkdown(wide)).not.toContain('|');
});
