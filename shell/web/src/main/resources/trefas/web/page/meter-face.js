/** The meter as one looks at it: glass, lamps, wires, buttons. Dispatches `press` and `hold`, with `left` or `right`. */
import { CASE, plate } from './case-drawing.js';
import { Lcd } from './lcd.js';
import { longPress } from './long-press.js';

const FLASH_MILLISECONDS = 80;
const RATE_MILLISECONDS = 2000;
/** More flashes in a second than this could hurt somebody, so the lamp then glows. */
const FLASHES_PER_SECOND_MAX = 3;
const DIRECTION_WATTS_MIN = 2.3;

const stillness = matchMedia('(prefers-reduced-motion: reduce)');

class MeterFace extends HTMLElement {
  connectedCallback() {
    this.innerHTML = CASE;
    this.lcd = new Lcd(this.querySelector('#lcd'));
    this.lamp = this.querySelector('#pulse');
    this.flows = [...this.querySelectorAll('.flow')];
    this.counts = [];
    /** The buttons, for presses that come by another way. */
    this.buttons = { left: this.wire('left'), right: this.wire('right') };
  }

  /** @param {'left'|'right'} name */
  wire(name) {
    const tell = (event) => () => this.dispatchEvent(new CustomEvent(event, { detail: name }));
    return longPress(this.querySelector(`#${name}`), { press: tell('press'), hold: tell('hold') });
  }

  /** @param {boolean} isUnsealed whether the slot of the right button is upright */
  set unsealed(isUnsealed) {
    const right = this.querySelector('#right');
    right.classList.toggle('sealed', !isUnsealed);
    right.setAttribute('aria-label', `Right button: utility, ${isUnsealed ? 'unsealed' : 'sealed'}`);
  }

  set plate(summary) {
    this.querySelector('#plate').innerHTML = plate(summary);
    this.counts = [];
  }

  /** Whether the module in the bay does anything. */
  set module({ used }) {
    this.querySelector('#bay').textContent = used ? '(in use)' : '(empty)';
  }

  set frame(frame) {
    this.lcd.show(frame);
  }

  set live(live) {
    this.isLit = live.ledLit;
    this.count(live.pulses);
    for (const flow of this.flows) {
      const watts = live.p[flow.dataset.phase];
      flow.dataset.way = Math.abs(watts) < DIRECTION_WATTS_MIN ? 0 : Math.sign(watts);
      flow.classList.toggle('export', watts < 0);
    }
  }

  /** Flashes for a new pulse, glows steadily when there are too many to flash. */
  count(pulses) {
    const now = performance.now();
    const last = this.counts.at(-1);
    this.counts.push({ now, pulses });
    while (now - this.counts[0].now > RATE_MILLISECONDS) this.counts.shift();
    if (!last || pulses <= last.pulses) {
      if (last && pulses < last.pulses) this.counts = [{ now, pulses }];
      this.glow();
      return;
    }
    this.glow();
    if (this.lamp.classList.contains('steady')) return;
    this.lamp.classList.add('flash');
    clearTimeout(this.dimming);
    this.dimming = setTimeout(() => this.lamp.classList.remove('flash'), FLASH_MILLISECONDS);
  }

  glow() {
    const first = this.counts[0], last = this.counts.at(-1);
    const perSecond = (last.pulses - first.pulses) * 1000 / RATE_MILLISECONDS;
    const most = stillness.matches ? 0 : FLASHES_PER_SECOND_MAX;
    this.lamp.classList.toggle('steady', this.isLit || perSecond > most);
  }
}
customElements.define('meter-face', MeterFace);
