#!/usr/bin/env node
// Scene description (JSON) -> one small standalone SVG. Node >= 20, no dependencies, deterministic.
//   node compose.mjs                 all scenes -> out/*.svg, with size check
//   node compose.mjs NAME ...        only these scenes
//   node compose.mjs --reach         also say where a hand does not reach its target
//   node compose.mjs --check         exit 1 if an output is missing, stale or over the limits
//   node compose.mjs --print         pale grey variant for black-and-white printers -> out-print/*.svg
//   node compose.mjs --people        every look and every action as a plain part -> parts/people/*.svg
//   node compose.mjs --faces         16 square portraits and the face choices -> faces/*.svg, faces/faces.json
//   node compose.mjs --list          pictures.csv; exit 1 if a lesson names a picture that is not drawn (lessons in ../lessons or $LESSONS)
//   node compose.mjs --sheet         contact-sheet-N.svg (all pictures, labelled), parts-sheet-N.svg (all parts)
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { fileURLToPath } from 'node:url';
import { parsePath, writePath, transformPath, chain, move, rot, scale, apply, place, render, ellipseD, rectD, INK, GRID } from './svgkit.mjs';
import { figure, defineLooks, POSE_NAMES } from './figure.mjs';

const HERE = path.resolve('content/pictures');
const read = f => JSON.parse(fs.readFileSync(path.join(HERE, f), 'utf8'));
export const PAL = read('palette.json');
export const LOOKS = read('parts/looks.json');
defineLooks(LOOKS);
// An action is a pose with hands placed relative to the person (x forward, y up is negative, adult = 150 high).
export const ACTIONS = read('parts/actions.json');
const act = it => {
  if (!it.act) return it;
  const a = ACTIONS[it.act]; if (!a) throw new Error('no action ' + it.act);
  const s = it.s ?? 1, put = v => v && [it.at[0] + (it.flip ? -s : s) * v[0], it.at[1] + s * v[1]];
  return { ...a, ...it, near: it.near || put(a.near), far: it.far || put(a.far), hands: { ...a.hands, ...it.hands } };
};
export const W = 328, H = 220, LIMIT = { raw: 6144, gz: 2560 };
const esc = t => t.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const colour = v => v && (PAL[v] || v);

// ---- digits drawn as strokes (no fonts in pictures): {"num":"32","at":[centre],"h":20}; only for tape, thermometer, notebook
const DIGIT = ['M5,0C1,0 0,4 0,8 0,12 1,16 5,16 9,16 10,12 10,8 10,4 9,0 5,0z', 'M2,4L6,0V16', 'M0,4C0,-1 10,-1 10,4 10,8 3,11 0,16H10', 'M1,2C4,-1 9,0 9,4 9,7 6,8 4,8 7,8 10,9 10,12 10,16 4,18 0,14', 'M7,16V0L0,11H10', 'M9,0H2L1,7C5,5 10,6 10,11 10,16 4,17 0,14', 'M8,1C3,1 0,6 0,11 0,14 2,16 5,16 8,16 10,14 10,11 10,6 2,6 0,11', 'M0,0H10L4,16', 'M5,7.6C0,7 0,0 5,0 10,0 10,7 5,7.6 -1,8 -1,16 5,16 11,16 11,8 5,7.6z', 'M2,15C7,15 10,10 10,5 10,2 8,0 5,0 2,0 0,2 0,5 0,10 8,10 10,5'];
const digits = (t, at, h, o) => { const k = h / 16, n = t.length, w = n * 10 + (n - 1) * 5; return [...t].map((c, i) => ({ d: DIGIT[+c], m: chain(move(at[0] + k * (i * 15 - w / 2), at[1] - h / 2), scale(k)), fill: 'none', stroke: o.stroke, sw: o.sw, fixed: true })); };

