import type { Push, Reply } from '../preload/contract.ts';

/**
 * The Kit as a host sees it. Behind it every request is validated, handled, and answered with a value or
 * with words; a host only carries.
 */
export interface KitDoor {
  /** Answers always; a request that is unknown, malformed or fails answers with the failure. */
  request(name: string, input: unknown): Promise<Reply<unknown>>;
  /** Hears every message that the Kit sends by itself; returns what stops the listening. */
  on(listener: (push: Push) => void): () => void;
  /** Ends the radio and closes the log. Nothing is on its way to disk once this has settled. */
  close(): Promise<void>;
}
