/** The case of the meter, drawn: an original drawing in plausible proportion. One unit is a tenth of a millimetre. */

const PHASES = ['L1', 'L2', 'L3', 'N'];
const WIRES = ['#7d4a26', '#23272a', '#8d9499', '#2c62a8'];
const column = (i) => 262 + i * 246;
const all = (draw) => PHASES.map((name, i) => draw(name, column(i), i)).join('');

const escaped = (text) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);

const screws = (y) => all((_, x) => `<g transform="translate(${x} ${y})"><circle r="33" fill="url(#hole)"/><circle r="25" fill="url(#brass)"/><path d="M-15 0H15M0 -15V15" stroke="#5a4d2a" stroke-width="5.4" stroke-linecap="round" opacity=".75"/></g>`);

const wires = (y0, y1) => all((_, x, i) => `<path d="M${x} ${y0}V${y1}" stroke="${WIRES[i]}" stroke-width="42"/><path d="M${x - 11} ${y0}V${y1}" stroke="#fff" stroke-opacity=".22" stroke-width="7"/><path d="M${x + 15} ${y0}V${y1}" stroke="#000" stroke-opacity=".2" stroke-width="8"/>${i < 3 ? `<path class="flow" data-phase="${i}" data-way="0" d="M${x} ${y0}V${y1}"/>` : ''}`);

const terminalNames = (y, prime) => all((name, x) => `<text class="label" x="${x}" y="${y}" text-anchor="middle" font-size="27" font-weight="600">${name}${prime}</text>`);

const ribs = (x, y, count, w, h, pitch) => Array.from({ length: count }, (_, i) => `<rect x="${x}" y="${y + i * pitch}" width="${w}" height="${h}" rx="${h / 2}" fill="#000" opacity=".06"/><rect x="${x}" y="${y + i * pitch + h * 0.7}" width="${w}" height="${h * 0.5}" rx="${h / 4}" fill="#fff" opacity=".65"/>`).join('');

const stops = (list) => list.map(([offset, color, opacity = 1]) => `<stop offset="${offset}" stop-color="${color}" stop-opacity="${opacity}"/>`).join('');
const linear = (id, x2, y2, list) => `<linearGradient id="${id}" x1="0" y1="0" x2="${x2}" y2="${y2}">${stops(list)}</linearGradient>`;
const radial = (id, at, list) => `<radialGradient id="${id}" ${at}>${stops(list)}</radialGradient>`;

const DEFINITIONS = `<defs>
${linear('body', 1, 1, [[0, '#fbfbf9'], [0.45, '#eff0ed'], [1, '#d3d6d2']])}
${linear('cap', 0, 1, [[0, '#e9ebe8'], [0.5, '#dddfdc'], [1, '#c6cac6']])}
${linear('bez', 0, 1, [[0, '#2c3336'], [1, '#394145']])}
${linear('glass', 0.25, 1, [[0, '#cfd6c6'], [0.55, '#bfc7b6'], [1, '#b1baa8']])}
${linear('glare', 1, 0.7, [[0, '#fff', 0.38], [0.34, '#fff', 0.05], [0.35, '#fff', 0]])}
${linear('rail', 0, 1, [[0, '#c9cdd0'], [0.2, '#eef1f3'], [0.5, '#a9b0b4'], [0.8, '#d9dee1'], [1, '#8b9397']])}
${linear('shade', 0, 1, [[0, '#0c120d', 0.5], [1, '#0c120d', 0]])}
${linear('side', 1, 0, [[0, '#0c120d', 0.34], [1, '#0c120d', 0]])}
${radial('brass', 'cx=".4" cy=".35"', [[0, '#f2e3b0'], [0.6, '#c8ad68'], [1, '#8f7740']])}
${radial('hole', '', [[0.6, '#4a5150'], [1, '#8d9492']])}
${radial('steel', 'cx=".38" cy=".3" r=".9"', [[0, '#fafbfc'], [0.45, '#c2c8cb'], [1, '#7d868b']])}
${radial('green', 'cx=".4" cy=".28" r=".95"', [[0, '#7fc58b'], [0.6, '#3f9a57'], [1, '#2a7440']])}
${radial('grey', 'cx=".4" cy=".28" r=".95"', [[0, '#cfd3d0'], [0.6, '#aab0ac'], [1, '#8b928e']])}
${radial('light', '', [[0, '#fff'], [0.25, '#ff7a66'], [1, '#ff2a16', 0]])}
<filter id="drop" x="-20%" y="-20%" width="140%" height="150%"><feDropShadow dx="0" dy="26" stdDeviation="26" flood-color="#0b1512" flood-opacity=".34"/></filter>
<filter id="depth" x="-2%" y="-4%" width="104%" height="108%"><feDropShadow dx="1.6" dy="2.4" stdDeviation=".9" flood-color="#2c3527" flood-opacity=".3"/></filter>
</defs>`;

