/** vi what, vi todo, en what, en todo. `{name}` is filled from the detail of the failure. */
export type Entry = readonly [viWhat: string, viTodo: string, enWhat: string, enTodo: string];
