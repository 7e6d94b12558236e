/**
 * Where an event stands in its table: the row number of its machine, and its sequence number in the lower 32 bits.
 * One integer is SQLite's shortest key, and a table that is filled at the end of such keys leaves no page half empty
 * (its index b-trees have no such way). Nobody but this file knows how the two lie in the one.
 */

/** Ids that one machine has: four billion events. 2^21 machines beside each other stay within what a number is exact for. */
const EACH = 2 ** 32;

/** The largest sequence number that an id can carry. */
export const LAST_SEQ: number = EACH - 1;

/** SQL of an event's id; `machine` (its row number) and `seq` are SQL too. A `seq` above `LAST_SEQ` is another machine's. */
export const eventId = (machine: string, seq: string): string => `(${machine} * ${EACH} + ${seq})`;

/** SQL that an id of this machine satisfies, to stand behind the id's name. */
export const idsOf = (machine: string): string =>
  `BETWEEN ${eventId(machine, '0')} AND ${eventId(machine, `${LAST_SEQ}`)}`;

/** SQL of the row number of the machine, and of the sequence number, that an id carries. */
export const machineIn = (id: string): string => `(${id} / ${EACH})`;
export const seqIn = (id: string): string => `(${id} % ${EACH})`;