// ---- parts: small SVG files; paint may be var(--name,#default); anchors in data-anchors ------------------------------
const cache = new Map();
export function loadPart(name) {
  if (cache.has(name)) return cache.get(name);
  const file = path.join(HERE, 'parts', name + '.svg');
  if (!fs.existsSync(file)) throw new Error('no part ' + name);
  const src = fs.readFileSync(file, 'utf8').replace(/<!--[\s\S]*?-->/g, '');
  const attrs = t => Object.fromEntries([...t.matchAll(/([\w:-]+)="([^"]*)"/g)].map(m => [m[1], m[2]]));
  const root = attrs(/<svg\b([^>]*)>/.exec(src)[1]);
  const [, , w, h] = root.viewBox.split(/[ ,]+/).map(Number);
  const anchors = { o: [w / 2, h] };
  for (const a of (root['data-anchors'] || '').trim().split(/\s+/).filter(Boolean)) { const [k, v] = a.split(':'); anchors[k] = v.split(',').map(Number); }
  const shapes = [];
  for (const m of src.matchAll(/<(path|circle|ellipse|rect)\b([^>]*?)\/?>/g)) {
    const a = attrs(m[2]), n = k => Number(a[k] || 0);
    const d = m[1] === 'path' ? a.d : m[1] === 'circle' ? ellipseD(n('cx'), n('cy'), n('r')) : m[1] === 'ellipse' ? ellipseD(n('cx'), n('cy'), n('rx'), n('ry')) : rectD(n('x'), n('y'), n('width'), n('height'), n('rx'));
    shapes.push({ d, fill: a.fill || 'none', stroke: a.stroke || INK, sw: a['stroke-width'] ? Number(a['stroke-width']) : 3, layer: a['data-layer'] });
  }
  const part = { name, w, h, anchors, shapes, title: root['data-es'] || name };
  cache.set(name, part); return part;
}
const paint = (v, c) => { const m = /^var\(--([\w-]+),\s*([^)]+)\)$/.exec(v || ''); return m ? colour(c?.[m[1]]) || m[2] : v; };
function partShapes(part, c, hide) {
  return part.shapes.filter(s => !(hide && s.layer && hide.includes(s.layer))).map(s => ({ ...s, fill: paint(s.fill, c), stroke: paint(s.stroke, c) })).filter(s => s.fill !== 'off' && s.stroke !== 'off');
}

// In a quiz picture the verdict signs (parts sign-yes / sign-no, or "mark": true) would give the answer away:
// the plain picture is for the question, the marked one for the feedback screen.
const isMark = it => it.mark || it.part === 'sign-yes' || it.part === 'sign-no';
export const hasMarks = scene => scene.kind === 'quiz' && scene.items.some(isMark);

