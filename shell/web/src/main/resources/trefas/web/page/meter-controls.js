/** Sliders and switches as the meter lists them. Dispatches `move` with the wanted settings. */
const SEND_MILLISECONDS = 120;

const decimalsOf = (step) => (String(step).split('.')[1] ?? '').length;

function text(control, value) {
  const below = value < 0 && control.unitBelowZero !== '';
  const number = Math.abs(value).toFixed(decimalsOf(control.step));
  const unit = below ? control.unitBelowZero : control.unit;
  return `${value < 0 && !below ? '−' : ''}${number}${unit ? ` ${unit}` : ''}`;
}

class MeterControls extends HTMLElement {
  connectedCallback() {
    this.rows = new Map();
    this.wanted = {};
    this.problem = document.createElement('p');
    this.problem.className = 'problem';
    this.problem.setAttribute('role', 'alert');
  }

  show({ controls }) {
    const layout = controls.map((control) => `${control.id}:${control.kind}`).join();
    if (layout !== this.layout) {
      this.layout = layout;
      this.rows.clear();
      const sliders = controls.filter(({ kind }) => kind === 'slider').map((control) => this.buildSlider(control));
      const toggles = document.createElement('div');
      toggles.className = 'toggles';
      toggles.append(...controls.filter(({ kind }) => kind === 'switch').map((control) => this.buildSwitch(control)));
      this.replaceChildren(...sliders, toggles, this.problem);
    }
    for (const control of controls) this.rows.get(control.id)(control);
    this.problem.textContent = '';
  }

  refuse(sentence) {
    this.problem.textContent = sentence;
  }

  /** Gathers movements, so that a dragged slider sends few requests and the last position wins. */
  want(id, value) {
    this.wanted[id] = value;
    this.sending ??= setTimeout(() => {
      const detail = this.wanted;
      this.wanted = {};
      this.sending = undefined;
      // It rises to the card these controls may stand in.
      this.dispatchEvent(new CustomEvent('move', { detail, bubbles: true }));
    }, SEND_MILLISECONDS);
  }

  buildSlider(control) {
    const row = document.createElement('div');
    row.className = 'slider';
    const label = document.createElement('label');
    const input = document.createElement('input');
    const output = document.createElement('output');
    const auto = document.createElement('button');
    input.id = `control-${control.id}`;
    label.htmlFor = input.id;
    output.htmlFor = input.id;
    label.textContent = control.title;
    Object.assign(input, { type: 'range', min: control.min, max: control.max, step: control.step });
    auto.type = 'button';
    auto.className = 'auto';
    auto.textContent = 'auto';
    auto.setAttribute('aria-label', `${control.title} auto`);
    const tell = (value) => {
      const words = text(control, value);
      output.textContent = words;
      input.setAttribute('aria-valuetext', words);
    };
    let heldUntil = 0;
    input.addEventListener('input', () => {
      heldUntil = performance.now() + 1000;
      tell(input.valueAsNumber);
      auto.setAttribute('aria-pressed', 'false');
      this.want(control.id, input.valueAsNumber);
    });
    auto.addEventListener('click', () => {
      const isAuto = auto.getAttribute('aria-pressed') === 'true';
      this.want(control.id, isAuto ? input.valueAsNumber : 'auto');
    });
    row.append(label, input, output, auto);
    this.rows.set(control.id, (now) => {
      if (performance.now() < heldUntil) return;
      input.value = now.value;
      tell(now.value);
      auto.setAttribute('aria-pressed', String(now.automatic));
    });
    return row;
  }

  buildSwitch(control) {
    const toggle = document.createElement('button');
    toggle.type = 'button';
    toggle.className = 'toggle';
    toggle.textContent = control.title;
    toggle.addEventListener('click', () => this.want(control.id, toggle.getAttribute('aria-pressed') !== 'true'));
    this.rows.set(control.id, (now) => toggle.setAttribute('aria-pressed', String(now.on)));
    return toggle;
  }
}
customElements.define('meter-controls', MeterControls);
