/** Whether the locale writes UTF-8: LC_ALL, else LC_CTYPE, else LANG (POSIX 8.2); none set is the C locale. */
export function isUtf8Locale(env: Readonly<Record<string, string | undefined>>): boolean {
  const locale = ['LC_ALL', 'LC_CTYPE', 'LANG']
    .map((name) => env[name])
    .find((value) => value !== undefined && value !== '');
  return /utf-?8/i.test(locale ?? '');
}
