import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

const COOKIE = 'tram';

/**
 * Who may talk to the loopback host: the one browser that was let in by the token of the printed address.
 * Other users and other pages of the same machine reach the port too, so nothing is trusted for being local.
 */
export interface Session {
  /** The printed token, good for one browser. */
  readonly token: string;
  /** Lets a browser in; the cookie to set, or `null` when the token is wrong or spent. */
  enter(token: string, request: IncomingMessage): string | null;
  /** Whether the request carries the cookie. */
  knows(request: IncomingMessage): boolean;
}

const secret = (): string => randomBytes(24).toString('base64url');

const same = (a: string, b: string): boolean => {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
};

export function openSession(): Session {
  const token = secret();
  const value = secret();
  let spent = false;
  return {
    token,
    enter: (given, request) => {
      if (spent || !same(given, token)) return null;
      // A link preview or a look with curl is not a browser window and does not use the token up.
      if (request.headers['sec-fetch-mode'] === 'navigate') spent = true;
      return `${COOKIE}=${value}; HttpOnly; SameSite=Strict; Path=/`;
    },
    knows: (request) => {
      const cookies = (request.headers.cookie ?? '').split(/;\s*/);
      return cookies.some((cookie) => cookie.startsWith(`${COOKIE}=`) && same(cookie.slice(COOKIE.length + 1), value));
    },
  };
}

/** The Host header must name this very port on loopback: a page elsewhere that rebinds its name to 127.0.0.1 does not. */
export const hostIsOurs = (request: IncomingMessage, port: number): boolean =>
  [`127.0.0.1:${port}`, `localhost:${port}`].includes(request.headers.host ?? '');

/** A request that changes something must come from our own page; browsers always say so for POST. */
export const originIsOurs = (request: IncomingMessage, port: number): boolean =>
  [`http://127.0.0.1:${port}`, `http://localhost:${port}`].includes(request.headers.origin ?? '');
