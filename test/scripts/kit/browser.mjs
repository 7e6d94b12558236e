#!/usr/bin/env node
// Stands in for the browser that the kit opens: fetches the page as a browser would, notes what came, and is closed.
import { writeFileSync } from 'node:fs';

const [app] = process.argv.slice(2);
const door = await fetch(app.slice('--app='.length), { redirect: 'manual' });
const cookie = door.headers.getSetCookie()[0].split(';')[0];
const page = await fetch(new URL(door.headers.get('location') ?? '/', door.url), { headers: { cookie } });
writeFileSync(process.env.SEEN_BY_BROWSER, JSON.stringify({ status: page.status, text: await page.text() }));
