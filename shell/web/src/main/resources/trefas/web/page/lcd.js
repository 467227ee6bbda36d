/** Lights the segments of the glass as the meter's frame says. */
import { MARKS, ROWS, UNDERLINES } from './glass-drawing.js';

const SVG = 'http://www.w3.org/2000/svg';

function element(tag, attributes, parent) {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  parent.append(made);
  return made;
}

function light(shape, isOn, blinks = false) {
  shape.classList.toggle('on', isOn);
  shape.classList.toggle('off', !isOn);
  shape.classList.toggle('blink', blinks);
}

export class Lcd {
  /** @param {SVGGElement} glass */
  constructor(glass) {
    this.glass = glass;
    this.rows = {};
    for (const [name, row] of Object.entries(ROWS)) this.rows[name] = this.buildRow(row);
    this.marks = MARKS.map(({ marks, tag, at, text }) => {
      const shape = element(tag, { ...at, class: `${at.class ?? ''} off`.trim() }, glass);
      if (text) shape.textContent = text;
      return { marks, shape };
    });
    this.underlines = UNDERLINES.map(({ mark, d }) => ({ mark, shape: element('path', { d, class: 'underline' }, glass) }));
  }

  buildRow({ count, x, y, pitch, shapes }) {
    const row = element('g', { transform: `translate(${x} ${y}) skewX(-5)` }, this.glass);
    return Array.from({ length: count }, (_, i) => {
      const cell = element('g', { transform: `translate(${i * pitch} 0)` }, row);
      const bits = shapes.map((ofBit) => ofBit.map(([tag, at]) => element(tag, { ...at, class: 'off' }, cell)));
      return { bits, lit: 0 };
    });
  }

  /** @param {{identification: number[], value: number[], text: number[], marks: string[], blinking: string[]}} frame */
  show(frame) {
    for (const [name, cells] of Object.entries(this.rows)) {
      cells.forEach((cell, i) => {
        const changed = cell.lit ^ frame[name][i];
        cell.bits.forEach((shapes, bit) => {
          if ((changed >> bit) & 1) shapes.forEach((shape) => light(shape, Boolean((frame[name][i] >> bit) & 1)));
        });
        cell.lit = frame[name][i];
      });
    }
    const lit = new Set(frame.marks), blinking = new Set(frame.blinking);
    for (const { marks, shape } of this.marks) {
      light(shape, marks.some((mark) => lit.has(mark)), marks.some((mark) => blinking.has(mark)));
    }
    for (const { mark, shape } of this.underlines) shape.classList.toggle('is-blinking', blinking.has(mark));
    this.glass.classList.toggle('dark', frame.marks.length === 0);
  }
}
