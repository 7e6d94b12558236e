import { SqliteError } from 'better-sqlite3';
import { type Failure, type FailureCode, type FailureDetail, failed, type Result } from '../../core/base/result.ts';

/** What SQLite and the file system say, as what a person can act on. `null`: not a matter of the data folder. */
export function dataFailure(error: unknown, folder: string): Failure | null {
  const code = codeOf(error);
  return code === null ? null : { code, detail: { folder } };
}

/** Runs something that touches the data folder; what the folder refuses becomes a value, all else throws on. */
export function guarded<T>(folder: string, run: () => Result<T>): Result<T> {
  try {
    return run();
  } catch (error) {
    const failure = dataFailure(error, folder);
    if (failure === null) throw error;
    return failed(failure.code, failure.detail as FailureDetail);
  }
}

function codeOf(error: unknown): FailureCode | null {
  if (error instanceof SqliteError) return ofSqlite(error.code);
  const errno = (error as NodeJS.ErrnoException | null)?.code;
  switch (errno) {
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return 'data-read-only';
    case 'ENOSPC':
    case 'EDQUOT':
      return 'data-full';
    case 'ENOTDIR':
    case 'EEXIST':
    case 'ENOENT':
      return 'data-no-folder';
    case 'EIO':
    case 'EBUSY':
      return 'data-io';
    default:
      return null;
  }
}

/** Extended codes such as SQLITE_IOERR_WRITE carry their primary code in front. */
function ofSqlite(code: string): FailureCode {
  const is = (primary: string) => code === primary || code.startsWith(`${primary}_`);
  if (is('SQLITE_FULL')) return 'data-full';
  if (is('SQLITE_READONLY') || is('SQLITE_CANTOPEN') || is('SQLITE_PERM')) return 'data-read-only';
  if (is('SQLITE_BUSY') || is('SQLITE_LOCKED') || is('SQLITE_PROTOCOL')) return 'data-in-use';
  if (is('SQLITE_CORRUPT')) return 'data-damaged';
  if (is('SQLITE_NOTADB')) return 'data-foreign';
  return 'data-io';
}
