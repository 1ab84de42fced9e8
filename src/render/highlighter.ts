// A module of its own to load it by: what `import()` gives of a CommonJS package differs between `src/` and `dist/`.
export { DEFAULT_THEME, highlight, supportsLanguage } from 'cli-highlight';
