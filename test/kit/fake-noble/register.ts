/**
 * `node --import register.ts process.ts`: the real radio process, on a machine that has an adapter, with noble
 * played by `noble.ts`.
 */
import { registerHooks } from 'node:module';

const played: Readonly<Record<string, string>> = {
  '@abandonware/noble': new URL('./noble.ts', import.meta.url).href,
  './linux-adapter.ts': new URL('./adapter.ts', import.meta.url).href,
};

registerHooks({
  resolve: (specifier, context, next) => {
    const url = played[specifier];
    return url === undefined ? next(specifier, context) : { url, shortCircuit: true };
  },
});