const RAIL = `<rect x="-60" y="640" width="1380" height="350" fill="url(#rail)"/><rect x="-60" y="640" width="1380" height="26" fill="#6e777b" opacity=".55"/><rect x="-60" y="964" width="1380" height="26" fill="#596165" opacity=".55"/><rect x="-60" y="806" width="1380" height="18" fill="#000" opacity=".12"/><g fill="#4b5356" opacity=".55"><rect x="-44" y="760" width="62" height="110" rx="31"/><rect x="1242" y="760" width="62" height="110" rx="31"/></g>`;

const HOUSING = `<g filter="url(#drop)"><path d="M60 70q0-26 26-26H1174q26 0 26 26V1500q0 26-26 26H86q-26 0-26-26Z" fill="url(#cap)"/><rect x="28" y="252" width="1204" height="1050" rx="34" fill="url(#body)" stroke="#b9beba" stroke-width="2"/><rect x="34" y="258" width="1192" height="1038" rx="30" fill="none" stroke="#fff" stroke-opacity=".9" stroke-width="4"/></g>`;

const seal = (x, cut) => `<g transform="translate(${x} 1410)"><circle r="21" fill="url(#steel)"/><path d="${cut}" stroke="#576065" stroke-width="5"/></g>`;

const TERMINALS = `<rect x="88" y="70" width="1084" height="170" rx="16" fill="#000" opacity=".07"/>${screws(152)}
<rect x="88" y="70" width="1084" height="170" rx="16" fill="#eaf2f2" opacity=".34" stroke="#fff" stroke-opacity=".8" stroke-width="3"/><path d="M110 84H700L560 226H110Z" fill="#fff" opacity=".2"/>${terminalNames(226, '')}
<rect x="88" y="1322" width="1084" height="178" rx="16" fill="#000" opacity=".1"/>${screws(1410)}
<rect x="88" y="1322" width="1084" height="178" rx="16" fill="#eaf2f2" opacity=".4" stroke="#fff" stroke-opacity=".85" stroke-width="3"/><path d="M110 1336H640L500 1486H110Z" fill="#fff" opacity=".2"/>
${seal(139, 'M-11 -9L11 9')}${seal(1122, 'M-11 9L11 -9')}${terminalNames(1356, '′')}`;

/** The module bay, closed: this meter has no module. */
const BAY = `<rect x="62" y="330" width="196" height="520" rx="20" fill="#dfe2de" stroke="#bfc4c0" stroke-width="2"/><rect x="64" y="333" width="196" height="520" rx="20" fill="none" stroke="#fff" stroke-opacity=".8" stroke-width="3"/>${ribs(92, 366, 18, 136, 9, 22)}<path d="M132 800h56" stroke="#9aa19d" stroke-width="7" stroke-linecap="round"/><text class="label" x="160" y="900" text-anchor="middle" font-size="20">module bay</text><text class="label" id="bay" x="160" y="926" text-anchor="middle" font-size="20">(empty)</text><g opacity=".9">${ribs(96, 970, 11, 128, 10, 26)}</g>`;

