/** The lab cannot run on this machine; the message is one sentence for the person who asked for it. */
export class CannotRun extends Error {}
