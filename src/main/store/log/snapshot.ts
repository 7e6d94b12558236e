import { hash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { canonicalJson } from '../../../core/base/canonical-json.ts';

/** A frozen value as an event carries it. */
export interface Snapshot {
  /** SHA-256 over the canonical JSON, in lower-case hex. */
  readonly digest: string;
  /** The canonical JSON, deflated, in base64. */
  readonly model: string;
}

/** Freezes a value. The digest is over the text, not over its deflated form, which another zlib may write otherwise. */
export function freeze(value: unknown): Snapshot {
  const text = canonicalJson(value);
  return { digest: hash('sha256', text), model: deflateRawSync(text, { level: 9 }).toString('base64') };
}

/** The frozen value, or `null` where it does not have its digest. */
export function thaw({ digest, model }: Snapshot): unknown {
  try {
    const text = inflateRawSync(Buffer.from(model, 'base64')).toString('utf8');
    return hash('sha256', text) === digest ? (JSON.parse(text) as unknown) : null;
  } catch {
    return null;
  }
}