const lamp = (y, id, under) => `<g transform="translate(806 ${y})"><circle r="19" fill="#15191b"/><circle r="13" fill="#5b1d18"/><circle r="5" cx="-4" cy="-4" fill="#fff" opacity=".25"/>${id ? `<circle id="${id}" class="glow" r="38" fill="url(#light)"/>` : ''}${under}</g>`;

const BEZEL = `<g transform="translate(296 330)"><rect width="876" height="430" rx="26" fill="url(#bez)"/><rect x="3" y="3" width="870" height="424" rx="24" fill="none" stroke="#fff" stroke-opacity=".13" stroke-width="3"/>
<text class="bezel" x="40" y="46" font-size="25" font-weight="600" fill="#dfe6e3" letter-spacing=".6">THREE-PHASE · DIN RAIL</text><text class="bezel" x="742" y="46" text-anchor="end" font-size="22" fill="#a9b9b4">3×230/400 V · 50 Hz</text>
<g transform="translate(38 66)"><rect class="glass" width="704" height="332" rx="10" fill="url(#glass)"/><g id="lcd" transform="translate(18 8)" filter="url(#depth)" aria-hidden="true"></g>
<g class="glare"><rect width="704" height="26" rx="10" fill="url(#shade)"/><rect width="20" height="332" rx="10" fill="url(#side)"/><rect width="704" height="332" rx="10" fill="url(#glare)"/></g><rect x=".5" y=".5" width="703" height="331" rx="10" fill="none" stroke="#0b0f0d" stroke-opacity=".55" stroke-width="3"/></g>
${lamp(150, 'pulse', '<text class="bezel" y="54" font-size="20" text-anchor="middle" fill="#c4cecb">1000</text><text class="bezel" y="77" font-size="18" text-anchor="middle" fill="#a9b9b4">imp/kWh</text>')}
${lamp(302, '', '<text class="bezel" y="54" font-size="19" text-anchor="middle" fill="#c4cecb">breaker</text>')}</g>`;

const button = (id, x, label, fill, mark, state) => `<g class="button ${state}" id="${id}" tabindex="0" role="button" aria-label="${label}" transform="translate(${x} 868)"><circle r="82" fill="#000" opacity="0"/><circle r="58" fill="#c7cbc7"/><circle r="54" fill="#e9ebe8"/><g class="cap"><circle r="42" fill="url(#${fill})"/><ellipse cx="-8" cy="-16" rx="22" ry="11" fill="#fff" opacity=".28"/>${mark}</g><circle class="hold" r="66" pathLength="1" transform="rotate(-90)"/><circle class="ring" r="66"/></g>`;

const BUTTONS = `${button('left', 392, 'Left button: next reading', 'green', '<path d="M-13 -15L13 0L-13 15Z" fill="#fff" opacity=".92"/>', '')}
${button('right', 560, 'Right button: utility, sealed', 'grey', '<path class="slot" d="M0 -27V27" stroke="#59615c" stroke-width="9" stroke-linecap="round"/>', 'sealed')}
<text class="label" x="392" y="960" text-anchor="middle" font-size="22">display</text><text class="label" x="560" y="960" text-anchor="middle" font-size="22">utility</text>
<text class="label" x="648" y="850" font-size="22">↻ L1 L2 L3</text><text class="label" x="648" y="884" font-size="22">↺ L1 L3 L2</text>`;

const OPTICAL = `<g transform="translate(1026 902)"><circle r="118" fill="#000" opacity=".08"/><circle r="112" fill="url(#steel)"/><circle r="96" fill="#e6e9e7"/><circle r="92" fill="#2a3134"/><circle r="86" fill="#1b2124"/><circle cx="-33" cy="4" r="20" fill="#2f1411"/><circle cx="33" cy="4" r="20" fill="#2f1411"/><circle cx="-33" cy="4" r="12" fill="#4a1f1a"/><circle cx="33" cy="4" r="12" fill="#4a1f1a"/><rect x="-9" y="-86" width="18" height="20" rx="4" fill="#e6e9e7"/><path d="M-60 -42A74 74 0 0 1 20 -70" stroke="#fff" stroke-opacity=".16" stroke-width="10" fill="none"/></g><text class="label" x="1026" y="1050" text-anchor="middle" font-size="21">optical port</text>`;

