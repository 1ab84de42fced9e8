import { expect, it } from 'vitest';
import { portable } from '../../src/markdown/portable.ts';

it.each([
  [
    'a container of VuePress, below and above a line',
    'Before.\n::: tip Mind this\nLook.\n:::\nAfter.',
    'Before.  \n> **Mind this**  \n> Look.\n\nAfter.',
  ],
  ['a container of Docusaurus', ':::note[Mind this]\n\nLook.\n\n:::', '> **Mind this**  \n>\n> Look.\n\n'],
  ['a container without a title', ':::warning\nLook.\n:::', '> **Warning**  \n> Look.\n'],
  [
    'containers in each other',
    ':::: danger Stop {#id}\na\n::: tip\nb\n:::\nc\n::::\n',
    '> **Stop**  \n> a  \n> > **Tip**  \n> > b\n>\n> c\n\n',
  ],
  ['a container that only groups', '::: code-group\n```sh\nx\n```\n:::', '\n```sh\nx\n```\n'],
  [
    'classes of Pandoc and names of MyST',
    '::: {.callout-note}\na\n:::\n:::{tip}\nb\n:::',
    '> **Note**  \n> a\n\n> **Tip**  \n> b\n',
  ],
  [
    'a question in a container, which ends with its answer',
    '::: details Is it?\nYes:\n\n```\n::: no\n```\n:::\nAfter.',
    '-   **Is it?**  \n    Yes:\n\n    ```\n    ::: no\n    ```\n\nAfter.',
  ],
  [
    'a container with headings in it',
    '::: info\n## A\nb\n```\n# c\n```\n:::',
    '**Info**  \n## A\nb\n```\n# c\n```\n',
  ],
  [
    'an admonition',
    '!!! note "Mind this"\n    Look.\n\n    - up\n\n!!! own\n    b\n\nAfter.',
    '> **Mind this**  \n> Look.\n>\n> - up\n\n> **Own**  \n> b\n\nAfter.',
  ],
  [
    'an admonition in an item',
    '- a\n\n    !!! note\n        b\n\n    c',
    '- a\n\n    > **Note**  \n    > b\n\n    c',
  ],
  [
    'a question that folds, which ends with its answer',
    '??? question "Why?"\n    So:\n\n    !!! tip\n        Look.\n\nAfter.',
    '-   **Why?**  \n    So:\n\n    > **Tip**  \n    > Look.\n\nAfter.',
  ],
  ['tabs of MkDocs', '=== "C"\n\n    a\n\n=== "D"\n    b\n\nAfter.', '**C**  \n\na\n\n**D**  \nb\n\nAfter.'],
  [
    'containers right below each other and above a text',
    '!!! note\n    a\n=== "macOS"\n\n    b\n=== "C"\n    c\nd',
    '> **Note**  \n> a  \n**macOS**  \n\nb  \n**C**  \nc  \nd',
  ],
  [
    'tabs in one line',
    '{{< tabs >}}{{< tab "One" >}}a.{{< /tab >}}{{< tab name="Two" >}}b.{{< /tab >}}{{< /tabs >}}',
    '**One:** a.<br>**Two:** b.',
  ],
  ['blocks of Pymdown', '/// note | Mind this\nLook.\n///\nAfter.', '> **Mind this**  \n> Look.\n\nAfter.'],
  [
    'pairs of Liquid',
    '{% hint style="info" %}\nLook {% data x.y %}up.\n{% endhint %}\n{%- note -%}a{%- endnote -%}\n\n{% if x == "y" %}\nb\n{% endif %}',
    '> **Info**  \n> Look up.\n\n> **Note:** a\n\n\nb\n',
  ],
  ['components that close themselves', 'a\n\n<Card title="Install" href="/x" />\n<Foo />', 'a\n\nInstall\n'],
  ['notes that Jekyll includes', '{% include note.html content="Look." %}', '**Note:** Look.'],
  [
    'pairs of Hugo',
    'a\n{{< note >}}\nLook at {{< term text="Pods" id="pod" >}}.\n{{< /note >}}\nb\n\n{{% notice tip "Mind" %}}c{{% /notice %}}\n\n{{< tab name="d" >}}\ne\n{{< /tab >}}',
    'a  \n> **Note**  \n> Look at Pods.\n\nb\n\n> **Mind:** c\n\n**d**  \ne\n',
  ],
  ['links of Hugo', '[a]({{< relref "b.md" >}}), {{< youtube "x" >}}', '[a](b.md),'],
  [
    'components',
    '<Tabs>\n  <TabItem value="a" label="A">\n    b\n\n        c\n  </TabItem>\n</Tabs>\n<Note>d</Note>\n\n<Icon name="e" />',
    '\n**A**  \nb\n\n    c\n\n\n> **Note:** d\n\n',
  ],
  [
    'components in each other, and tags in several lines',
    '<Card\n  title="a"\n>\n  <Card title="b">\n  c\n  </Card>\n</Card>\nd <B>e</B>',
    '**a**  \n\n\n**b**  \nc\n\n\nd <B>e</B>',
  ],
  [
    'a component that asks',
    '<Accordion title="Is it?">\n  Yes.\n</Accordion>\nAfter.',
    '-   **Is it?**  \n    Yes.\n\nAfter.',
  ],
  ['wikilinks', 'See [[Page One]], [[a/b|this]] and ![[x.png]].', 'See Page One, this and ![[x.png]].'],
  [
    'imports and exports of MDX',
    "import A from './a'\nimport {\n  B,\n} from 'b'\n\nexport const c = 1;\n\nText",
    '\n\n\n\n\n\n\nText',
  ],
  [
    'attributes of kramdown',
    '## A\n{: .no_toc }\nSee [b](c){: .btn .big }{:target="_blank"} and `{:?}`, {:#x}.',
    '## A\n\nSee [b](c) and `{:?}`, {:#x}.',
  ],
  ['attributes of MkDocs', '[b](c){ .btn } ![d](e){ width="9" } f(x){y}', '[b](c) ![d](e) f(x){y}'],
  [
    'no code that looks like it',
    '{: .a }\n    {: .b }\n{:ok, 1}\n`[b](c){: .d }` ``x` {% y %}``',
    '\n    {: .b }\n{:ok, 1}\n`[b](c){: .d }` ``x` {% y %}``',
  ],
  ['ids of rules', 'r[items.intro]\nr[0] is one.', '\nr[0] is one.'],
  ['tables of contents', '[[toc]]\n[[_TOC_]]\nSee [[toc]].', '\n\nSee toc.'],
  ['comments of MDX', 'a\n\n{/* not\nseen */}\n\nb', 'a\n\n\n\n\nb'],
  ['what stands below a fence that ends with its item', '1. ```\n   a\n\nb {% x %}c', '1. ```\n   a\n\nb c'],
  ['what is set in too little for code', '- a\n\n    b {% x %}c', '- a\n\n    b c'],
  [
    'an admonition but for its code',
    '!!! note\n\n    Look {% x %}up:\n\n    ```\n    {% y %}\n    ```\n',
    '> **Note**  \n>\n> Look up:\n>\n> ```\n> {% y %}\n> ```\n',
  ],
  ['a component that no line ends', '<T>\nb', '\nb'],
  ['a tab behind a closing fence', '```\nx\n```\t\ny', '```\nx\n```\ny'],
])('makes plain Markdown of %s, line by line', (_, markdown, plain) => {
  expect(portable(markdown)).toBe(plain);
  expect(plain.split('\n')).toHaveLength(markdown.split('\n').length);
});

