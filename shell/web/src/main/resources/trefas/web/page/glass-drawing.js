/**
 * Shapes of the glass in tenths of a millimetre, so digits are to scale: 5 mm identification and text, 7 mm value. Each
 * bit of a cell has one shape, in the order of the meter's segment map.
 */

const path = (d) => ['path', { d }];
const dot = (cx, cy, r) => ['circle', { cx, cy, r }];

/** Bars a to g of a digit w wide and h high, of stroke t and gap g. */
function bars(w, h, t, g) {
  const m = h / 2, k = t / 2;
  const upper = (left) => {
    const o = left ? 0 : w, i = left ? t : w - t, c = left ? k : w - k;
    return `M${o} ${g + 0.8}L${i} ${t + g}V${m - k - g * 0.4}L${c} ${m - g * 0.7}L${o} ${m - k * 0.9}Z`;
  };
  const lower = (left) => {
    const o = left ? 0 : w, i = left ? t : w - t, c = left ? k : w - k;
    return `M${o} ${h - g - 0.8}L${i} ${h - t - g}V${m + k + g * 0.4}L${c} ${m + g * 0.7}L${o} ${m + k * 0.9}Z`;
  };
  return {
    a: `M${g + 0.6} 0H${w - g - 0.6}L${w - t - g} ${t}H${t + g}Z`,
    b: upper(false),
    c: lower(false),
    d: `M${g + 0.6} ${h}H${w - g - 0.6}L${w - t - g} ${h - t}H${t + g}Z`,
    e: lower(true),
    f: upper(true),
    g: `M${g + k * 0.9} ${m}l${k} ${-k}H${w - g - k * 1.9}l${k} ${k}l${-k} ${k}H${g + k * 1.9}Z`,
  };
}

