import { type Failure, failed, type Result } from '../core/base/result.ts';
import { type InWorld, type Reply, type RequestName, requests } from '../preload/contract.ts';
import { wordsFor } from './messages/index.ts';
import type { Handlers } from './world/context.ts';

export const isRequest = (name: string): name is RequestName => Object.hasOwn(requests, name);

/** The world that a screen was in when it asked, beside what it asks for. */
export const worldMeant = (input: unknown): unknown => (input as InWorld | null | undefined)?.inWorld ?? null;

export const refuse = (failure: Failure): Reply<never> => ({
  ok: false,
  error: { ...failure, words: wordsFor(failure) },
});

/** Validates, runs, and turns whatever goes wrong into words: what was expected by its code, the rest as `unexpected`. */
export async function answer(
  handlers: Handlers,
  name: string,
  input: unknown,
  onUnexpected: (error: unknown) => void,
): Promise<Reply<unknown>> {
  if (!isRequest(name)) return refuse({ code: 'unknown-request', detail: { name: String(name).slice(0, 40) } });
  const { inWorld: _, ...asked } = (input ?? {}) as InWorld;
  const parsed = requests[name].in.safeParse(typeof input === 'object' ? asked : input);
  if (!parsed.success) {
    const where = parsed.error.issues.map((issue) => issue.path.join('.') || issue.code).join(', ');
    return refuse({ code: 'bad-input', detail: { where: where.slice(0, 200) } });
  }
  try {
    const handler = handlers[name] as (input: unknown) => Result<unknown> | Promise<Result<unknown>>;
    const outcome = await handler(parsed.data);
    return outcome.ok ? outcome : refuse(outcome.error);
  } catch (error) {
    onUnexpected(error);
    const { error: failure } = failed('unexpected') as { error: Failure };
    return refuse(failure);
  }
}
