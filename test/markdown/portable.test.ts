import { expect, it } from 'vitest';
import { portable } from '../../src/markdown/portable.ts';

it.each([
  ['a container of VuePress', '::: tip Mind this\nLook.\n:::\n', '**Mind this**  \nLook.\n\n'],
  ['a container of Docusaurus', ':::note[Mind this]\n\nLook.\n\n:::', '**Mind this**  \n\nLook.\n\n'],
  ['a container without a title', ':::warning\nLook.\n:::', '**Warning**  \nLook.\n'],
  [
    'an admonition',
    '!!! note "Mind this"\n    Look.\n\n    - up\n\nAfter.',
    '**Mind this**  \nLook.\n\n- up\n\nAfter.',
  ],
  ['an admonition that folds', '??? info\n    Look.', '**Info**  \nLook.'],
  [
    'a question that folds, which ends with its answer',
    '??? question "Why?"\n    So:\n\n    !!! tip\n        Look.\nAfter.',
    '-   **Why?**  \n    So:\n\n    **Tip**  \n    Look.\nAfter.',
  ],
  ['codes of Liquid', '{% hint style="info" %}\nLook {% data x.y %}up.\n{% endhint %}', '\nLook up.\n'],
  ['codes of Hugo', '{{< note >}}Look at {{< term text="Pods" id="pod" >}}.{{< /note >}}', 'Look at Pods.'],
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
    '**Note**  \n\nLook up:\n\n```\n{% y %}\n```\n',
  ],
  ['a tab behind a closing fence', '```\nx\n```\t\ny', '```\nx\n```\ny'],
])('makes plain Markdown of %s, line by line', (_, markdown, plain) => {
  expect(portable(markdown)).toBe(plain);
  expect(plain.split('\n')).toHaveLength(markdown.split('\n').length);
});

it.each([
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
  ['words that begin like codes', 'import taxes are due\n\nexport of goods'],
])('leaves %s as they are', (_, markdown) => {
  expect(portable(markdown)).toBe(markdown);
});
