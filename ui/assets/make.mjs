// Makes what the window ships of other people's work, from pinned npm packages: Inter as TrueType,
// Noto emoji as palette sheets, and what they are called. Run `npm ci && npm run make` here; the results are committed.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import sharp from 'sharp';
import { decompress } from 'wawoff2';

const require = createRequire(import.meta.url);
const target = path.join(import.meta.dirname, '../src/main/resources/org/tidings/ui');
const pack = (name) => path.dirname(require.resolve(`${name}/package.json`));

const FACES = ['Regular', 'Italic', 'Medium', 'SemiBold', 'SemiBoldItalic'];
const TILE = 40; // drawn at 20 px, so sharp at twice the scale
const PITCH = TILE + 2; // a gutter, so that smooth scaling never samples the neighbour
const COLUMNS = 16;
const PER_SHEET = 128;
const CLEAR = { r: 0, g: 0, b: 0, alpha: 0 };

async function fonts() {
  for (const face of FACES) {
    const woff = fs.readFileSync(path.join(pack('inter-ui'), `web/Inter-${face}.woff2`));
    fs.writeFileSync(path.join(target, 'font', `Inter-${face}.ttf`), await decompress(woff));
  }
  fs.copyFileSync(path.join(pack('inter-ui'), 'LICENSE.txt'), path.join(target, 'font/LICENSE-Inter.txt'));
}

// Every picture, in the order people know from keyboards: [code points, names, image file].
function emoji() {
  const data = JSON.parse(fs.readFileSync(path.join(pack('emoji-datasource-google'), 'emoji.json')));
  return data
    .filter((e) => e.has_img_google)
    .sort((a, b) => a.sort_order - b.sort_order)
    .flatMap((e) => [
      [e.unified, e.short_names.join(' '), e.image],
      ...Object.values(e.skin_variations ?? {}).map((s) => [s.unified, '', s.image]),
    ]);
}

async function sheet(part, file) {
  const folder = path.join(pack('emoji-datasource-google'), 'img/google/64');
  const tiles = await Promise.all(
    part.map(async ([, , image], i) => ({
      input: await sharp(path.join(folder, image)).resize(TILE, TILE, { kernel: 'lanczos3', fit: 'contain', background: CLEAR }).png().toBuffer(),
      left: (i % COLUMNS) * PITCH,
      top: Math.floor(i / COLUMNS) * PITCH,
    })),
  );
  const size = { width: COLUMNS * PITCH, height: Math.ceil(part.length / COLUMNS) * PITCH };
  const full = await sharp({ create: { ...size, channels: 4, background: CLEAR } }).composite(tiles).png().toBuffer();
  await sharp(full).png({ palette: true, colours: 256, effort: 10, compressionLevel: 9, dither: 0.3 }).toFile(file);
}

async function sheets() {
  const all = emoji();
  for (let i = 0; i * PER_SHEET < all.length; i++) {
    await sheet(all.slice(i * PER_SHEET, (i + 1) * PER_SHEET), path.join(target, 'emoji', `${i}.png`));
  }
  const lines = all.map(([code, names]) => `${code.toLowerCase()}\t${names}`);
  fs.writeFileSync(path.join(target, 'emoji/index.txt'), lines.join('\n') + '\n');
}

// What the emoji are called in the languages of the window, besides English: [code points, name, other words].
function names(language) {
  const annotations = (kind, suffix) =>
    JSON.parse(fs.readFileSync(path.join(pack(`cldr-annotations-${suffix}`), kind, language, 'annotations.json')))[kind].annotations;
  const all = { ...annotations('annotations', 'full'), ...annotations('annotationsDerived', 'derived-full') };
  return emoji()
    .filter(([, names]) => names)
    .map(([code]) => {
      const sequence = code.split('-').filter((point) => point !== 'FE0F').map((point) => parseInt(point, 16));
      const { tts: [name], default: words = [] } = all[String.fromCodePoint(...sequence)];
      const begins = (word) => ` ${name}`.toLowerCase().includes(` ${word}`.toLowerCase());
      return [code.toLowerCase(), name, ...words.filter((word) => !begins(word))].join('\t');
    });
}

function allNames() {
  for (const language of ['de', 'es', 'fr', 'pt', 'ar', 'zh']) {
    fs.writeFileSync(path.join(target, `emoji/names_${language}.txt`), names(language).join('\n') + '\n');
  }
  fs.copyFileSync(path.join(pack('cldr-annotations-full'), 'LICENSE'), path.join(target, 'emoji/LICENSE-CLDR.txt'));
}

await fonts();
await sheets();
allNames();
