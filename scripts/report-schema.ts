// Writes docs/schema/report.schema.json from the schema that the kit itself reads reports by.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { reportJsonSchema } from '../src/core/report/json.ts';

const file = path.join(import.meta.dirname, '../docs/schema/report.schema.json');
mkdirSync(path.dirname(file), { recursive: true });
writeFileSync(file, `${JSON.stringify(z.toJSONSchema(reportJsonSchema), null, 2)}\n`);
