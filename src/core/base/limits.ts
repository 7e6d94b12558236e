/** One sheet of paper holds a few hundred lines; ten thousand at once is a slip of the hand, not a booth. */
export const COUNT_MAX = 10_000;

/** Longest text and note, in characters. */
export const TEXT_MAX = 4_000;

export const NOTE_MAX = 300;

/** The largest number of leaflets, people or broadcasts that one unit may declare. */
export const QUANTITY_MAX = 100_000_000;

/** Longest code and name that the kit takes, in characters. */
export const CODE_MAX = 32;

export const NAME_MAX = 200;

/** The largest workforce a single row may claim: more than every member in the country (10.5 million). */
export const WORKFORCE_MAX = 20_000_000;
