import { once } from 'node:events';
import type { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { CopyText } from './copy-text';

/** Writes rows into a table by COPY. */
export async function copyRows(client: Client, table: string, { columns, text }: CopyText): Promise<void> {
  const stream = client.query(copyFrom(`copy ${table} (${columns.join(', ')}) from stdin`));
  const done = once(stream, 'finish');
  stream.end(text);
  await done;
}
