/** The forms that `check` can be printed in. */
export const CHECK_FORMATS = ['text', 'json'] as const;

/** What `check` was told. */
export interface CheckOptions {
  readonly format: (typeof CHECK_FORMATS)[number];
  /** Tell what needs nothing done too. */
  readonly verbose?: boolean;
}