/** Bits 0 to 6 are a to g, 7 the dot, 8 the colon. */
function digit(w, h, t, pitch) {
  const s = bars(w, h, t, 1.1);
  const x = w + (pitch - w) / 2;
  return [
    ...['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name) => [path(s[name])]),
    [dot(x + 0.6, h - t * 0.45, t * 0.56)],
    [dot(x + 1.4, h * 0.3, t * 0.5), dot(x + 0.4, h * 0.68, t * 0.5)],
  ];
}

/** Bits 0 to 13 are a, b, c, d, e, f, g1, g2, h, i, j, k, l, n. */
function character(w, h, t) {
  const g = 1, s = bars(w, h, t, g), m = h / 2, c = w / 2, k = t / 2;
  const q = t * 0.95, x0 = t + g, x1 = c - k - g, y0 = t + g, y1 = m - k - g;
  const diagonal = (right, below) => {
    const X = (x) => (right ? w - x : x), Y = (y) => (below ? h - y : y);
    const sx = right ? -1 : 1, sy = below ? -1 : 1;
    return `M${X(x0)} ${Y(y0)}h${sx * q * 0.55}L${X(x1)} ${Y(y1) - sy * q}V${Y(y1)}h${-sx * q * 0.45}L${X(x0)} ${Y(y0) + sy * q * 1.1}Z`;
  };
  const g1 = `M${g + k * 0.9} ${m}l${k} ${-k}H${c - g - 0.6}l${k * 0.5} ${k}l${-k * 0.5} ${k}H${g + k * 1.9}Z`;
  const g2 = `M${w - g - k * 0.9} ${m}l${-k} ${-k}H${c + g + 0.6}l${-k * 0.5} ${k}l${k * 0.5} ${k}H${w - g - k * 1.9}Z`;
  const i = `M${c - k} ${t + g}H${c + k}V${m - k - g}L${c} ${m - g}L${c - k} ${m - k - g}Z`;
  const l = `M${c - k} ${h - t - g}H${c + k}V${m + k + g}L${c} ${m + g}L${c - k} ${m + k + g}Z`;
  return [s.a, s.b, s.c, s.d, s.e, s.f, g1, g2, diagonal(false, false), i, diagonal(true, false),
    diagonal(false, true), l, diagonal(true, true)].map((d) => [path(d)]);
}

/** Rows of cells: how many, where, how far apart, and the shapes of a cell by bit. */
export const ROWS = {
  identification: { count: 7, x: 26, y: 22, pitch: 36, shapes: digit(25, 50, 6, 36) },
  text: { count: 4, x: 306, y: 22, pitch: 41, shapes: character(31, 50, 5.4) },
  value: { count: 9, x: 24, y: 112, pitch: 51, shapes: digit(37, 70, 8.6, 51) },
};

/** @type {Array<{marks: string[], tag: string, at: object, text?: string}>} a shape is lit when one of its marks is */
export const MARKS = [];

const mark = (marks, tag, at, text) => MARKS.push({ marks: [marks].flat(), tag, at, text });
const shape = (marks, d) => mark(marks, 'path', { d });
const line = (marks, d, width) => mark(marks, 'path', { d, 'stroke-width': width, class: 'line' });
const letters = (marks, x, y, size, text, anchor = 'start') =>
  mark(marks, 'text', { x, y, 'font-size': size, 'text-anchor': anchor, class: 'letter' }, text);

function row(x, y, size, list) {
  for (const [name, text, advance] of list) {
    letters(name, x, y, size, text);
    x += advance;
  }
}
row(494, 140, 46, [['UPPER_M', 'M', 37], ['UPPER_K', 'k', 26], ['UPPER_W', 'W', 45], ['UPPER_H', 'h', 26]]);
row(494, 184, 46, [['LOWER_K', 'k', 26], ['LOWER_V', 'V', 31], ['LOWER_A', 'A', 33], ['LOWER_R', 'r', 19], ['LOWER_H', 'h', 26]]);
letters('HERTZ', 594, 204, 24, 'Hz');
letters('CUBIC_METRES', 630, 204, 24, 'm³');

const X = 574, Y = 56;
line('AXES', `M${X - 34} ${Y}H${X + 34}M${X} ${Y - 34}V${Y + 34}`, 2.6);
for (const [name, dx, dy, tx, ty, text, anchor] of [
  ['P_PLUS', 1, 0, X + 51, Y + 7, '+P', 'start'],
  ['P_MINUS', -1, 0, X - 51, Y + 7, '−P', 'end'],
  ['Q_PLUS', 0, -1, X + 13, Y - 29, '+Q', 'start'],
  ['Q_MINUS', 0, 1, X + 13, Y + 42, '−Q', 'start'],
]) {
  const [px, py] = [-dy * 11, dx * 11];
  const [bx, by] = [X + dx * 31, Y + dy * 31];
  shape(name, `M${X + dx * 48} ${Y + dy * 48}L${bx + px} ${by + py}L${bx - px} ${by - py}Z`);
  letters(name, tx, ty, 20, text, anchor);
}

[1, 2, 3].forEach((n, i) => {
  const x = 26 + i * 76;
  letters(`L${n}`, x + 6, 246, 37, `L${n}`);
  shape(`IMPORT_L${n}`, `M${x + 32} 258h16v-6l16 12l-16 12v-6h-16Z`);
  shape(`EXPORT_L${n}`, `M${x + 26} 258h-12v-6l-16 12l16 12v-6h12Z`);
});

line(['SEQUENCE_L1L2L3', 'SEQUENCE_L1L3L2'], 'M297.2 228.2A23 23 0 1 1 270.8 228.2', 4.6);
shape('SEQUENCE_L1L2L3', 'M284.7 218.4L276.3 237.7L263.7 219.7Z');
shape('SEQUENCE_L1L3L2', 'M283.3 218.4L304.3 219.7L291.7 237.7Z');

for (let i = 0; i < 8; i++) letters(`T${i + 1}`, 322 + (i % 4) * 42, i < 4 ? 240 : 278, 31, `T${i + 1}`);

line('ERROR', 'M524 215l21 36h-42Z', 4.2);
shape('ERROR', 'M522 226h4.6l-.9 13h-2.8ZM522 242h4.4v4.3h-4.4Z');
line(['BREAKER_CLOSED', 'BREAKER_OPEN'], 'M560 240h10M602 240h10', 4.6);
mark(['BREAKER_CLOSED', 'BREAKER_OPEN'], 'circle', { cx: 572, cy: 240, r: 4.2 });
mark(['BREAKER_CLOSED', 'BREAKER_OPEN'], 'circle', { cx: 600, cy: 240, r: 4.2 });
line('BREAKER_CLOSED', 'M573 235.5H600', 4.6);
line('BREAKER_OPEN', 'M573 238L597 219', 4.6);
shape('TAMPER', 'M622 234h26v20h-26Z');
line('TAMPER', 'M627 233v-8a8 8 0 0 1 15.6 -2', 4.4);
line('RADIO', 'M524 280v24M524 282l-7 -7M524 282l7 -7', 4);
line('RADIO', 'M513 284a16 16 0 0 1 0 -18M535 284a16 16 0 0 0 0 -18', 3.6);
line('RADIO', 'M505 290a27 27 0 0 1 0 -30M543 290a27 27 0 0 0 0 -30', 3.6);
mark('PREPAYMENT', 'circle', { cx: 582, cy: 286, r: 17, 'stroke-width': 4, class: 'line' });
line('PREPAYMENT', 'M577 296v-20h8a6 6 0 0 1 0 12h-8', 3.8);
row(611, 282, 22, [['M1', 'M1', 31], ['M2', 'M2', 31]]);
row(611, 306, 22, [['M3', 'M3', 31], ['M4', 'M4', 31]]);

/** Shown under what would blink when the visitor wants no motion. */
export const UNDERLINES = [{ mark: 'SEQUENCE_L1L3L2', d: 'M262 281H306' }];
