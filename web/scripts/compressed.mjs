import { readFile, writeFile } from 'node:fs/promises';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const packed = /\.(js|css|html|svg|json|txt|webmanifest)$/;

/** Writes .br and .gz beside each text file, so that the server need not compress while it answers. */
export function compressed() {
  let out = '';
  return {
    name: 'espalier-compressed',
    apply: 'build',
    configResolved(config) {
      out = join(config.root, config.build.outDir);
    },
    async closeBundle() {
      // The page's frame is not packed: the server writes a nonce into each answer.
      const files = readdirSync(out, { recursive: true }).map(String).filter(f => packed.test(f) && f !== 'index.html');
      await Promise.all(files.map(async file => {
        const bytes = await readFile(join(out, file));
        const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } };
        const [br, gz] = await Promise.all([promisify(brotliCompress)(bytes, quality), promisify(gzip)(bytes, { level: 9 })]);
        await Promise.all([writeFile(join(out, `${file}.br`), br), writeFile(join(out, `${file}.gz`), gz)]);
      }));
    },
  };
}
