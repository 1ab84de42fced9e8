import packageJson from '../package.json' with { type: 'json' };

/** The package's own version, from the one place that states it. */
export const VERSION: string = packageJson.version;
