/** The case and the plug-in module: what hands can do to them, and how ports and relays stand. Dispatches `move`. */
import './meter-controls.js';

const SIGNS = { input: '→ ', output: '← ', none: '' };

function level(port) {
  if (port.count !== undefined) return `${port.count}${port.unit ? ` ${port.unit}` : ''}`;
  return port.direction === 'none' ? '' : onOrOff(port.on);
}

const onOrOff = (isOn) => (isOn ? 'on' : 'off');

class ModuleCard extends HTMLElement {
  connectedCallback() {
    this.controls = document.createElement('meter-controls');
    this.controls.addEventListener('move', ({ detail }) => this.dispatchEvent(new CustomEvent('move', { detail })));
    this.table = document.createElement('table');
    this.table.className = 'module';
    this.table.innerHTML = `<caption class="sr">Ports and relays of the module</caption><thead><tr>
      <th scope="col"><span class="sr">What</span></th><th scope="col">Use</th><th scope="col">State</th></tr></thead>
      <tbody></tbody>`;
    this.append(this.controls, this.table);
  }

  show(module) {
    this.controls.show(module);
    this.table.hidden = !module.used;
    const ports = module.ports.map((port) => [`Port ${port.port}`, SIGNS[port.direction] + port.use, level(port)]);
    const relays = module.relays.map((relay) => [`Relay ${relay.relay}`, relay.why, onOrOff(relay.on)]);
    this.table.tBodies[0].replaceChildren(...[...ports, ...relays].map(([name, ...texts]) => {
      const row = document.createElement('tr');
      const head = document.createElement('th');
      head.scope = 'row';
      head.textContent = name;
      row.append(head);
      for (const text of texts) row.insertCell().textContent = text;
      return row;
    }));
  }

  refuse(sentence) {
    this.controls.refuse(sentence);
  }
}
customElements.define('module-card', ModuleCard);
