import { readClientFile, safeHeaders } from '../client-files.ts';

/** Answers `app://kit/…` with files of the built screens in `root`, and with nothing else of this machine. */
export function serveClient(root: string): (request: Request) => Promise<Response> {
  return async ({ method, url }) => {
    if (method !== 'GET') return refuse(405, 'Only GET.');
    const { host, pathname } = new URL(url);
    const file = host === 'kit' ? await readClientFile(root, pathname) : null;
    return file === null
      ? refuse(404, 'Not part of the kit.')
      : new Response(file.bytes, { headers: { ...safeHeaders, 'content-type': file.type } });
  };
}

const refuse = (status: number, words: string): Response =>
  new Response(words, { status, headers: { ...safeHeaders, 'content-type': 'text/plain; charset=utf-8' } });
