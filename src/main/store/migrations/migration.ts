export interface Migration {
  /** 1, 2, 3 … without gaps. */
  readonly version: number;
  readonly sql: string;
  /** Projections have another shape afterwards and are folded anew from the log, once, after the last step. */
  readonly refold?: true;
}