it.each([
  ['marks around no text', '!!! Never restore on production !!!\nAsk first.\n\n!!! important stuff\n'],
  ['a code block', '```\n::: tip\n{% x %} [[a]]\nimport a from "b"\n\n!!! note\n```\n'],
  ['a code block within another', '````\n```\n:::\n```\n[[a]]\n````\n'],
  [
    'code in a list, fenced where its text starts or further in',
    '1. Write:\n\n    ```html\n    {% x %}\n    {{< y >}}\n    ```\n',
  ],
  ['a fence behind an item\u2019s mark', '- ```\n  {% x %}\n  ```\n'],
  ['code in a quote', '> ```jinja\n> {% include "q.html" %}\n> ```\n'],
  ['code in a quote in a list', '- a\n\n  > - ~~~\n  >   {% x %}\n  >   ~~~\n'],
  ['code that is set in', 'So:\n\n    {% x %}\n\n    [[a]]\n'],
  ['HTML that is set as it stands', '<pre>\n{% x %}\n\n[[a]]\n</pre>\n'],
  ['values that a page tells of', 'Write {{ name }} there.'],
  ['conditions of a shell and lists of lists', 'if [[ -f x ]]; a[[0]](b)'],
  ['words that begin like codes', 'import taxes are due\n\nexport of goods\n\nexport default settings'],
  ['what mkdocstrings is told', '::: a.b\n    options: c'],
])('leaves %s as they are', (_, markdown) => {
  expect(portable(markdown)).toBe(markdown);
});

it('takes no more time for containers than for as much text', () => {
  const hostile = ['<A>\n', '::: tip\n', '!!! a\n\n', '{% a\n', '{/*\n', '```\n'].map((line) =>
    line.repeat(20_000),
  );
  for (const text of hostile) {
    const before = process.cpuUsage();
    const lines = portable(`${text}</A>`).split('\n');
    expect(lines).toHaveLength(text.split('\n').length);
    expect(process.cpuUsage(before).user).toBeLessThan(5_000_000);
  }
});
