import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** Folder that a built kit carries its typefaces in, beside its chunks (see `vite.config.ts`). */
const BUILT = path.join(import.meta.dirname, 'fonts');

/**
 * Tinos, the metric twin of Times New Roman with every Vietnamese letter, as whole files: in a built kit beside
 * the bundle, otherwise in its package.
 */
export function tinos(): { normal: string; bold: string; italics: string; bolditalics: string } {
  const fileOf = (face: string): string => {
    const built = path.join(BUILT, `Tinos_${face}.ttf`);
    if (existsSync(built)) return built;
    const manifest = createRequire(import.meta.url).resolve('@expo-google-fonts/tinos/package.json');
    return path.join(path.dirname(manifest), face, `Tinos_${face}.ttf`);
  };
  return {
    normal: fileOf('400Regular'),
    bold: fileOf('700Bold'),
    italics: fileOf('400Regular_Italic'),
    bolditalics: fileOf('700Bold_Italic'),
  };
}