// For cheap black-and-white printing: fills become pale greys, so that the outlines carry the picture and toner is saved.
const grey = c => { const m = /^#(..)(..)(..)$/i.exec(c || ''); if (!m) return c; const [r, g, b] = m.slice(1).map(h => parseInt(h, 16)), l = 0.3 * r + 0.59 * g + 0.11 * b, v = Math.round(l < 50 ? l : 255 - (255 - l) * 0.42).toString(16).padStart(2, '0'); return '#' + v + v + v; };

const withHold = spec => { if (spec.hold) spec.hold = Object.fromEntries(Object.entries(spec.hold).map(([k, h]) => { const p = loadPart(h.part), o = p.anchors[h.by || 'grip'] || p.anchors.o; return [k, { ...h, shapes: place(partShapes(p, h.c), move(-o[0], -o[1])) }]; })); return spec; };

export function compose(scene, { marks = scene.kind !== 'quiz', print = false } = {}) {
  const out = [], ids = {}, warn = [];
  const resolve = v => {
    if (typeof v !== 'string') return v;
    const m = /^@([\w-]+)\.([\w-]+)([+-][\d.]+)?(?:,([+-]?[\d.]+))?$/.exec(v); if (!m || !ids[m[1]]?.[m[2]]) throw new Error(`${scene.id}: unknown anchor ${v}`);
    const [x, y] = ids[m[1]][m[2]]; return [x + Number(m[3] || 0), y + Number(m[4] || 0)];
  };
  const matrix = (it, o) => { const s = it.s ?? 1; return chain(move(...resolve(it.at || [0, 0])), rot(it.rot || 0), scale(it.flip ? -s : s, s), move(-o[0], -o[1])); };
  const partAt = it => { const p = loadPart(it.part), o = p.anchors[it.by || 'o'], m = matrix(it, o); return { p, m }; };
  // anchors of parts first, so that a person may reach for something drawn later
  for (const it of scene.items) if (it.part && it.id && !String(it.at).startsWith('@')) { const { p, m } = partAt(it); ids[it.id] = Object.fromEntries(Object.entries(p.anchors).map(([k, v]) => [k, apply(m, v)])); }
  const draw = it => {
    if (it.part) {
      const { p, m } = partAt(it);
      if (it.id) ids[it.id] = Object.fromEntries(Object.entries(p.anchors).map(([k, v]) => [k, apply(m, v)]));
      return place(partShapes(p, it.c, it.hide), m).map(s => it.sw ? { ...s, sw: s.sw * it.sw } : s);
    }
    if (it.fig) {
      it = act({ ...it, at: resolve(it.at) });
      const spec = { ...it, inner: (it.inner || []).flatMap(draw) };
      withHold(spec);
      const r = figure(spec, PAL, resolve);
      if (it.id) ids[it.id] = r.anchors;
      warn.push(...r.warn.map(t => `${it.id || it.fig}: ${t}`));
      return r.shapes;
    }
    if (it.num) return digits(it.num, resolve(it.at), it.h ?? 20, { sw: it.sw ?? 3, stroke: colour(it.stroke) || INK });
    return [{ d: it.d, fill: it.fill ? colour(it.fill) : 'none', stroke: it.stroke === 'none' || (it.fill && !it.stroke && !it.sw) ? 'none' : colour(it.stroke) || INK, sw: it.sw ?? 3, fixed: true }];
  };
  if (scene.bg) out.push(...place(partShapes(loadPart('bg/' + scene.bg), scene.bgc, scene.bghide), [1, 0, 0, 1, 0, 0]).map(s => ({ ...s, fixed: true })));
  for (const it of scene.items) if (marks || !isMark(it)) out.push(...draw(it));
  const seen = out.filter(s => s.d).map(s => print ? { ...s, fill: grey(s.fill), stroke: s.stroke === INK ? INK : grey(s.stroke) } : s);
  // the question picture is named by what is seen, not by the judgement in the title
  const plain = scene.kind === 'quiz' && !marks, t = (plain ? scene.desc : scene.title) || {}, titles = ['es', 'ay'].filter(k => t[k]).map(k => `<title lang="${k}">${esc(t[k])}</title>`).join('');
  const desc = scene.desc?.es && !plain ? `<desc lang="es">${esc(scene.desc.es)}</desc>` : '';
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${W}" height="${H}" viewBox="0 0 ${W * GRID} ${H * GRID}" role="img">${titles}${desc}<g fill="none" stroke="${INK}" stroke-width="${3 * GRID}" stroke-linecap="round" stroke-linejoin="round">${render(seen)}</g></svg>\n`;
  return { svg, warn, anchors: ids };
}

// scenes/COURSE/NAME.json; a name is used once in the whole kit
const index = () => { const m = {}; for (const c of fs.readdirSync(path.join(HERE, 'scenes')).sort()) for (const f of fs.readdirSync(path.join(HERE, 'scenes', c))) if (f.endsWith('.json')) { const n = f.slice(0, -5); if (m[n]) throw new Error('two scenes named ' + n); m[n] = `scenes/${c}/${f}`; } return m; };
let files; const where = () => files ||= index();
export const sceneNames = () => Object.keys(where()).sort();
export const loadScene = n => { if (!where()[n]) throw new Error('no scene ' + n); return { id: n, course: where()[n].split('/')[1], ...read(where()[n]) }; };
export const partNames = () => { const walk = (d, pre) => fs.readdirSync(d, { withFileTypes: true }).flatMap(e => e.isDirectory() ? walk(path.join(d, e.name), pre + e.name + '/') : e.name.endsWith('.svg') ? [pre + e.name.slice(0, -4)] : []); return walk(path.join(HERE, 'parts'), '').sort(); };
const size = svg => ({ raw: Buffer.byteLength(svg), gz: zlib.gzipSync(svg, { level: 9 }).length });