/** How the phases run through the meter: one measuring system each, neutral straight through. */
const DIAGRAM = `<g class="plate" transform="translate(912 1086)"><rect width="260" height="180" rx="10" fill="#fbfcfa" stroke="#c9cec9" stroke-width="2"/><g fill="none" stroke="#2a3330" stroke-width="3.4" transform="translate(22 20)">${[0, 1, 2].map((i) => `<path d="M${14 + i * 62} 0V44M${14 + i * 62} 76V124"/><circle cx="${14 + i * 62}" cy="60" r="16"/>`).join('')}<path d="M200 0V124"/></g><g font-size="17" fill="#5a655f" text-anchor="middle">${PHASES.map((name, i) => `<text x="${36 + i * 62}" y="168">${name}</text>`).join('')}</g></g>`;

/** Narrow and wide bars of a digit in interleaved 2 of 5; two of five are wide. */
const TWO_OF_FIVE = ['00110', '10001', '01001', '11000', '00101', '10100', '01100', '00011', '10010', '01010'];

/** The serial number as a bar code that a scanner reads: interleaved 2 of 5, the first digit in bars, the next in spaces. */
function barcode(digits, narrow, height) {
  const pairs = digits.match(/\d\d/g) ?? [];
  const pattern = ['0000', ...pairs.map(([bars, spaces]) =>
    [...TWO_OF_FIVE[bars]].map((width, i) => width + TWO_OF_FIVE[spaces][i]).join('')), '100'].join('');
  let x = 0, d = '';
  [...pattern].forEach((isWide, i) => {
    const width = isWide === '1' ? narrow * 2.6 : narrow;
    if (i % 2 === 0) d += `M${x.toFixed(1)} 0h${width.toFixed(1)}v${height}h${(-width).toFixed(1)}Z`;
    x += width;
  });
  return `<path d="${d}" fill="#1b2320"/>`;
}

/** The name plate. @param {{serial: string, type: string, plate: string[]}} summary */
export function plate({ serial, type, plate: lines }) {
  const grouped = serial.replace(/^(\d\d)(\d{3})(\d{3})$/, '$1 $2 $3');
  return `<rect width="590" height="276" rx="10" fill="#fbfcfa" stroke="#c9cec9" stroke-width="2"/>
<text x="24" y="46" font-size="31" font-weight="700">VIRTUAL METER</text><text x="24" y="78" font-size="20" fill="#5a655f">Type ${escaped(type)}</text>
${lines.map((text, i) => `<text x="24" y="${114 + i * 30}" font-size="22" xml:space="preserve">${escaped(text)}</text>`).join('')}
<g transform="translate(514 24)" fill="none" stroke="#2a3330" stroke-width="4.5"><rect width="46" height="46"/><rect x="11" y="11" width="24" height="24"/></g>
<g transform="translate(24 194)">${barcode(serial, 4.2, 42)}</g>
<text class="mono" x="24" y="263" font-size="23" font-weight="600" letter-spacing="2.2">${escaped(grouped)}</text>
<text x="566" y="263" font-size="18" text-anchor="end" fill="#8f3418" font-weight="700">SIMULATION – NOT FOR BILLING</text>`;
}

/** The whole meter; the plate is filled in when the meter has told who it is. */
export const CASE = `<svg viewBox="-60 -110 1380 1790" role="group" aria-label="Three-phase DIN rail electricity meter">
${DEFINITIONS}${RAIL}${wires(-110, 60)}${wires(1500, 1680)}${HOUSING}${TERMINALS}${BAY}${BEZEL}${BUTTONS}${OPTICAL}
<g class="plate" id="plate" transform="translate(296 990)"></g>${DIAGRAM}</svg>`;
