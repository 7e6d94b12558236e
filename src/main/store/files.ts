/** Names in the data folder. The head file lies beside them (`head.ts`), backups in a folder of their own. */
export const DATABASE = 'tram.sqlite';
export const KEY = 'machine.key';
/** Stands in the folder while somebody has reason to doubt it: the next opening looks at everything. */
export const DOUBT = 'tram.doubt';
