import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { KitDoor } from '../../door.ts';
import { readClientFile, safeHeaders } from '../client-files.ts';
import { hostIsOurs, openSession, originIsOurs, type Session } from './session.ts';

export interface BrowserHost {
  /** The address to open, with its token. */
  readonly url: string;
  close(): Promise<void>;
}

/** A roster of 50 MB in base64, with room for its JSON. */
const BODY_MAX = 75_000_000;
const HEARTBEAT_MS = 15_000;

const CLOSED_DOOR =
  '<!doctype html><html lang="vi"><meta charset="utf-8"><title>Trạm Bluezone</title><p>Địa chỉ này đã được dùng. Mở bằng địa chỉ mới nhất mà Trạm in ra, hoặc khởi động lại Trạm.<p lang="en">This address has been used. Open the newest one that the kit printed, or start the kit again.';

/** Carries the contract over loopback HTTP: `POST /api/<request>`, pushes as server-sent events on `/events`. */
export function openBrowserHost(door: KitDoor, options: { port: number; clientFolder: string }): Promise<BrowserHost> {
  const session = openSession();
  const server = createServer((request, response) => {
    const { port } = server.address() as AddressInfo;
    serve(request, response, { door, session, port, clientFolder: options.clientFolder }).catch(() => {
      if (!response.headersSent) send(response, 500, 'text/plain', 'failed');
      else response.destroy();
    });
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      resolve({ url: `http://127.0.0.1:${port}/enter?token=${session.token}`, close: () => shut(server) });
    });
  });
}

function send(response: ServerResponse, status: number, type: string, body: string | Buffer): void {
  response.writeHead(status, { ...safeHeaders, 'cache-control': 'no-store', 'content-type': type });
  response.end(body);
}

const shut = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

interface Served {
  readonly door: KitDoor;
  readonly session: Session;
  readonly port: number;
  readonly clientFolder: string;
}

async function serve(request: IncomingMessage, response: ServerResponse, at: Served): Promise<void> {
  if (!hostIsOurs(request, at.port)) return send(response, 403, 'text/plain', 'wrong host');
  const url = new URL(request.url ?? '/', `http://127.0.0.1:${at.port}`);
  if (request.method === 'GET' && url.pathname === '/enter') return enter(request, response, url, at.session);
  if (!at.session.knows(request)) return send(response, 401, 'text/html; charset=utf-8', CLOSED_DOOR);
  if (request.method === 'POST' && url.pathname.startsWith('/api/')) {
    if (!originIsOurs(request, at.port)) return send(response, 403, 'text/plain', 'wrong origin');
    return api(request, response, url.pathname.slice('/api/'.length), at.door);
  }
  if (request.method !== 'GET') return send(response, 405, 'text/plain', 'not allowed');
  if (url.pathname === '/events') return events(response, at.door);
  const file = await readClientFile(at.clientFolder, url.pathname);
  if (file === null) return send(response, 404, 'text/plain', 'not found');
  send(response, 200, file.type, file.bytes);
}

function enter(request: IncomingMessage, response: ServerResponse, url: URL, session: Session): void {
  const cookie = session.enter(url.searchParams.get('token') ?? '', request);
  // A reload of the first address by the browser that is already in just goes on.
  if (cookie === null && !session.knows(request)) {
    send(response, 401, 'text/html; charset=utf-8', CLOSED_DOOR);
    return;
  }
  response.writeHead(303, {
    Location: '/',
    'Cache-Control': 'no-store',
    ...(cookie === null ? {} : { 'Set-Cookie': cookie }),
  });
  response.end();
}

async function api(request: IncomingMessage, response: ServerResponse, name: string, door: KitDoor): Promise<void> {
  if (!(request.headers['content-type'] ?? '').startsWith('application/json')) {
    return send(response, 415, 'text/plain', 'JSON only');
  }
  const body = await bodyOf(request);
  if (body === null) return send(response, 413, 'text/plain', 'too large');
  let input: unknown;
  try {
    input = JSON.parse(body);
  } catch {
    return send(response, 400, 'text/plain', 'not JSON');
  }
  send(response, 200, 'application/json', JSON.stringify(await door.request(name, input)));
}

async function bodyOf(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += (chunk as Buffer).length;
    if (size > BODY_MAX) return null;
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function events(response: ServerResponse, door: KitDoor): void {
  response.writeHead(200, {
    'Content-Type': 'text/event-stream',
    'Cache-Control': 'no-store',
    'X-Accel-Buffering': 'no',
  });
  response.write(': open\n\n');
  const silence = door.on((push) => response.write(`data: ${JSON.stringify(push)}\n\n`));
  const heartbeat = setInterval(() => response.write(': alive\n\n'), HEARTBEAT_MS);
  response.on('close', () => {
    clearInterval(heartbeat);
    silence();
  });
}
